"""Weighing words: what they cost, in which language, and which are worth a second look."""
