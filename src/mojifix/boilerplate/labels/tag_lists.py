"""The tags of a line that lists them, with or without anything to part them.

>>> tags_in("Tags: Santa Brígida, obras", "")
('Santa Brígida', 'obras')
>>> tags_in("Tags market Santa Brígida winter", "The market of Santa Brígida opens.")
('market', 'Santa Brígida', 'winter')
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mojifix.boilerplate.labels.folding import fold
from mojifix.boilerplate.labels.phrases import Labels, ends_word, phrases

# Words of the longest tag that is looked for in the text.
MOST_WORDS: Final = 4
_SEPARATORS: Final = (",", "、", "،", "，", ";", "|", "•", "·", "/", "#")


def tags_in(line: str, text: str) -> tuple[str, ...]:
    """Return the tags of a line.

    Args:
        line: a line of tags.
        text: the text of the page, which shows what words go together where nothing parts them.

    Returns:
        The tags; nothing for a line without a label, which may list anything: of 26 pages of WCXB
        whose unlabeled lines would make tags, 24 list links.
    """
    tags = listed(line, fold(line), phrases().tags, spaced=True)
    if tags is None:
        return ()
    for separator in _SEPARATORS:
        if separator in tags:
            return tuple(tag for part in tags.split(separator) if (tag := part.strip(" #")))
    return _grouped(tags.split(), f" {fold(text)} ")


def listed(text: str, folded: str, labels: Labels, *, spaced: bool = False) -> str | None:
    """Return what a line lists after a label; None without the label.

    Args:
        text: the line.
        folded: what ``fold`` makes of it.
        labels: that it may have.
        spaced: take a space for the end of the label; else it must be a colon, or the label must
            be in capitals.

    >>> tags, day = "Tag: cavolo nero", "Tag der offenen Tür"
    >>> [listed(line, fold(line), phrases().tags) for line in (tags, day)]
    ['cavolo nero', None]
    """
    label = next((label for label in labels.opening(folded) if ends_word(folded, label)), None)
    if label is None:
        return None
    head, rest = text[: len(label)], text[len(label) :]
    caseless = head.upper() == head.lower()
    in_capitals = not caseless and len(label) > 2 and head == head.upper()
    if rest and not (spaced or in_capitals or caseless or rest.lstrip()[:1] in (":", "：")):
        return None
    return rest.strip(" :：")


def _grouped(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Put together the words that stand together in the text."""
    tags = []
    start = 0
    while start < len(words):
        for size in range(min(MOST_WORDS, len(words) - start), 0, -1):
            group = words[start : start + size]
            if size == 1 or (_may_be_one(group) and f" {fold(' '.join(group))}" in text):
                tags.append(" ".join(group))
                start += size
                break
    return tuple(tags)


def _may_be_one(words: Sequence[str]) -> bool:
    """Tell whether words can be one tag: a name, or words that are not in alphabetical order."""
    if all(word[0].isupper() for word in words):
        return True
    folded = [fold(word) for word in words]
    return folded != sorted(folded)
