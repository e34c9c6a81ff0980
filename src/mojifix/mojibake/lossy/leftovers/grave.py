"""An ``à`` between words, of which ``Ã`` and a space in place of a no-break space are left.

The bytes say little: one letter and two spaces, one where white space was collapsed. But nobody writes
``Ã`` as a word between others, and in French, Portuguese and Catalan ``à`` is among the most frequent.

>>> [edit.after for edit in find_edits("ajouter Ã la liste", Scale("ajouter Ã la liste"))]
['à']
>>> find_edits("type the letter Ã  with Alt", Scale("type the letter Ã  with Alt"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.weighing.scale import Scale

_LEFT: Final = "Ã"
_MEANT: Final = "à"
_CODEPAGE: Final = "cp1252"
# Behind a word and in front of another or of a number; both spaces may be left, or one of them.
_BETWEEN: Final = re.compile(
    r"""(\w{1,5}[^\W\d_])[)'"’”»,;:]?[ ]
        (?P<left>Ã(?:\xa0|[ ](?=[ ])|(?=[ ])))
        (?=[ ]?['"‘“«(]?([^\W\d_]['’\w]\w{0,4}|[a-z\xdf-\xff\d]))""",
    re.VERBOSE,
)
# What the word costs at most: 5.9 to 9.1 bits in sentences and code in French, Portuguese and Catalan,
# half of the English ones are above 11.8 and of the Spanish ones above 9.7.
_WORD_BITS: Final = 9.6
# Before one space it is meant where the text is known to be garbled, and between so many words, as no
# letter is that is written about. Fewer do where it is as common as in French, and nothing else is
# beyond ASCII, or a symbol, as in mathematics.
_LEAST_KINDS: Final = 3
_COMMON_BITS: Final = 6.5
_OTHER: Final = re.compile(r"(?!Ã)[^\W\d_\x00-\x7f]|(?<![\w'’])[B-Zb-df-np-xz](?![\w'’])")


def find_edits(text: str, scale: Scale, known: Set[str] = frozenset()) -> list[Edit]:
    """Return the words that read as ``à`` of a text in which nothing else is garbled, sorted."""
    found = [*_BETWEEN.finditer(text)] if _LEFT in text else []
    if not found or (bits := scale.bits(_MEANT)) > _WORD_BITS:
        return []
    steps, code = recoding(_CODEPAGE)
    if not (known & {_CODEPAGE, code} or _are_words(text, found, bits)):
        found = [match for match in found if match["left"] != _LEFT]
    saved = scale.saved(_LEFT, _MEANT)
    return [
        Edit(*match.span("left"), _MEANT, steps, saved, match["left"][1:] != "\xa0", code)
        for match in found
    ]


def _are_words(text: str, found: list[re.Match[str]], bits: float) -> bool:
    """Tell whether those before one space are meant as the word, which costs so much."""
    alone = [match for match in found if match["left"] == _LEFT]
    kinds = min(len({match[side] for match in alone}) for side in (1, 3))
    is_common = bits <= _COMMON_BITS and not _OTHER.search(text)
    return kinds >= (min(len(alone), _LEAST_KINDS) if is_common else _LEAST_KINDS)
