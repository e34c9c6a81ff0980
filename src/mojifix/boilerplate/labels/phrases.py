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
from functools import cache
from typing import Any, Final

from mojifix import resources
from mojifix.boilerplate.labels.folding import fold, letters
from mojifix.records import Role

# Openings are found by their first characters; this many keep the lists short.
_INDEXED: Final = 3
_SPACED_COLON: Final = re.compile(r"\b:$")  # many write "Read also : Leeks in winter"


class Labels:
    """Phrases that stand before something, to be found at the start of a text.

    >>> labels = Labels(["Next", "Next article"])
    >>> list(labels.opening("next articles"))
    ['next article', 'next']
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._all = sorted(set(map(fold, texts)), key=lambda text: (-len(text), text))
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        for text in self._all:
            self._by_first[text[0]].append(text)

    def opening(self, folded: str) -> list[str]:
        """Return the labels that a folded text begins with, longest first."""
        labels = self._by_first.get(folded[:1], ())
        return [label for label in labels if folded.startswith(label)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, ready to be looked up.

    Attributes:
        whole: role of a line that says just this, by ``letters`` of the line.
        opening: phrases a line begins with and their roles, by their first characters.
        within: phrases found anywhere in a line, and their roles.
        previous, next: labels of links to the neighbouring pages.
        tags, listing, byline, published: what stands before tags, before these or categories, before
            names and before dates, likewise.
        edit: what links for editing behind headings say, by ``letters``.
        consent: what buttons below notices of cookies say, likewise.
        more: what buttons below the beginning of a text say, likewise.
    """

    whole: Mapping[str, Role]
    opening: Mapping[str, tuple[tuple[str, Role], ...]]
    within: tuple[tuple[str, Role], ...]
    previous: Labels
    next: Labels
    tags: Labels
    listing: Labels
    byline: Labels
    published: Labels
    edit: frozenset[str]
    consent: frozenset[str]
    more: frozenset[str]

    def openings(self, folded: str) -> tuple[tuple[str, Role], ...]:
        """Return the phrases that can open a folded text, longest first."""
        return self.opening.get(folded[:_INDEXED], ())

    def role_within(self, folded: str) -> Role | None:
        """Return the role of the first phrase that a folded text holds."""
        return next((role for phrase, role in self.within if phrase in folded), None)


@cache
def phrases() -> Phrases:
    """Load the phrases."""
    data = json.loads(resources.read_bytes(__package__, "phrases.json"))
    opening = defaultdict(list)
    for role, texts in data["opening"].items():
        for text in map(_keep_edge, texts):
            for form in {text, _SPACED_COLON.sub(" :", text)}:
                opening[form[:_INDEXED]].append((form, role))
    return Phrases(
        whole={
            letters(text): role for role, texts in data["whole"].items() for text in _all(texts)
        },
        opening={head: _longest_first(entries) for head, entries in opening.items()},
        within=tuple((fold(t), role) for role, texts in data["within"].items() for t in texts),
        previous=Labels(_all(data["previous"])),
        next=Labels(_all(data["next"])),
        tags=Labels(data["tags"]),
        listing=Labels([*data["tags"], *data["categories"]]),
        byline=Labels(data["byline"]),
        published=Labels(data["published"]),
        edit=frozenset(map(letters, _all(data["edit"]))),
        consent=frozenset(map(letters, _all(data["consent"]))),
        more=frozenset(map(letters, _all(data["more"]))),
    )


def _all(texts: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for of_language in texts.values():
        yield from of_language


def _longest_first(entries: list[tuple[str, Any]]) -> tuple[tuple[str, Role], ...]:
    return tuple(sorted(set(entries), key=lambda entry: (-len(entry[0]), entry)))


def _keep_edge(text: str) -> str:
    """Fold a phrase; a space at its end asks for another word."""
    return fold(text) + (" " if text.endswith(" ") else "")


def ends_word(folded: str, phrase: str) -> bool:
    """Tell whether a phrase that a folded text begins with ends where a word does."""
    rest = folded[len(phrase) : len(phrase) + 1]
    if not rest or not phrase[-1].isalpha():
        return True
    caseless = phrase[-1].upper() == phrase[-1].lower()
    return caseless or not rest.isalpha()
