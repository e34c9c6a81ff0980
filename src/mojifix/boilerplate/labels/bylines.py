"""Names of authors in bylines.

>>> author_of("Escrito por Antônio Brandão"), author_within("Publié le 2 mai 2022 par Noëlle")
('Antônio Brandão', 'Noëlle')
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mojifix.boilerplate.labels.dates import is_date_word, iso_date
from mojifix.boilerplate.labels.folding import fold
from mojifix.boilerplate.labels.phrases import phrases
from mojifix.layout.head.person_names import (
    LONGEST_NAME,
    NAME_EDGES,
    PARTICLES,
    opening_name,
    opening_names,
)

LONGEST_BYLINE: Final = 60  # code points
# Labels of this many words at most are looked for.
_LABEL_WORDS: Final = 3
_CLOCK: Final = re.compile(r"(?<![\d.])\d{1,2}[:.]\d\d(?![\d.])")
# What parts a name from a date, a count or a role that follows it.
_AFTER_NAME: Final = re.compile(r"[|•·⋅●»>\n]|(?<!\w)\d")
# What a name stands beside that wrote nothing, by its first letters: "Photo by", "reviewed by".
_NOT_WRITTEN: Final = (
    "photo", "foto", "image", "imagen", "bild", "picture", "illustra", "video", "review", "edited",
    "check", "translat", "übersetz", "tradu", "geprüft", "überprüft", "sponsor", "powered", "hosted",
    "фото", "снимк", "перев",
)  # fmt: skip
# What parts a byline from a date, a count or a role beside it, and those from each other.
PARTS: Final = re.compile(r"\s[|•·⋅●–—]\s|\n")
# What may stand between a label and a name; a bar parts other things.
_SIGNS: Final = frozenset(NAME_EDGES.replace("|", ""))
# "By ukulele on May 2": letters of a word in lower case that is no part of the name.
_LONGEST_PREPOSITION: Final = 3


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    """Return the words of labels, without the colon in scripts with capitals, which tell a name."""
    labels = [label.replace("：", ":") for label in phrases().byline]
    return frozenset(
        tuple((label if label.upper() == label else label.rstrip(":")).split()) for label in labels
    )


@cache
def first_words() -> frozenset[str]:
    """Return the folded words that a byline may begin with."""
    return frozenset(label[0].rstrip(":") for label in _labels())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(first_words())  # as str.startswith takes them


def _may_begin(text: str) -> bool:
    """Tell whether the first word of a text begins a label."""
    words = text.split(None, 1)
    if not words:
        return False
    first = words[0].replace("：", ":").replace("—", ":").partition(":")[0]
    return first.casefold().strip(NAME_EDGES) in first_words()


def is_byline(text: str) -> bool:
    """Tell whether a line names its author after a word such as "by".

    >>> is_byline("By Hannah Oakes"), is_byline("By night we walked on")
    (True, False)
    >>> is_byline("Par Noëlle Roux, publié le 2 mai 2022"), is_byline("By 3 May 2021 he was gone")
    (True, False)
    """
    if len(text) > LONGEST_BYLINE or not _may_begin(text):
        return False
    if author_of(text) is not None:
        return True
    # "By Ann Lee • May 3, 2024" stands below every item of a list as well, where it is content.
    if iso_date(text) and not PARTS.search(text) and opening_author(text) is not None:
        return True
    return _CLOCK.search(text) is not None and _after_label(text, from_start=True) is not None


def author_of(text: str) -> str | None:
    """Return the names in a line that is a byline and nothing else; None when it is not.

    >>> author_of("By the sea") is None, author_of("Von Anna Maier und Jan de Boer")
    (True, 'Anna Maier und Jan de Boer')
    >>> author_of("By—Ann Lee"), author_of("글: 김민수"), author_of("글 잘 쓰는 법")
    ('Ann Lee', '김민수', None)
    """
    found = _after_label(text, from_start=True)
    return found[0] if found and found[1] else None


def author_within(text: str) -> str | None:
    """Return the name after a byline's label, wherever that stands in the line.

    >>> author_within("Közzétéve 2022. július 23. Szerző: Zsuzsa")
    'Zsuzsa'
    >>> author_within("By Noëlle Roux May 2, 2022")
    'Noëlle Roux'
    """
    found = _after_label(text, from_start=False)
    return found[0] if found else None


def without_label(name: str) -> str:
    """Return a name without the label of a byline before it.

    >>> without_label("By Noëlle Roux"), without_label("De Luca Rossi")
    ('Noëlle Roux', 'De Luca Rossi')
    >>> without_label("Author: Ann Lee")
    'Ann Lee'
    """
    found = author_of(name)
    return found if found and name.split(None, 1)[0].casefold() not in PARTICLES else name


def is_label(text: str) -> bool:
    """Tell whether a text is the label of a byline alone, the name standing elsewhere.

    >>> is_label("Written by"), is_label("Written by Noëlle")
    (True, False)
    """
    words = f"{text}:".split(None, _LABEL_WORDS)
    return _label_size(words) == len(words)


def leading_name(text: str) -> str:
    """Return what a text begins with, up to a date, a count or a sign that parts it from the rest.

    >>> leading_name("Noëlle Roux • May 2, 2022"), leading_name("ukulele March 2, 2022, 10:01pm")
    ('Noëlle Roux', 'ukulele')
    >>> leading_name("ByNoëlle RouxMay 2, 2022"), leading_name("by ukulele_94 on")
    ('Noëlle Roux', 'ukulele_94')
    """
    words = _unglued(_AFTER_NAME.split(text, maxsplit=1)[0].split())
    words = _without_opening_label(words)
    if words and ((words[-1].islower() and (words[-1],) in _labels()) or _announces_date(words)):
        return ""  # "Article by", "Published"
    return " ".join(_without_date(words)).strip(NAME_EDGES)


def opening_author(text: str) -> str | None:
    """Return the names after a label that a line, or a part of it, begins with.

    After "by" alone no more than a date or a sign may follow.

    >>> opening_author("ByNoëlle Roux | Chief Cook"), opening_author("3 min read · By Ann Lee")
    ('Noëlle Roux', 'Ann Lee')
    >>> opening_author("Posted by Ann Lee and Jo Ray in Rust."), opening_author("By Tyne they row")
    ('Ann Lee and Jo Ray', None)
    """
    if len(text) > 2 * LONGEST_BYLINE:
        return None
    for part in PARTS.split(text):
        if not part.lstrip(NAME_EDGES).casefold().startswith(_beginnings()):
            continue
        words = _unglued(_words(part))
        rest = _without_opening_label(words)
        if rest is words:
            continue
        names = opening_names(rest)
        is_long_label = len(words) > len(rest) + 1
        behind = rest[len(names) :]
        if is_long_label or not behind or behind[0][0].isdigit() or _announces_date(behind):
            names = _without_date(names)
            if names:
                return " ".join(names).strip(NAME_EDGES)
    return None


def _without_date(words: list[str]) -> list[str]:
    """Return words without a month, a day of the week, or what announces a date at their end.

    >>> _without_date(["Noëlle", "Roux", "Monday,", "May"]), _without_date(["Ann", "Updated", "on"])
    (['Noëlle', 'Roux'], ['Ann'])
    """
    announced = (number for number in range(1, len(words)) if _announces_date(words[number:]))
    words = words[: next(announced, None)]
    while words and is_date_word(words[-1].strip(NAME_EDGES + ".")):
        words = words[:-1]
    while len(words) > 1 and words[-1].islower() and len(words[-1]) <= _LONGEST_PREPOSITION:
        words = words[:-1]
    return words


def _announces_date(words: list[str]) -> bool:
    folded = fold(" ".join(words)).replace(":", " ") + " "
    return any(folded.startswith(f"{label} ") for label in phrases().published.opening(folded))


def _unglued(words: list[str]) -> list[str]:
    """Return words without what is glued to a name: a label before it, a date behind it.

    >>> _unglued(["ByNoëlle", "RouxMay", "3"]), _unglued(["DeLuca", "MacDonald"])
    (['By', 'Noëlle', 'Roux'], ['DeLuca', 'MacDonald'])
    """
    parted: list[str] = []
    for number, word in enumerate(words):
        cut = next(
            (n for n in range(1, len(word)) if word[n - 1].islower() and word[n].isupper()), 0
        )
        start, end = word[:cut], word[cut:]
        if cut and number == 0 and start.casefold() in first_words() - PARTICLES:
            parted += [start, end]
        elif cut and number and is_date_word(end.strip(NAME_EDGES)):
            return [*parted, start]
        else:
            parted.append(word)
    return parted


def _words(text: str) -> list[str]:
    """Return the words of a line, those parted that a colon or a dash alone stands between."""
    return text.replace(":", ": ").replace("：", "： ").replace("—", " — ").split()


def _label_size(words: list[str]) -> int:
    """Return how many words at the start of some are a label, 0 for none.

    >>> _label_size("Written by Ann".split()), _label_size("글: 김민수".split()), _label_size(["글"])
    (2, 1, 0)
    """
    folded = [word.casefold().strip(NAME_EDGES) for word in words[:_LABEL_WORDS]]
    for size in range(len(folded), 0, -1):
        with_colon = (*folded[: size - 1], folded[size - 1] + ":")
        if tuple(folded[:size]) in _labels() or (
            words[size - 1].endswith((":", "：")) and with_colon in _labels()
        ):
            return size
    return 0


def _without_opening_label(words: list[str]) -> list[str]:
    size = _label_size(words[:-1])
    return words[size:] if size and words[0].casefold() not in PARTICLES else words


def _after_label(text: str, *, from_start: bool) -> tuple[str, bool] | None:
    """Return the name after a label and whether the line ends with it."""
    if len(text) > 2 * LONGEST_BYLINE:
        return None
    if from_start and not _may_begin(text):
        return None
    words = _words(text)
    folded = [word.casefold().strip(NAME_EDGES) for word in words]
    for start in range(1 if from_start else len(words)):
        if folded[start] not in first_words():
            continue
        if start and folded[start - 1].startswith(_NOT_WRITTEN):
            continue
        size = _label_size(words[start:])
        if not size:
            continue
        rest = words[start + size :]
        while rest and rest[0] in _SIGNS:
            rest = rest[1:]
        name, joined = opening_name(rest), opening_names(rest)
        if len(name) < len(joined) == len(rest):
            return " ".join(joined).strip(NAME_EDGES), True
        ends = len(name) == len(rest)
        if not ends and rest[len(name)][0].isdigit():
            name = _without_date(name)
        if name and len(name) <= LONGEST_NAME:
            return " ".join(name).strip(NAME_EDGES), ends
    return None
