"""Answers that are a sentence of a report: the one that holds what is asked, or the one nearest to it."""
