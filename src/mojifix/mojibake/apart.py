"""Lines that were damaged apart, each in a way of its own.

A file of records or a dump of comments holds lines in many languages, some of them garbled, each by
another program. What one line tells says nothing about the next then, and if all are weighed together,
clean lines are repaired like their neighbors. A sample of the lines that are still odd after the text
was weighed as a whole shows whether that is so: repaired alone, such a line reads well, but otherwise
than repaired with the rest. Among many clean lines some look garbled by accident; so the more lines
there are, the more bits a line must save to be repaired by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from math import log2
from typing import Final

from mojifix.mojibake.edits import Change, Edit, Layers, bits_saved
from mojifix.mojibake.gate.verdict import is_ordinary
from mojifix.mojibake.weighing.suspects import excess_bits
from mojifix.mojibake.words import Span, lines_of, non_ascii_words

# Repairs a line by itself, with hints at the codecs that garbled it.
RepairLine = Callable[[str, Sequence[str]], Layers]

# Lines that are repaired alone, the oddest. Of 297 garbled lines among clean ones in other languages
# 283 come back so, 279 if none is asked where the whole shows nothing, and 281 if one is.
_SAMPLE: Final = 4
_LONG: Final = 300  # characters of a line that are looked at for that
# What the repair of a line must save, by the logarithm of how many lines there are; where the whole
# shows nothing, one line must save more. Lists of words in six languages that the model does not
# know are left alone so, and 99 % of the garbled lines that are repaired alone still are in texts of
# 20 lines.
_POSITION_BITS: Final = 2.0
_LINE_BITS: Final = 10.0
_FIRST_BITS: Final = 20.0
_LEFT_ODD: Final = 0.2  # of the oddity of a line, that rare words may leave in its repair
_MOST: Final = 0.5  # of the repaired lines, that must agree to be a hint to the others


def find_change(
    text: str, odd: list[Span], together: Change | None, repair_line: RepairLine, count: int
) -> Change | None:
    """Return the change of a text line by line, None where its lines do not speak for themselves.

    Args:
        text: the text.
        odd: the lines of it that are odd.
        together: what the first look at it as a whole changes, None if nothing.
        repair_line: repairs one line.
        count: lines of the document that the text is of.
    """
    if count < 2 or (together is None and len(odd) < 2):
        return None
    price = _POSITION_BITS * log2(count)
    lines = [text[start:end] for start, end in odd]
    pairs = _changed_lines(text, together.text) if together else zip(lines, lines, strict=True)
    ranked = sorted(((oddity_of(line), line, result) for line, result in pairs), reverse=True)
    # The oddest are asked first whether they are still odd, so that not all are.
    still_odd = (row for row in ranked if together is None or not is_ordinary(row[2]))
    steps = {edit.steps[:2] for edit in together.edits} if together else set()
    for oddity, line, result in islice(still_odd, _SAMPLE):
        if together is None and oddity < _FIRST_BITS:
            break
        alone = repair_line(line, ())
        if together is None and bits_saved(alone.edits) < _FIRST_BITS + price:
            continue
        if (
            alone.text != result
            and (is_ordinary(alone.text) or oddity_of(alone.text) < _LEFT_ODD * oddity)
            and steps.isdisjoint(edit.steps[:2] for edit in alone.edits)
        ):
            return Change.of(text, _line_by_line(text, repair_line, _LINE_BITS + price))
    return None


def _changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines of a text, each as it was and as it is; none where their number changed."""
    old, new = lines_of(before), lines_of(after)
    if len(old) != len(new):
        return []
    return [(before[slice(*was)], after[slice(*now)]) for was, now in zip(old, new, strict=True)]


def oddity_of(line: str) -> float:
    """Return how much more the words of a line cost than clean ones."""
    words = [line[start:end] for start, end in non_ascii_words(line[:_LONG])]
    return sum(max(0.0, excess_bits(word)) for word in words)


def _line_by_line(text: str, repair_line: RepairLine, price: float) -> list[Edit]:
    """Return the repairs of each line alone; what most of them agree on is a hint to the others."""
    lines = [line for line in lines_of(text) if not is_ordinary(text[slice(*line)])]
    repaired = [repair_line(text[slice(*line)], ()) for line in lines]
    steps = Counter(layers.edits[0].steps[:2] for layers in repaired if layers.is_changed)
    agreed = [pair for pair, count in steps.items() if count >= _MOST * steps.total()]
    named = [step.split() for pair in agreed for step in pair]
    codecs = [codec for action, codec in named if action in ("encode", "decode")]
    edits: list[Edit] = []
    for (start, end), layers in zip(lines, repaired, strict=True):
        if codecs and not layers.is_changed:
            layers = repair_line(text[start:end], codecs)
        if bits_saved(layers.edits) >= price:
            edits += [edit.moved(start) for edit in layers.edits]
    return edits
