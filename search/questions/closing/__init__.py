"""Answers from the closing chapter: what fell short, what was promised, and what became of it."""
