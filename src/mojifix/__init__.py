"""Repair mojibake, decode unknown bytes and strip web boilerplate, with a receipt for every change.

    >>> import mojifix
    >>> mojifix.fix("тАЬThe IndiaтАУU.S. partnership,тАЭ said MEA")
    '“The India–U.S. partnership,” said MEA'
    >>> mojifix.repair("cafÃ©").repairs[0].steps
    ('encode cp1252', 'decode utf-8')

Every public name is imported on first use: ``import mojifix`` itself loads nothing else.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mojifix.batch import clean_many
    from mojifix.cleaning import clean
    from mojifix.decoding import IncrementalDecoder, decode, detect
    from mojifix.document import Document
    from mojifix.mojibake import fix, needs_fix, repair
    from mojifix.options import Limits, Options
    from mojifix.records import (
        Block,
        Candidate,
        Decoded,
        Meta,
        Removed,
        Repair,
        Repaired,
        Source,
    )
else:  # a type checker that sees __getattr__ would take any name for an object
    from mojifix._names import attribute as __getattr__
    from mojifix._names import names as __dir__

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Candidate",
    "Decoded",
    "Document",
    "IncrementalDecoder",
    "Limits",
    "Meta",
    "Options",
    "Removed",
    "Repair",
    "Repaired",
    "Source",
    "__version__",
    "clean",
    "clean_many",
    "decode",
    "detect",
    "fix",
    "needs_fix",
    "repair",
]
