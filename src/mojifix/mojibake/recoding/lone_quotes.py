"""Words that become quotation marks, which have partners."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from mojifix.mojibake.recoding.recoded_words import RecodedWord

_PARTNERS: Final = {
    "«": "»", "»": "«", "‹": "›", "›": "‹", "„": '“”"', "‚": "‘’'", "“": "”„", "”": "“„",
}  # fmt: skip
_STOPS: Final = ".,;:!?)"
_LONE_QUOTE_BITS: Final = 10.0


def with_lone_quotes_weighed(words: list[RecodedWord], text: str) -> list[RecodedWord]:
    """Return the words; those that become a quotation mark without a partner are worth less."""
    seen = {*text, *"".join(word.after for word in words)}
    lone = _without_partner(seen)
    return [
        replace(word, gain=word.gain - _LONE_QUOTE_BITS, saved=word.saved - _LONE_QUOTE_BITS)
        if not lone.isdisjoint({*word.new} - {*word.old})
        or _ends_in_quote(word, seen)
        or _begins_with_dash(word)
        else word
        for word in words
    ]


def lone_quote_bits(chars: Set[str]) -> float:
    """Return what the quotation marks without a partner among some characters cost.

    >>> lone_quote_bits({*"«"}), lone_quote_bits({*"«»"})
    (10.0, 0.0)
    """
    return _LONE_QUOTE_BITS * len(_without_partner(chars) & chars)


def _without_partner(chars: Set[str]) -> set[str]:
    return {char for char, others in _PARTNERS.items() if chars.isdisjoint(others)}


def _ends_in_quote(word: RecodedWord, seen: set[str]) -> bool:
    """Tell whether the last letter of a word becomes a quotation mark that nothing opens."""
    old, new = word.old.rstrip(_STOPS), word.new.rstrip(_STOPS)
    return new.endswith("’") and old[-1:].isalpha() and "‘" not in seen


def _begins_with_dash(word: RecodedWord) -> bool:
    """Tell whether the first letter of a word becomes a dash, as ``—жуан`` of ``Чжуан`` does."""
    return word.old[:1].isalpha() and word.new[:1] in {*"–—"} and word.new[1:2].islower()
