"""The figure or the sentence that most likely answers where none holds every word of a question, with how likely it is."""
