"""A graph kept on a SPARQL 1.1 server: where it is reached, what is asked of it, and who may see which graphs."""
