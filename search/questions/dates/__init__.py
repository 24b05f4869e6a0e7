"""Answers about when: dates, times of the year, beginnings, editions, and how long something took."""
