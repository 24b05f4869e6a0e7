"""A question as it is heard and understood: media, years, names, intent, sides, and what its words say is asked for."""
