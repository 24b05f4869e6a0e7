"""Which figures of the graph a question means: by their words, their meaning, their kind and whose they are."""
