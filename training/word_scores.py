"""Score what is kept of a page as the benchmarks do: by the words it shares with the truth.

>>> word_f1("wash the leeks", "Wash the leeks well"), word_f1("", "")
(0.8571428571428571, 1.0)
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower-cased."""
    return _WORD.findall(text.lower())


def word_f1(found: str, truth: str) -> float:
    """Return the F1 of a text's bag of words; that of nothing where nothing is true is 1."""
    ours, true = Counter(words_of(found)), Counter(words_of(truth))
    if not ours and not true:
        return 1.0
    return 2 * (ours & true).total() / (ours.total() + true.total())
