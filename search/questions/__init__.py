"""Questions over years of reports: understood, turned into SPARQL, and answered off its rows."""

from search.questions.asking import ask
from search.questions.source import Source

__all__ = ["Source", "ask"]
