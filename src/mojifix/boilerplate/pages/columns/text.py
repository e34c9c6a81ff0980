"""What the text of a block tells by itself, as columns.

>>> columns = text_columns(("Soup", "Wash the leeks, then slice them."), [4, 32], [1, 6])
>>> list(columns["size"]), list(columns["commas"])
([37, 81], [0, 1])
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from mojifix.boilerplate.labels.roles import Sign, role_of
from mojifix.boilerplate.labels.telling import label_words, telling_lines
from mojifix.boilerplate.trees.columns import (
    Column,
    counts,
    logs,
    rows_of,
    shares_of_counts,
    spread,
)
from mojifix.layout.scripts import SENTENCE_ENDS, WORD, ends_in_thai_or_lao
from mojifix.records import Role

_ASCII: Final = bytes(range(128))
_CODEC: Final = ("utf-8", "surrogatepass")
# Code points at the start of a text whose kinds are counted; more would tell nothing new.
_HEAD: Final = 120
# Longest text whose words are looked up, in code points.
LONGEST_WITH_ROLE: Final = 200
ROLES: Final = get_args(Role)
_ROLE_NUMBERS: Final = {role: 2 * number + 2 for number, role in enumerate(ROLES)}
_SIGNS: Final = (None, None, *(Sign(role, sure) for role in ROLES for sure in (False, True)))
# Kinds of ASCII characters: A capital, 0 digit, | separator, the rest stands for itself.
_KINDS: Final = bytes.maketrans(
    b"BCDEFGHIJKLMNOPQRSTUVWXYZ123456789></", b"A" * 25 + b"0" * 9 + b"|" * 3
)
_SEPARATORS: Final = "·•»›"
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
_WITH_SENTENCES: Final = 20  # code points of a text beyond which sentences and commas are counted
_SENTENCE_ENDS: Final = (". ", "? ", "! ")
_OTHER_SENTENCE_ENDS: Final = ("。", "। ", "؟ ")
_COMMAS: Final = (",",)
_OTHER_COMMAS: Final = ("、", "،", "，")
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
    """Return the columns that need nothing but the texts.

    Args:
        texts: of the blocks, none empty.
        sizes: of each of them, as ``text_size`` counts.
        words: in each of them, as ``word_count`` counts.
    """
    known = dict(zip(texts, zip(sizes, words, strict=True), strict=True))
    columns = _distinct_columns(list(known), *map(list, zip(*known.values(), strict=True)))
    if len(known) == len(texts):
        return columns
    numbers = {text: number for number, text in enumerate(known)}
    found = spread(rows_of(list(columns.values())), [numbers[text] for text in texts])
    return dict(zip(columns, found, strict=True))


def _distinct_columns(
    texts: Sequence[str], sizes: Sequence[int], words: Sequence[int]
) -> dict[str, Column]:
    """Return ``text_columns`` of texts all of which differ, as three of four on a page do."""
    heads = [text[:_HEAD] for text in texts]
    ends = bytes(
        [
            _ENDS.get(text[-1:], 0) if own < _UNENDED_WORDS or text.isascii() else _long_end(text)
            for text, own in zip(texts, words, strict=True)
        ]
    )
    return {
        **_kind_columns(heads),
        "start": bytes([_start(text[:1]) for text in texts]),
        "end": ends,
        "sentences": _counted(texts, heads, _SENTENCE_ENDS, _OTHER_SENTENCE_ENDS),
        "commas": _counted(texts, heads, _COMMAS, _OTHER_COMMAS),
        "size": logs(sizes),
        "words": logs(words),
        "word_size": counts([4 * size // own for size, own in zip(sizes, words, strict=True)]),
        "sentence": bytes(
            [
                end >= _SENTENCE_END and own >= _SENTENCE_WORDS
                for end, own in zip(ends, words, strict=True)
            ]
        ),
        "lines": counts([text.count("\n") for text in texts]),
        "role": _roles(texts),
    }


def _kind_columns(heads: Sequence[str]) -> dict[str, Column]:
    """Return the shares of capitals and of digits, and the number of separators."""
    kinds = [head.encode(*_CODEC).translate(_KINDS) for head in heads]
    capitals, digits, separators = (
        [own.count(kind) for own in kinds] for kind in (b"A", b"0", b"|")
    )
    for n, head in enumerate(heads):
        if not head.isascii():
            others = kinds[n].translate(None, _ASCII).decode(*_CODEC)
            capitals[n] += sum(map(str.isupper, others))
            digits[n] += sum(map(str.isdigit, others))
            separators[n] = sum(map(others.count, _SEPARATORS))
    sizes = list(map(len, heads))
    return {
        "capitals": shares_of_counts(capitals, sizes),
        "digits": shares_of_counts(digits, sizes),
        "separators": counts(separators),
    }


def _long_end(text: str) -> int:
    """Return how a long text ends: in a script without signs for that as sentences do."""
    return _FULL_STOP if ends_in_thai_or_lao(text) else _ENDS.get(text[-1:], 0)


def _start(first: str) -> int:
    """Return what a text starts with: 3 for a capital, 2 for another letter, 1 for a digit."""
    return 3 if first.isupper() else 2 if first.isalpha() else 1 if first.isdigit() else 0


def _counted(
    texts: Sequence[str], heads: Sequence[str], signs: Sequence[str], others: Sequence[str]
) -> Column:
    """Return how many signs longer texts hold, others among them where the head is not ASCII."""
    return counts(
        [
            sum(map(text.count, signs if head.isascii() else (*signs, *others)))
            if len(text) > _WITH_SENTENCES
            else 0
            for text, head in zip(texts, heads, strict=True)
        ]
    )


def _roles(texts: Sequence[str]) -> Column:
    """Return what short texts say they are: an even number for a role, odd above it when sure."""
    short = [text for text in texts if len(text) <= LONGEST_WITH_ROLE]
    lines = [text for text in short if "\n" not in text]
    words = label_words(lines)
    telling = [lines[n] for n in telling_lines(lines, list(map(words.get, lines)))]
    known = {}
    for text in (*telling, *(text for text in short if "\n" in text)):
        sign = role_of(text, words.get(text))
        if sign is not None:
            known[text] = _ROLE_NUMBERS[sign.role] + sign.sure
    return bytes([known.get(text, 0) for text in texts])
