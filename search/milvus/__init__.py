"""Words and vectors kept in Milvus: how they lie there, how a snapshot is written, and how it is searched."""
