"""How well and how fast the project does its work: programs run from the repository's root."""
