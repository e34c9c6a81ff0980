"""An ``à`` between words, of which ``Ã`` and a space in place of a no-break space are left.

The bytes say little: one letter and two spaces. But nobody writes ``Ã`` as a word between others and
two spaces behind it, and in French, Portuguese and Catalan ``à`` is among the most frequent words.

>>> [edit.after for edit in find_edits("ajouter Ã  la liste", Scale("ajouter Ã  la liste"))]
['à']
>>> find_edits("type the letter Ã  with Alt", Scale("type the letter Ã  with Alt"))
[]
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.weighing.scale import Scale

_LEFT: Final = "Ã"
_MEANT: Final = "à"
_CODEPAGE: Final = "cp1252"
_BETWEEN: Final = re.compile(
    r"""(?<=[a-z\xdf-\xff)'"][ ])  # behind a word
        Ã(?:[ ](?=[ ]) | \xa0)
        (?=[ ]?[a-z\xdf-\xff('"<«])  # in front of another""",
    re.VERBOSE,
)
# What the word costs at most: 5.9 to 9.1 bits in sentences and code in French, Portuguese and Catalan,
# 9.5 and more in English, Spanish and German.
_WORD_BITS: Final = 9.3


def find_edits(text: str, scale: Scale) -> list[Edit]:
    """Return the words that read as ``à``, sorted and disjoint.

    Args:
        text: the text, in which nothing else is garbled.
        scale: weighs words in the languages of the text.
    """
    if _LEFT not in text or scale.bits(_MEANT) > _WORD_BITS:
        return []
    steps, code = recoding(_CODEPAGE)
    saved = scale.saved(_LEFT, _MEANT)
    return [
        Edit(*match.span(), _MEANT, steps, saved, guessed=match.group()[1] == " ", code=code)
        for match in _BETWEEN.finditer(text)
    ]
