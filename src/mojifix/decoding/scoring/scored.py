"""A reading of a sample with its description length."""

from __future__ import annotations

from typing import NamedTuple


class Scored(NamedTuple):
    """A reading of the sample.

    Attributes:
        bits: description length with priors and hints; less is likelier.
        codec: Python's name, or that of a single-byte code page.
        language: BCP 47 tag.
        own_bits: description length of the text alone.
    """

    bits: float
    codec: str
    language: str
    own_bits: float
