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
from collections.abc import Iterator
from typing import Final

from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import Span

_LEFT: Final = "Ã"
_MEANT: Final = "à"
_CODEPAGE: Final = "cp1252"
_BETWEEN: Final = re.compile(
    r"""(?<=[a-z\xdf-\xff)'"][ ])  # behind a word
        Ã(?:[ ](?=[ ]) | \xa0)
        (?=[ ]?[a-z\xdf-\xff('"<«])  # in front of another""",
    re.VERBOSE,
)
# … where one space is left of the two. Who writes about the letter does not write it behind so many
# words, and in front of as many.
_ALONE: Final = re.compile(r"\b([^\W\d_]{1,30}+) Ã(?= ([^\W\d_]{1,30}))")
_LEAST_KINDS: Final = 3
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
    found = {match.span(): match.group()[1] == " " for match in _BETWEEN.finditer(text)}
    return [
        Edit(start, end, _MEANT, steps, saved, guessed=guessed, code=code)
        for (start, end), guessed in sorted([*found.items(), *_alone(text)])
    ]


def _alone(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield the spans of the words of which one letter is left, if they stand between many others."""
    found = list(_ALONE.finditer(text))
    if min(len({match[side] for match in found}) for side in (1, 2)) >= _LEAST_KINDS:
        for match in found:
            yield (match.end() - 1, match.end()), True
