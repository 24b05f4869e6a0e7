"""A question becomes an intent, the intent SPARQL, the rows an answer."""
