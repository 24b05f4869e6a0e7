"""One module a file format: bytes become a `Document` (text and blocks)."""
