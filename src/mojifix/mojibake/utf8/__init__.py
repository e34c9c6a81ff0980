"""UTF-8 that was read as something else: the runs of it, and what undoing them saves."""
