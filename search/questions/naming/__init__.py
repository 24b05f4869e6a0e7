"""What the reports of a media name, and which of it a question names."""
