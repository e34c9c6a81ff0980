"""Files in two encodings, and what each of their runs is read as."""
