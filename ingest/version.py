"""Which code understands a report: a module of its own, so that whoever only asks does not load all that understands."""

CODE_VERSION = "69"
"""Raise it whenever the same bytes give another `Report`: stored artifacts of older versions are then read anew."""
