"""Clean signs around and within garbled words: quotation marks, dashes, the frame around a title.

The words may have been garbled before they were put there. A pair has none of the signs then, or it
would make letters of them.
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.mojibake.recoding.lone_quotes import lone_quote_bits
from mojifix.mojibake.recoding.pairs import Pair
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import SIGNS_AROUND

# What stands around a word in a frame. Of 250 garbled words 18 % came back in quotes, and 68 % beside a
# dash, where these had to come from the pair, too; 78 and 89 % do now, and of 3,032 rows two are lost.
_SIGNS_AROUND: Final = re.compile(f"(^[{SIGNS_AROUND}]+|(?<![{SIGNS_AROUND}])[{SIGNS_AROUND}]+$)")
_SIGNS_ANYWHERE: Final = re.compile(f"([{SIGNS_AROUND}]+)")
# What no writer meant: a reading with such characters is wrong.
BROKEN: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")


def undone_words(words: list[str], pair: Pair, scale: Scale) -> list[str | None]:
    """Return words as they were, None for each that cannot have come from a pair.

    Quotes, dashes and their like around garbled words, as those of a frame around a title, or between
    them, as an apostrophe, stay where all words are cheaper so, or where the pair has none of them.
    """
    best = [pair.undo(word) for word in words]
    for signs in (_SIGNS_AROUND, _SIGNS_ANYWHERE):
        signed = [at for at, word in enumerate(words) if signs.search(word)]
        kept = list(best)
        for at in signed:
            kept[at] = _undone_between(signs, words[at], pair) or best[at]
        if signed and not _is_cheaper(best, kept, words, scale):
            best = kept
    return best


def without_signs(words: list[str]) -> list[list[str]]:
    """Return words, and what is beyond ASCII of them where signs around or in them are clean."""
    found = [words]
    for signs in (_SIGNS_AROUND, _SIGNS_ANYWHERE):
        parts = [part for word in words for part in signs.split(word)[::2] if not part.isascii()]
        if parts and parts not in found:
            found.append(parts)
    return found


def _undone_between(signs: re.Pattern[str], word: str, pair: Pair) -> str | None:
    """Return a word as it was, but for some signs of it, which stay."""
    parts = signs.split(word)  # every second is of signs
    undone = [part if number % 2 else pair.undo(part) for number, part in enumerate(parts)]
    return None if None in undone else "".join(filter(None, undone))


def _is_cheaper(
    undone: list[str | None], kept: list[str | None], words: list[str], scale: Scale
) -> bool:
    """Tell whether words are cheaper as they were than with their signs kept.

    Args:
        undone: the words as they were.
        kept: likewise, but for some signs.
        words: the words as they stand.
        scale: weighs words in the languages of the text.
    """
    unlike = [
        (first, second)
        for first, second in zip(undone, kept, strict=True)
        if first and second and first != second and not BROKEN.search(first)
    ]
    saved = sum(scale.bits(second) - scale.bits(first) for first, second in unlike)
    return bool(unlike) and saved + lone_quote_bits(set("".join(words))) > 0
