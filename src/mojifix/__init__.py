"""Repair mojibake, decode unknown bytes and strip web boilerplate, with a receipt for every change."""

__version__ = "0.1.0"
