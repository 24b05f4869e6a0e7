"""Answers for people on a terminal, one module an answer."""
