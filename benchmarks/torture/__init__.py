"""What a library must outlive, done to it on purpose: ``python -m benchmarks.torture``."""
