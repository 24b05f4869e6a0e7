"""The commands, one module a group. They stay cheap to import: what a command needs is imported inside it."""
