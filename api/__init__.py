"""Top floor: command line and HTTP."""
