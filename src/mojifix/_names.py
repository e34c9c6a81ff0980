"""Where the public names live, and their import on first use (PEP 562).

Bare ``import mojifix`` costs a millisecond and the command's ``--help`` little more, because the
repair, the decoder, the HTML parser and the models are loaded by whoever first asks for them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

HOMES: Final = {
    name: home
    for home, names in {
        "batch": "clean_many",
        "cleaning": "clean",
        "decoding": "IncrementalDecoder decode detect",
        "document": "Document",
        "mojibake": "fix needs_fix repair",
        "options": "Limits Options",
        "records": "Block Candidate Decoded Meta Removed Repair Repaired Source",
    }.items()
    for name in names.split()
}


def attribute(name: str) -> object:
    """Import a public name and keep it on the package.

    Raises:
        AttributeError: the package has no such name.
    """
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'mojifix' has no attribute {name!r}")
    value: object = getattr(import_module(f"mojifix.{home}"), name)
    setattr(sys.modules["mojifix"], name, value)
    return value


def names() -> list[str]:
    """Return all names of the package, those that were not asked for yet among them."""
    return sorted({*vars(sys.modules["mojifix"]), *HOMES})
