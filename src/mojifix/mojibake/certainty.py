"""How likely a repair is right: a calibrated logistic regression over what can be seen of it.

Bits alone overstate it, because they add up: characters that were lost are guessed with the help of
each other, and where one is wrong they all save. So the odds depend on the bits per character, on
what was guessed, on the kind of damage, on how the word reads that comes out and on whether a
language is known to have it. Of a guess each of them tells something else than of what is read off:
the two have a model each. The weights, and what the odds come to, are in ``certainty.json``;
``training/train_calibration.py`` fitted them to repairs of sentences whose truth is known, and says
how often repairs of each stated probability are right.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from math import log, log2
from typing import Any, Final

from mojifix import resources
from mojifix.codepages import multibyte
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, placed
from mojifix.mojibake.gate.traits import is_odd
from mojifix.mojibake.weighing.costs import pieces_of
from mojifix.mojibake.weighing.known_words import knowledge_of
from mojifix.mojibake.weighing.suspects import excess_bits
from mojifix.mojibake.words import MARKUP, window

# Weights of the signs, and what log odds come to, in their order.
Model = tuple[dict[str, float], list[tuple[float, float]]]

_MODELS: Final = "certainty.json"
_NAMED: Final = 0.9995  # guesses less sure than this were weighed one by one
_LEAST_GUESS: Final = 0.02
_MOST_GUESS: Final = 0.995
_MOST_OVER: Final = 3.0  # bits per character over the norm that tell something; an emoji costs more
# Bits per character over the norm that no Latin word costs which was guessed right: it is 5.2 at most
# in the development sample. Layers that lost too much come out as ``AVANÝƂƒƒÁƠ'¢¡ADO``, at 6 and more.
_ABSURD_BITS: Final = 5.5
WORD_ENDS: Final = f"{MARKUP}%&;"  # also those of escapes
MOST_WORD: Final = 64  # code points of a word that is weighed
_LOST: Final = "?\ufffd"  # what stands for a byte that was lost
# Codecs whose decoders may drop a pair of bytes without a trace, and the bytes of such pairs. Half of
# the letters of most alphabets have one in UTF-8: of words of four letters and more without any, read
# as one of these, 36 % are right in the calibration, of the rest 90 %.
_DROPPING: Final = frozenset(("cp949", "cp950", "big5hkscs", "euc_jp", "euc_jis_2004"))
_DROPPED: Final = frozenset(range(0x80, 0xA1))
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
    weights, levels = _models()[edit.guessed]
    odds = sum(weights[name] * value for name, value in signs(edit, before, word).items())
    return _interpolated(levels, odds)


def is_change_of_encoding(edit: Edit) -> bool:
    """Tell whether an edit reads bytes otherwise, and does not only say that they are lost."""
    return "-as-" in edit.code and bool(edit.after.strip("\ufffd"))


def probabilities(source: str, text: str, edits: list[Edit]) -> list[float]:
    """Return how likely each of the edits is right that led from a source to a text."""
    result = []
    for start, end, edit in placed(edits):
        left, right = window(text, start, end, WORD_ENDS)
        before = source[edit.start : edit.end]
        result.append(probability(edit, before, text[left : min(right, left + MOST_WORD)]))
    return result


def sensible(text: str, edits: list[Edit]) -> list[Edit]:
    """Return the edits that led to a text, without guesses that make what nobody writes.

    They follow the pairs of letters, be they the least unlikely of none that is likely.
    """
    return [
        edit
        for start, end, edit in placed(edits)
        if not (edit.guessed and _is_absurd(text[slice(*window(text, start, end, WORD_ENDS))]))
    ]


def _is_absurd(word: str) -> bool:
    """Tell whether a word is Latin of no language, or of letters that the model knows and others."""
    word = word[:MOST_WORD]
    scripts = {script_of(char) for char in word if char.isalpha()}
    is_mixed = None in scripts and len(scripts) > 1
    return is_mixed or (scripts == {"latin"} and _over(word) > _ABSURD_BITS)


def signs(edit: Edit, before: str, word: str) -> dict[str, float]:
    """Return what tells whether an edit is right, by name.

    Args:
        edit: a change of encoding.
        before: what stood there.
        word: what stands there afterwards, with the rest of the word.
    """
    known = [knowledge_of(script, piece) for script, piece in pieces_of(word)]
    is_named = edit.guessed and edit.guesses < _NAMED
    guess = min(max(edit.guesses, _LEAST_GUESS), _MOST_GUESS)
    last = [kind for kind in edit.code.split("+") if "-as-" in kind][-1]
    wrong = last.partition("-as-")[2]
    return {
        "any": 1.0,
        "bits per character": log2(1 + max(0.0, edit.bits) / (len(before) + 1)),
        "lost per character": sum(map(before.count, _LOST)) / (len(edit.after) + 1),
        "named": float(is_named),
        "named, log odds": log(guess / (1 - guess)) if is_named else 0.0,
        "odd": float(is_odd(edit.after)),
        "length": log2(1 + len(edit.after)),
        "over the norm": min(_MOST_OVER, _over(word)),
        "known": float(any(each.savings for each in known)),
        "unknown": float(any(each.more for each in known)),
        "in small letters": float(before == before.lower() != before.upper()),
        "in capitals": float(before == before.upper() != before.lower()),
        "layers": float(len(edit.steps) > 2),
        "legacy": float(not last.startswith("utf8-as-")),
        "multibyte": float(wrong in multibyte.DECODERS),
        "spared": 0.0 if edit.guessed else log2(1 + _spared(edit.after, wrong)),
    }


def _spared(after: str, wrong: str) -> int:
    """Return how many characters beyond ASCII a codec that drops some may have left of more.

    >>> _spared("оон", "cp949"), _spared("город", "cp949"), _spared("оон", "gbk")
    (3, 0, 0)
    """
    if wrong not in _DROPPING or not _DROPPED.isdisjoint(after.encode("utf-8", "surrogatepass")):
        return 0
    return sum(char > "\x7f" for char in after)


def _over(word: str) -> float:
    """Return how many bits per character a word costs more than a clean one."""
    return excess_bits(word) / (len(word) + 1)


def _interpolated(points: list[tuple[float, float]], at: float) -> float:
    """Return the height of a line through some points, level on both sides of them."""
    index = bisect_left(points, (at, 0.0))
    if index in (0, len(points)):
        return points[min(index, len(points) - 1)][1]
    (left, low), (right, high) = points[index - 1 : index + 1]
    return low + (high - low) * (at - left) / (right - left)


@cache
def _models() -> tuple[Model, Model]:
    """Return the model of what is read off, and that of what is guessed."""
    table = json.loads(resources.read_bytes(__package__, _MODELS))
    read_off, guessed = (_model(table[name]) for name in ("read off", "guessed"))
    return read_off, guessed


def _model(table: dict[str, Any]) -> Model:
    weights = {str(name): float(weight) for name, weight in table["weights"].items()}
    return weights, [(float(odds), float(share)) for odds, share in table["levels"]]
