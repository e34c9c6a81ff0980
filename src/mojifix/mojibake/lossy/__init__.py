"""Repair of garbled text that lost bytes: all they may have been, and what reads best."""
