"""SPARQL for those who bring their own questions: queries in processes that can be killed, and worked examples."""
