"""What is handed on as a file: evidence packs (Word, Excel, Markdown) and reviewed drafts."""
