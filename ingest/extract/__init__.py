"""One module a fact type, behind the interface in `base`."""
