"""Letters of which a question mark is left, in words that only one of them completes.

An encoder writes ``?`` for what its encoding lacks. That tells less than U+FFFD does: a question mark
ends sentences, and begins the query of an address. What tells are words with one inside, nearly all of
which are words of the language then. Of 5 million clean lines, and 36,000 files of code and
documentation, something is found in five only, which are damaged so.

>>> text = "A reuni?o de amanh?, diz o diretor, n?o vai mesmo come?ar cedo, vai?"
>>> find_change(text).text
'A reunião de amanhã, diz o diretor, não vai mesmo começar cedo, vai?'
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.edits import Change
from mojifix.mojibake.weighing.effort import Effort

_LETTER: Final = r"[^\W\d_]"
_INSIDE: Final = re.compile(rf"{_LETTER}\?{{1,4}}{_LETTER}")  # more are no letters
# A word between blanks and marks; at its end a question mark is one where the sentence may end.
_WORD: Final = re.compile(
    rf"""(?<![^\s"'(«“„>-])(?:{_LETTER}|\?(?=\?{{0,3}}{_LETTER})|(?<={_LETTER})\?(?=,|\s[a-z]))+"""
    r"""(?=[\s"'<”»’-]|[,.:;!?)](?:[\s"'<)]|$)|$)"""
)
_ONE: Final = re.compile(r"(?<!\?)\?(?!\?)")  # for each character, so that some stands alone
_LEAST_LETTERS: Final = 3  # that are left of different words; code has ``g?g`` and ``e?e``
_LEAST_SHARE: Final = 0.75  # of those with a question mark inside


def find_change(
    text: str, languages: Collection[str] = (), effort: Effort | None = None
) -> Change | None:
    """Return what names the letters that can be named, if there are any.

    Args:
        text: the text.
        languages: BCP 47 tags of languages to expect; any where it is in none of them.
        effort: what searches of it may take; as much as is due to its length when left out.
    """
    if "?" not in text or REPLACEMENT in text or not _INSIDE.search(text):
        return None
    # Imported late: hardly any text has such words, and it is much.
    from mojifix.explaining.words import NAME_MARK
    from mojifix.mojibake.lossy.leftovers import lost_letters

    words = [match for match in _WORD.finditer(text) if "?" in match.group()]
    if not any(_ONE.search(word.group()) for word in words):
        return None
    lost = _WORD.sub(lambda word: word.group().replace("?", REPLACEMENT), text)
    edits = lost_letters.find_edits(lost, frozenset(languages), effort)
    named = {at for edit in edits for at in range(edit.start, edit.end)}
    inside = [word for word in words if _INSIDE.search(word.group())]
    right = [word for word in inside if named.issuperset(_marks(word))]
    left = {word.group().lower().replace("?", "") for word in right}
    if sum(map(len, left)) < _LEAST_LETTERS or len(right) < _LEAST_SHARE * len(inside):
        return None
    return Change.of(text, [replace(edit, steps=(NAME_MARK,)) for edit in edits])


def _marks(word: re.Match[str]) -> set[int]:
    """Return the places of the question marks of a word."""
    return {at for at, char in enumerate(word.group(), word.start()) if char == "?"}
