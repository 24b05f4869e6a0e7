"""One module a page: each reads its state from the address and asks the service layer for what it shows."""
