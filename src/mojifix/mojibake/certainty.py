"""How likely a repair is right: a calibrated logistic regression over what can be seen of it.

Bits alone overstate it, because they add up: characters that were lost are guessed with the help of
each other, and where one is wrong they all save. So the odds depend on the bits per character, on
what was guessed, on the kind of damage and on how the word reads that comes out. The weights, and
what the odds come to, are in ``certainty.json``; ``training/train_calibration.py`` fitted them to
repairs of sentences whose truth is known, and says how often repairs of each stated probability are
right.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from math import log, log2
from typing import Final

from mojifix import resources
from mojifix.codepages import multibyte
from mojifix.mojibake.edits import Edit, placed
from mojifix.mojibake.gate.traits import is_odd
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import CLEAN_BITS
from mojifix.mojibake.words import window

_MODEL: Final = "certainty.json"
_NAMED: Final = 0.9995  # guesses less sure than this were weighed one by one
_LEAST_GUESS: Final = 0.02
_MOST_GUESS: Final = 0.995
_MOST_UNDER: Final = 4.0  # bits per character under the norm that tell something
_MOST_OVER: Final = 3.0  # … and over it; an emoji alone costs 13 more
_MOST_WORD: Final = 64  # code points of a word that is weighed
# Of what is no change of encoding, such as an escape that is undone, or a loss that stays one: so
# much is each bit worth.
_LEAST_BITS: Final = 1.0


def probability(edit: Edit, before: str, word: str) -> float:
    """Return how likely an edit is right, 0..1.

    Args:
        edit: the edit.
        before: what stood there.
        word: what stands there afterwards, with the rest of the word.
    """
    if not is_change_of_encoding(edit):
        return 1 - 2 ** -max(_LEAST_BITS, edit.bits)
    weights, levels = _model()
    odds = sum(weights[name] * value for name, value in signs(edit, before, word).items())
    return _interpolated(levels, odds)


def is_change_of_encoding(edit: Edit) -> bool:
    """Tell whether an edit reads bytes otherwise, and does not only say that they are lost."""
    return "-as-" in edit.code and bool(edit.after.strip("\ufffd"))


def probabilities(source: str, text: str, edits: list[Edit]) -> list[float]:
    """Return how likely each of the edits is right that led from a source to a text."""
    result = []
    for start, end, edit in placed(edits):
        left, right = window(text, start, end)
        before = source[edit.start : edit.end]
        result.append(probability(edit, before, text[left : min(right, left + _MOST_WORD)]))
    return result


def signs(edit: Edit, before: str, word: str) -> dict[str, float]:
    """Return what tells whether an edit is right, by name.

    Args:
        edit: a change of encoding.
        before: what stood there.
        word: what stands there afterwards, with the rest of the word.
    """
    bits = max(0.0, edit.bits)
    over = word_bits(word) / (len(word) + 1) - CLEAN_BITS
    is_named = edit.guessed and edit.guesses < _NAMED
    guess = min(max(edit.guesses, _LEAST_GUESS), _MOST_GUESS)
    last = [kind for kind in edit.code.split("+") if "-as-" in kind][-1]
    return {
        "any": 1.0,
        "bits": log2(1 + bits),
        "bits per character": log2(1 + bits / (len(before) + 1)),
        "guessed": float(edit.guessed and not is_named),
        "named": float(is_named),
        "named, log odds": log(guess / (1 - guess)) if is_named else 0.0,
        "odd": float(is_odd(edit.after)),
        "over the norm": min(_MOST_OVER, max(0.0, over)),
        "under the norm": min(_MOST_UNDER, max(0.0, -over)),
        "in small letters": float(before == before.lower() != before.upper()),
        "in capitals": float(before == before.upper() != before.lower()),
        "layers": float(len(edit.steps) > 2),
        "legacy": float(not last.startswith("utf8-as-")),
        "multibyte": float(last.partition("-as-")[2] in multibyte.DECODERS),
        "unescaped": float("unescape" in edit.code),
    }


def _interpolated(points: list[tuple[float, float]], at: float) -> float:
    """Return the height of a line through some points, level on both sides of them."""
    index = bisect_left(points, (at, 0.0))
    if index in (0, len(points)):
        return points[min(index, len(points) - 1)][1]
    (left, low), (right, high) = points[index - 1 : index + 1]
    return low + (high - low) * (at - left) / (right - left)


@cache
def _model() -> tuple[dict[str, float], list[tuple[float, float]]]:
    """Return the weights of the signs, and what log odds come to, in their order."""
    table = json.loads(resources.read_bytes(__package__, _MODEL))
    weights = {str(name): float(weight) for name, weight in table["weights"].items()}
    return weights, [(float(odds), float(share)) for odds, share in table["levels"]]
