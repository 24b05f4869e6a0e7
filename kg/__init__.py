"""Second floor: `Report`s become an RDF graph."""
