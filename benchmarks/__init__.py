"""How well and how fast the project does its work: programs run from the repository's root."""

# Before numpy: it says how many threads a product of vectors takes.
import search  # noqa: F401
