"""The words and forms of questions, and how answers are worded: tables and what is read off them, without any report."""
