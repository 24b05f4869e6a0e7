"""What a library must outlive, done to it on purpose: ``python -m benchmarks.torture``."""


def always() -> bool:
    """Say that there is time for one more."""
    return True
