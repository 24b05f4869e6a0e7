"""Answers that are figures: a value, a series over years, what is worked out of them, and what must be said beside them."""
