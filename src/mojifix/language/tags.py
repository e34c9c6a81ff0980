"""The languages of the model that somebody names."""

from __future__ import annotations

from collections.abc import Iterable

from mojifix.language.model import languages


def model_tags(tags: Iterable[str]) -> frozenset[str]:
    """Return the languages of the model that BCP 47 tags mean; a tag of none of them means nothing.

    Neither case (RFC 5646, 2.1.1) nor a region tells; without a script a tag means all scripts.

    >>> sorted(model_tags(("PT-br", "sr", "zh_Hant_HK", "tlh")))
    ['pt', 'sr-Cyrl', 'sr-Latn', 'zh-Hant']
    """
    return frozenset(
        known for tag in tags for known in _meant(tag.lower().replace("_", "-").split("-"))
    )


def _meant(subtags: list[str]) -> list[str]:
    same = [known for known in languages() if known.split("-")[0] == subtags[0]]
    return [known for known in same if known.lower().split("-")[-1] in subtags] or same
