"""The languages of the model that somebody names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mojifix.language.model import languages

# What replaced a tag, and the members of a macrolanguage whose own tag pages give (IANA Language Subtag
# Registry): most Norwegian pages say "no".
_MEMBERS: Final = {
    "fil": ("tl",), "in": ("id",), "iw": ("he",), "ji": ("yi",), "ku": ("ckb", "kmr"),
    "mo": ("ro",), "no": ("nb", "nn"), "sh": ("bs", "hr", "sr"),
}  # fmt: skip


def model_tags(tags: Iterable[str]) -> frozenset[str]:
    """Return the languages of the model that BCP 47 tags mean; a tag of none of them means nothing.

    Neither case (RFC 5646, 2.1.1) nor a region tells; without a script a tag means all scripts.

    >>> sorted(model_tags(("PT-br", "sr", "zh_Hant_HK", "no", "tlh")))
    ['nb', 'nn', 'pt', 'sr-Cyrl', 'sr-Latn', 'zh-Hant']
    """
    return frozenset(
        known for tag in tags for known in _meant(tag.lower().replace("_", "-").split("-"))
    )


def _meant(subtags: list[str]) -> list[str]:
    members = _MEMBERS.get(subtags[0], subtags[:1])
    same = [known for known in languages() if known.split("-")[0] in members]
    return [known for known in same if known.lower().split("-")[-1] in subtags] or same
