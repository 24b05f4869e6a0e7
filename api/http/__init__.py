"""The HTTP service: the contract's objects under `/v1`."""
