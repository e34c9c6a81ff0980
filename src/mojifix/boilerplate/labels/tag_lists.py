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
from mojifix.boilerplate.labels.roles import TAG_SEPARATORS, tags_of

# Words of the longest tag that is looked for in the text.
MOST_WORDS: Final = 4


def tags_in(line: str, text: str) -> tuple[str, ...]:
    """Return the tags of a line.

    Args:
        line: a line of tags.
        text: the text of the page, which shows what words go together where nothing parts them.

    Returns:
        The tags; nothing for a line without a label, which may list anything: of 26 pages of WCXB
        whose unlabeled lines would make tags, 24 list links.
    """
    tags = tags_of(line, spaced=True)
    if tags is None:
        return ()
    if len(tags) > 1 and not any(separator in line for separator in TAG_SEPARATORS):
        return _grouped(tags, f" {fold(text)} ")
    return tags


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
