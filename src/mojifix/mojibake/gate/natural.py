"""Whether a short text reads like one language from end to end: most clean texts do, and pass at once.

Its words beyond ASCII tell which language may be the one. Then the whole text is looked up in what
pairs of characters cost there, at the speed of C: no pair beyond ASCII may be rare, and all together
may not cost much. Of garbled text some pair is rare in any language, or all of it reads like none.

>>> is_natural("Il était déjà là, près de Paris."), is_natural("Il Ùtait hier soir.")
(True, False)
"""

from __future__ import annotations

import re
from functools import cache
from itertools import filterfalse
from typing import Final

from mojifix.language import score
from mojifix.language.model import UNITS_PER_BIT, Alphabet
from mojifix.mojibake.gate.stretches import (
    SHORT,
    VISIBLE_ASCII,
    is_mostly_beyond_ascii,
    limit,
    pair_costs,
    table_of,
)
from mojifix.mojibake.gate.traits import script_beyond_latin
from mojifix.mojibake.weighing.word_kinds import BEFORE_NUMBER, BRANCH, RELATION, is_drawing

# What needs no repair: pieces of trees and boxes, and signs of sums alone or before a number. 8,932 of
# 9,401 lines of descriptions of packages hold lines in such alone. Two joined may be a garbled sign.
_DRAWN: Final = re.compile(
    r"(?<!\S)(?:[\u2500-\u257f]|[\u2500-\u259f]+[─━═]|[\u2500-\u259f]{3,})(?!\S)"
    rf"|(?<!\S){BRANCH}(?=[!-~])"
)
_LINES: Final = ("──", "══", "│ ")  # tell quickly whether a longer text may hold any
_COUNTED: Final = re.compile(rf"(?<!\S){RELATION}(?!\S)|(?<![^\x00-\x7f]){BEFORE_NUMBER}")
# Letters of an alphabet, each alone between dots, and ASCII around. Of 1,728 such 44 were changed
# without this, most of them to what UTF-8 makes of each letter and its dot; 6 still are.
_ROW: Final = re.compile(r"(?<![^\x00-\x7f]|\w)\w(?:·\w)+(?![^\x00-\x7f]|\w)")
_SAMPLE: Final = 24  # code points of words beyond ASCII that tell the language
# … of all words, where those have nothing but quotes and dashes, which fit any language: of 818 English
# lines with such signs alone 614 pass without this, 745 do now.
_PLAIN_SAMPLE: Final = 48
_TELLING: Final = re.compile("[^\x00-\x7f‘’“”–—]")
# Bits that a pair may cost; bits a pair that all may cost together; and bits beyond, as the ends of a
# short word are much of it. Of 4,745 held-out lines in alphabets of code pages 86 % pass, of 13,112
# garbled ones that are not ordinary otherwise none. With 11 and 4.2 bits for Latin 91 % of its lines
# pass, and 7 of 6,912 garbled ones. The bits beyond let 345 of 1,317 other lines and words pass, and of
# 147,606 garbled ones one, as of Latin ones from 4 bits on; in Han it would be ``s坦n``, too.
_MOST_BITS: Final = (12.0, 4.4, 3.5)
_MOST_BITS_OF_SCRIPT: Final = {
    "latin": (10.0, 4.0, 3.5), "han": (24.0, 10.5, 0.0), "hangul": (20.0, 6.5, 3.5),
}  # fmt: skip

# What stands around a word in brackets says nothing of it: ``(obranně)`` is as natural as ``obranně``.
_BRACKETS: Final = "()[]"
# In text of another script, a Latin letter beyond ASCII, or what stands behind one of ASCII. A garbled
# word of them costs less than the Han around it: of 400,000 short garbled texts 79 passed that are
# repaired, 3 do now.
_LATIN: Final = re.compile("[\xc0-\xd6\xd8-\xf6\xf8-\u024f]|[A-Za-z][\x80-\u2e7f]")


def is_natural(text: str) -> bool:
    """Tell whether a text reads like one language; False means "look closer".

    Args:
        text: the text, not all of it ASCII.
    """
    text = text.strip(_BRACKETS)
    script = script_beyond_latin(text) or "latin"
    # A garbled word in a text of another script than Latin may cost little.
    if script != "latin" and (_LATIN.search(text) or not is_mostly_beyond_ascii(text)):
        return False
    alphabet, table = _table(script, _likeliest_language(text, script))
    costs = pair_costs(alphabet.encode(f" {text} "), table)
    rare, mean, more = _MOST_BITS_OF_SCRIPT.get(script, _MOST_BITS)
    most = (mean * len(costs) + more) * UNITS_PER_BIT
    return sum(costs) <= most and max(costs) <= rare * UNITS_PER_BIT


def _likeliest_language(text: str, script: str) -> int:
    """Return the number of the language of a script that the first words beyond ASCII are likest in."""
    if len(score.languages_of(script)) == 1:
        return 0
    sample = " ".join(filterfalse(str.isascii, text.split(" ")))[:_SAMPLE]
    if not _TELLING.search(sample):
        sample = text[:_PLAIN_SAMPLE]
    found = score.score_script(script, sample)
    return found.index(min(found))


@cache
def _table(script: str, number: int) -> tuple[Alphabet, bytes]:
    """Return the costs in a language, in which no pair of ASCII is rare."""
    alphabet, table = table_of(script, number)
    rare, _, _ = _MOST_BITS_OF_SCRIPT.get(script, _MOST_BITS)
    costs = bytearray(table)
    limit(costs, set(alphabet.encode(VISIBLE_ASCII + " \n\t")), int(rare * UNITS_PER_BIT))
    return alphabet, bytes(costs)


def without_drawings(text: str) -> str:
    """Return a text without drawings, signs of sums and rows of letters, a long one if it has lines.

    >>> without_drawings("├── server.py"), without_drawings("where ╬┤ is ≥ 3")
    (' server.py', 'where ╬┤ is  3')
    """
    if len(text) > SHORT and not any(line in text for line in _LINES):
        return text
    return _ROW.sub("", _COUNTED.sub("", _DRAWN.sub(_undrawn, text)))


def _undrawn(match: re.Match[str]) -> str:
    return "" if is_drawing(match.group()) else match.group()
