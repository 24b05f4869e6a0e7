"""Following promises: what later reports say of each shortcoming and commitment."""
