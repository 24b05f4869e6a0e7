"""What is looked for in a draft: one module a kind of finding, over one draft and the earlier reports of its media."""
