"""First floor: bytes of a report file become a `Report`."""
