"""Who may do what: keys with roles, what each way in asks for, and a log of what was done."""
