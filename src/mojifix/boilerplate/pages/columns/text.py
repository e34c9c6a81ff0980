"""What the text of a block tells by itself, as columns.

>>> columns = text_columns(("Soup", "Wash the leeks, then slice them."), [4, 32], [1, 6])
>>> list(columns["size"]), list(columns["sentence"])
([37, 81], [0, 0])
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from mojifix.boilerplate.labels.roles import Sign, role_of
from mojifix.boilerplate.labels.telling import label_words, telling_lines
from mojifix.boilerplate.trees.columns import Column, counts, logs
from mojifix.layout.scripts import SENTENCE_ENDS, WORD, ends_in_thai_or_lao
from mojifix.records import Role

# Longest text whose words are looked up, in code points.
LONGEST_WITH_ROLE: Final = 200
ROLES: Final = get_args(Role)
_ROLE_NUMBERS: Final = {role: 2 * number + 2 for number, role in enumerate(ROLES)}
_SIGNS: Final = (None, None, *(Sign(role, sure) for role in ROLES for sure in (False, True)))
_FULL_STOP: Final = 7
# How a text ends, from a word in the middle of a sentence to the end of one.
_ENDS: Final = {
    **dict.fromkeys("0123456789%", 1),
    **dict.fromkeys(")]»›>→", 2),
    **dict.fromkeys(",;،、", 3),
    **dict.fromkeys(":：", 4),
    **dict.fromkeys("…", 5),
    **dict.fromkeys("\"'”’」』", 6),
    **dict.fromkeys(SENTENCE_ENDS, _FULL_STOP),
}
_SENTENCE_END: Final = 6
_SENTENCE_WORDS: Final = 7
# Words of a text in a script without signs for the end of a sentence from which it is one.
_UNENDED_WORDS: Final = 12
# In a text whose words are longer than this on average, words are not parted by spaces.
_LONGEST_WORD: Final = 14


def word_count(text: str, size: int) -> int:
    """Return about how many words a text has; its space must be collapsed.

    Args:
        text: not empty.
        size: of it, as ``text_size`` counts.

    >>> word_count("Wash the leeks", 14), word_count("洗净韭葱，切成薄片。", 34)
    (3, 5)
    """
    words = text.count(" ") + text.count("\n") + 1
    if size != len(text) or (size > _LONGEST_WORD * words and not text.isascii()):
        return size // WORD or 1
    return words


def signs_of(roles: Column) -> list[Sign | None]:
    """Return what the numbers of the column ``role`` stand for."""
    return list(map(_SIGNS.__getitem__, roles))


def text_columns(
    texts: Sequence[str], sizes: Sequence[int], words: Sequence[int]
) -> dict[str, Column]:
    """Return the columns that need nothing but the texts, none empty, with their sizes and words."""
    ends = bytes(
        [
            _ENDS.get(text[-1:], 0) if own < _UNENDED_WORDS or text.isascii() else _long_end(text)
            for text, own in zip(texts, words, strict=True)
        ]
    )
    return {
        "end": ends,
        "size": logs(sizes),
        "words": logs(words),
        "word_size": counts([4 * size // own for size, own in zip(sizes, words, strict=True)]),
        "sentence": bytes(
            [
                end >= _SENTENCE_END and own >= _SENTENCE_WORDS
                for end, own in zip(ends, words, strict=True)
            ]
        ),
        "role": _roles(texts),
    }


def _long_end(text: str) -> int:
    """Return how a long text ends: in a script without signs for that as sentences do."""
    return _FULL_STOP if ends_in_thai_or_lao(text) else _ENDS.get(text[-1:], 0)


def _roles(texts: Sequence[str]) -> Column:
    """Return what short texts say they are: an even number for a role, odd above it when sure."""
    short = [text for text in dict.fromkeys(texts) if len(text) <= LONGEST_WITH_ROLE]
    lines = [text for text in short if "\n" not in text]
    words = label_words(lines)
    telling = [lines[n] for n in telling_lines(lines, list(map(words.get, lines)))]
    known = {}
    for text in (*telling, *(text for text in short if "\n" in text)):
        sign = role_of(text, words.get(text))
        if sign is not None:
            known[text] = _ROLE_NUMBERS[sign.role] + sign.sure
    return bytes([known.get(text, 0) for text in texts])
