"""Answers that list things: works, columns, outlets, awards, contacts, and all that was done in a field of work."""
