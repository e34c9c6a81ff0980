"""The phrases that web pages put around their content, loaded when first asked for.

``phrases.json`` holds them by role and language; the languages are for its readers only, since
a page mixes its own language with that of its software.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final
from unicodedata import category

from mojifix.records import Role

# Openings are found by their first characters; this many keep the lists short.
_INDEXED: Final = 3
_NO_LETTERS: Final = re.compile(r"[^a-z]+")
_APOSTROPHES: Final = str.maketrans("’ʼ´`", "''''")
_ASCII_ONLY_LETTERS: Final = {code: " " for code in range(128) if not chr(code).isalpha()}


class Labels:
    """Phrases that stand before something, to be found at the start of a text.

    >>> labels = Labels(["Next", "Next article"])
    >>> list(labels.opening("next articles"))
    ['next article', 'next']
    """

    def __init__(self, texts: Iterable[str]) -> None:
        heads = defaultdict(set)
        for text in map(fold, texts):
            heads[text[:1]].add(text)
        self._by_head = {
            head: sorted(group, key=lambda text: (-len(text), text))
            for head, group in heads.items()
        }

    def opening(self, folded: str) -> Iterator[str]:
        """Give the labels that a folded text begins with, longest first."""
        return filter(folded.startswith, self._by_head.get(folded[:1], ()))

    def __iter__(self) -> Iterator[str]:
        for group in self._by_head.values():
            yield from group


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, ready to be looked up.

    Attributes:
        whole: role of a line that says just this, by ``letters`` of the line.
        opening: phrases a line begins with and their roles, by their first characters.
        within: phrases found anywhere in a line.
        previous, next: labels of links to the neighbouring pages.
        tags, categories, byline, published: what stands before tags, categories, names and dates,
            likewise.
    """

    whole: Mapping[str, Role]
    opening: Mapping[str, tuple[tuple[str, Role], ...]]
    within: tuple[tuple[str, Role], ...]
    previous: Labels
    next: Labels
    tags: Labels
    categories: Labels
    byline: Labels
    published: Labels

    def openings(self, folded: str) -> tuple[tuple[str, Role], ...]:
        """Return the phrases that can open a folded text, longest first."""
        return self.opening.get(folded[:_INDEXED], ())


# One line is folded by several rules in turn.
@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """Make texts comparable: no case, one kind of space and apostrophe.

    >>> fold("Don’t  Miss")
    "don't miss"
    """
    return " ".join(text.casefold().translate(_APOSTROPHES).split())


def letters(text: str) -> str:
    """Reduce a text to its folded words: no numbers, symbols or punctuation.

    >>> letters("« Panier (0) »")
    'panier'
    """
    if text.isascii():
        return _NO_LETTERS.sub(" ", text.lower()).strip()
    kept = text.casefold().translate(_ASCII_ONLY_LETTERS)
    return " ".join("".join(map(_letter, kept)).split())


@lru_cache(maxsize=4_096)
def _letter(char: str) -> str:
    return char if char.isalpha() or category(char)[0] == "M" else " "


@cache
def phrases() -> Phrases:
    """Load the phrases."""
    data = json.loads(files("mojifix.boilerplate").joinpath("phrases.json").read_bytes())
    opening = defaultdict(list)
    for role, texts in data["opening"].items():
        for text in texts:
            opening[_keep_edge(text)[:_INDEXED]].append((_keep_edge(text), role))
    return Phrases(
        whole={
            letters(text): role for role, texts in data["whole"].items() for text in _all(texts)
        },
        opening={head: _longest_first(entries) for head, entries in opening.items()},
        within=tuple((fold(t), role) for role, texts in data["within"].items() for t in texts),
        previous=Labels(_all(data["previous"])),
        next=Labels(_all(data["next"])),
        tags=Labels(data["tags"]),
        categories=Labels(data["categories"]),
        byline=Labels(data["byline"]),
        published=Labels(data["published"]),
    )


def _all(texts: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for of_language in texts.values():
        yield from of_language


def _longest_first(entries: list[tuple[str, Any]]) -> tuple[tuple[str, Role], ...]:
    return tuple(sorted(set(entries), key=lambda entry: (-len(entry[0]), entry)))


def _keep_edge(text: str) -> str:
    """Fold a phrase; a space at its end asks for another word."""
    return fold(text) + (" " if text.endswith(" ") else "")
