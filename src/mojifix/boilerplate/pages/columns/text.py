"""What the text of a block tells by itself, as columns.

>>> columns = text_columns(("Soup", "Wash the leeks, then slice them."), [1, 6])
>>> list(columns["size"]), list(columns["commas"])
([37, 81], [0, 1])
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from mojifix.boilerplate.labels.folding import CODEC
from mojifix.boilerplate.labels.roles import Sign, role_of
from mojifix.boilerplate.labels.telling import label_words, telling_lines
from mojifix.boilerplate.trees.columns import HIGHEST, Column, counts, logs, rows_of, spread
from mojifix.records import Role

_ASCII: Final = bytes(range(128))
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
# How a text ends, from a word in the middle of a sentence to the end of one.
_ENDS: Final = {
    **dict.fromkeys("0123456789%", 1),
    **dict.fromkeys(")]»›>→", 2),
    **dict.fromkeys(",;،、", 3),
    **dict.fromkeys(":：", 4),
    **dict.fromkeys("…", 5),
    **dict.fromkeys("\"'”’」』", 6),
    **dict.fromkeys(".!?。！？।؟", 7),
}
_WITH_SENTENCES: Final = 20  # code points of a text beyond which sentences and commas are counted
_SENTENCE_END: Final = 6
_SENTENCE_WORDS: Final = 7
# In a text whose words are longer than this on average, words are not parted by spaces: there they
# are taken to be as long as in Thai.
_LONGEST_WORD: Final = 14
_UNSPACED_WORD: Final = 4


def word_count(text: str) -> int:
    """Return about how many words a text has; its space must be collapsed.

    >>> word_count("Wash the leeks"), word_count("大根を洗って薄く切り、水にさらしておく。")
    (3, 5)
    """
    words = text.count(" ") + text.count("\n") + 1
    size = len(text)
    if size > _LONGEST_WORD * words and not text.isascii():
        return size // _UNSPACED_WORD
    return words


def signs_of(roles: Column) -> list[Sign | None]:
    """Return what the numbers of the column ``role`` stand for."""
    return list(map(_SIGNS.__getitem__, roles))


def text_columns(texts: Sequence[str], words: Sequence[int]) -> dict[str, Column]:
    """Return the columns that need nothing but the texts.

    Args:
        texts: of the blocks, none empty.
        words: in each of them, as ``word_count`` counts.
    """
    known = dict(zip(texts, words, strict=True))
    columns = _distinct_columns(list(known), list(known.values()))
    if len(known) == len(texts):
        return columns
    numbers = {text: number for number, text in enumerate(known)}
    found = spread(rows_of(list(columns.values())), [numbers[text] for text in texts])
    return dict(zip(columns, found, strict=True))


def _distinct_columns(texts: Sequence[str], words: Sequence[int]) -> dict[str, Column]:
    """Return ``text_columns`` of texts all of which differ, as three of four on a page do."""
    rows = []
    for text in texts:
        size = len(text)
        head = text[:_HEAD]
        is_ascii = head.isascii()
        kinds = head.encode(*CODEC).translate(_KINDS)
        capitals, digits = kinds.count(b"A"), kinds.count(b"0")
        if is_ascii:
            separators = kinds.count(b"|")
        else:
            others = kinds.translate(None, _ASCII).decode(*CODEC)
            capitals += sum(map(str.isupper, others))
            digits += sum(map(str.isdigit, others))
            separators = sum(map(others.count, _SEPARATORS))
        first = text[:1]
        start = 3 if first.isupper() else 2 if first.isalpha() else 1 if first.isdigit() else 0
        sentences = commas = 0
        if size > _WITH_SENTENCES:
            sentences = text.count(". ") + text.count("? ") + text.count("! ")
            commas = text.count(",")
            if not is_ascii:
                sentences += text.count("。") + text.count("। ") + text.count("؟ ")
                commas += text.count("、") + text.count("،") + text.count("，")
        length = len(head) or 1
        rows.append(
            (
                HIGHEST * capitals // length, HIGHEST * digits // length, separators, start,
                _ENDS.get(text[-1:], 0), sentences, commas,
            )
        )  # fmt: skip
    names = ("capitals", "digits", "separators", "start", "end", "sentences", "commas")
    columns = {
        name: counts(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)
    }
    sizes = [len(text) for text in texts]
    columns["size"] = logs(sizes)
    columns["words"] = logs(words)
    columns["word_size"] = counts(
        [4 * size // count for size, count in zip(sizes, words, strict=True)]
    )
    columns["sentence"] = bytes(
        [
            end >= _SENTENCE_END and count >= _SENTENCE_WORDS
            for end, count in zip(columns["end"], words, strict=True)
        ]
    )
    columns["lines"] = counts([text.count("\n") for text in texts])
    columns["role"] = _roles(texts)
    return columns


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
