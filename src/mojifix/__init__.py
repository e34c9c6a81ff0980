"""Repair mojibake, decode unknown bytes and strip web boilerplate, with a receipt for every change."""

from mojifix.mojibake import fix, needs_fix, repair

__version__ = "0.1.0"

__all__ = ["fix", "needs_fix", "repair"]
