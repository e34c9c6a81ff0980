r"""Words that are the same without their characters beyond ASCII, told apart by the words around them.

Of ``f\ufffdr`` Swedish has ``för`` and ``får``; what stands by itself may be ``à`` in French, or a
dash. As in Yarowsky, "Decision lists for lexical ambiguity resolution: application to accent
restoration in Spanish and French" (1994) the words on either side tell, here by multinomial logistic
regression.

``homographs.bin`` is a line of JSON (what made it, from which sources and licences, a digest) and a
zlib stream of JSON: for each language and each of its forms that are several words, what it costs, the
words, and the weight of each by what is around. ``training/train_homographs.py`` makes it and says what
is estimated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from mojifix.language.packed import read_zipped

FORMAT: Final = "mojifix-homographs/1"
STEPS_PER_BIT: Final = 4
LOST: Final = "\ufffd"
TOKEN: Final = re.compile(rf"[A-Za-z{LOST}]+|[^\sA-Za-z{LOST}]")
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]")
_DIGIT: Final = re.compile(r"\d")
AROUND: Final = 60  # code points on either side in which words are looked for
_RARE_BITS: Final = 12.0  # what a form costs that is not known
BIAS: Final = ""  # the feature of every context


def form_of(text: str) -> str:
    r"""Return a text as it is without its characters beyond ASCII, one for one.

    >>> form_of("för få 3 år")
    'f\ufffdr f\ufffd 0 \ufffdr'
    """
    return _DIGIT.sub("0", _BEYOND_ASCII.sub(LOST, text))


def features(before: str, after: str) -> Iterator[str]:
    """Yield what the forms of the lines before and after a word tell of it.

    >>> list(features("the dog ", ", sir"))
    ['', 'a,', '<dog', '<2og', '<<the', '>,', '>2,', '>>sir']
    """
    last, second = _nearest(before[-AROUND:].rpartition("\n")[2], is_before=True)
    first, other = _nearest(after[:AROUND].partition("\n")[0], is_before=False)
    yield BIAS
    yield _kind(last) + _kind(first)
    last, first = last.lower(), first.lower()
    yield from (f"<{last}", f"<2{last[-2:]}", f"<<{second.lower()}")
    yield from (f">{first}", f">2{first[:2]}", f">>{other.lower()}")


def _nearest(line: str, *, is_before: bool) -> tuple[str, str]:
    """Return the two words of a line that are nearest to what it stands before, or behind."""
    found = TOKEN.findall(line)
    near, far, *_ = [*(found[::-1] if is_before else found), "", ""]
    return near, far


def _kind(word: str) -> str:
    char = word[:1]
    return "A" if char.isupper() else "a" if char.isalpha() else char


def readings(form: str, before: str, after: str, language: str) -> Mapping[str, float]:
    """Return how likely each word is that has a form, 0..1; nothing where one word alone has it.

    Args:
        form: of a word in small letters.
        before: the form of what stands before it.
        after: the form of what stands after it.
        language: a BCP 47 tag.

    >>> found = readings("\ufffd", "Nous allons ", " la maison", "fr")
    >>> max(found, key=found.__getitem__)
    'à'
    """
    known = _model().get(language, {}).get(form)
    if known is None:
        return {}
    _, words, weights = known
    sums = [0] * len(words)
    for feature in features(before, after):
        if (row := weights.get(feature)) is not None:
            sums = [one + other for one, other in zip(sums, row, strict=True)]
    most = max(sums)
    shares = [2.0 ** ((each - most) / STEPS_PER_BIT) for each in sums]
    total = sum(shares)
    return {word: share / total for word, share in zip(words, shares, strict=True)}


def form_bits(form: str, language: str) -> float:
    """Return what a form costs in a language: the bits of its share of all words.

    Of one that is not known it is what one costs that is hardly ever seen.

    >>> form_bits("\ufffd", "nb") < form_bits("\ufffd", "da")
    True
    """
    known = _model().get(language, {}).get(form)
    return known[0] / STEPS_PER_BIT if known else _RARE_BITS


@cache
def _model() -> dict[str, dict[str, Any]]:
    model: dict[str, dict[str, Any]] = read_zipped("homographs.bin", FORMAT)
    return model
