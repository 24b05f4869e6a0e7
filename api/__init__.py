"""Top floor: the command line, HTTP, SPARQL and tools for assistants."""
