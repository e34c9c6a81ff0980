"""The gate: text with nothing odd about it passes at the speed of C.

Garbled text is odd in one of three ways: characters that nobody writes there (controls, box
drawings, a sign between two letters, two scripts in one word, a capital after a small letter), two
characters that may be a lead byte and what follows it, or letters that no one language uses
together. Text that is odd in none of them is clean, but for short text with few telling letters,
whose words are looked up.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from mojifix.codepages import utf8
from mojifix.language import model
from mojifix.language.alphabet import script_of
from mojifix.mojibake.suspects import suspects
from mojifix.mojibake.weigh import Scale
from mojifix.mojibake.words import non_ascii_words

# Signs that stand between words, not inside them.
_SIGNS: Final = "¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿×÷‚ƒ„…†‡ˆ‰‹›“”•˜€™˙˛˝∂∆∏∑−√∞∫≈≠≤≥◊"
_LETTER: Final = "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0370-\u06ff\u0e00-\u0e7f\u1e00-\u1eff"
_NON_LATIN: Final = "\u0370-\u06ff\u0e00-\u0e7f"

# Each expression starts with a class of characters, which the engine skips to quickly, and looks
# at a bounded number of characters from there.
_ODD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # nobody writes these
        r"[\x80-\x9f\xa4\xa6\xac\xaf\u2500-\u259f\ue000-\uf8ff\ufffd\uff61-\uff9f]",
        # a sign inside a word
        rf"[{_SIGNS}](?<=[{_LETTER}].)[{_LETTER}]",
        # a sign that starts a word after a space, or a digit-like sign that ends one
        rf"[†‡ˆ‰˜¢-¦¨ª¬¯±²³´µ¶¸¹º][{_LETTER}]",
        # two scripts in one word
        rf"[{_NON_LATIN}](?<=[A-Za-z].)",
        rf"[{_NON_LATIN}][A-Za-z]",
        # a capital after a small letter
        r"[\u0410-\u042f\u0401-\u040f\u0391-\u03a9](?<=[\u0430-\u045f\u03ac-\u03ce].)",
        r"[\xc0-\xde](?<=[a-z\xdf-\xff].)",
        # Han in a Latin word
        r"[\u3400-\ud7a3](?<=[a-z].)[a-z]",
        # Han, one or two of them among ASCII, at the start or the end of a Latin word
        r"[\u3400-\ud7a3](?<=[a-z].)[\u3400-\ud7a3]?(?![^\x00-\x7f])",
        r"[\u3400-\ud7a3](?<=[\x00-\x7f].)[a-z]{2}",
    )
)
_SHORT: Final = 300  # code points of a text all of whose words are looked up
# Scripts that several languages write with letters of their own.
_SHARED_SCRIPTS: Final = ("latin", "cyrillic", "greek", "arabic", "hebrew")


@cache
def _languages_of_letters() -> dict[str, int]:
    """Map each letter to the languages that use it, as a mask."""
    masks: dict[str, int] = {}
    for number, letters in enumerate(model.letters().values()):
        for letter in letters:
            masks[letter] = masks.get(letter, 0) | 1 << number
    return masks


@lru_cache(maxsize=4096)
def _share_a_language(letters: frozenset[str]) -> bool:
    """Tell whether the letters of each script belong to one language."""
    masks = _languages_of_letters()
    by_script: dict[str, int] = {}
    for letter in letters:
        script = script_of(letter)
        if script not in _SHARED_SCRIPTS or not letter.isalpha():
            continue
        by_script[script] = by_script.get(script, -1) & masks.get(letter, 0)
    return all(by_script.values())


def is_ordinary(text: str) -> bool:
    """Tell whether a text shows no sign of damage; False means "look closer".

    >>> is_ordinary("Il était déjà là, « près de Łódź ».")
    False
    >>> is_ordinary("Il était déjà là, « près de Paris ».")
    True
    """
    if text.isascii():
        return True
    if any(pattern.search(text) for pattern in _ODD):
        return False
    chars = frozenset(char for char in set(text) if char > "\x7f")
    if not _share_a_language(chars):
        return False
    if any(utf8.whole_pattern(page).search(text) for page in utf8.candidates(set(chars))):
        return False
    spans = non_ascii_words(text[:_SHORT])
    return not suspects(text, spans, Scale(text) if len(text) <= _SHORT else None)
