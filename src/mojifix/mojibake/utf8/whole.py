"""Lines that are UTF-8 throughout and were read as one code page: undone in one stroke.

Most garbled text is garbled as a whole, or line by line. Where all of a line encodes to well-formed
UTF-8 again, and there is enough of it in the text, that is no accident, and there is nothing to weigh
run by run.

>>> text = "╨Я╤А╨╕╨▓╨╡╤В, ╤А╨╛╨┤╨╜╨╛╨╣!\\nТы где?"
>>> change = find_change(text, [(0, 28)], set())
>>> change.text.split("\\n")
['Привет, родной!', 'Ты где?']
>>> [edit.after for edit in change.edits]
['Привет', 'родной']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.mojibake.edits import Change, Edit, recoding
from mojifix.mojibake.gate.traits import is_accident
from mojifix.mojibake.gate.verdict import is_ordinary
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.word_kinds import is_formula
from mojifix.mojibake.words import Span, spliced, window, without_ascii

# Continuation bytes that are no accident: each of the 128 characters beyond ASCII is one in one of
# two cases, so that clean text of that many would pass once in 2 ** 12 by its form alone; its words
# would have to cost more than what they turn into, too.
_LEAST_CONTINUATIONS: Final = 12
_LEAST_BITS: Final = 60.0
_MOST_CONTINUING: Final = 5 / 6  # of the characters of a sequence, in CESU-8
_SAMPLE: Final = 30  # runs, and words, that are weighed
_BEGINNING: Final = 500  # characters beyond ASCII that rule nearly all other code pages out
# What such a reading must save, so that nothing else can be meant: all of 1,049 garbled lines and words
# that save 32 to 44 bits are right. Weighed run by run, which takes longer, 54 stay as they are.
_BEYOND_DOUBT_BITS: Final = 32.0
_WORD_LIMIT: Final = 100  # characters of a word, of text without blanks
_CLEAR_BITS: Final = 20.0  # by which one reading must be better than the next

_Run = tuple[int, int, str]  # where it starts and ends, and what it was


def find_change(text: str, lines: list[Span], known: set[str]) -> Change | None:
    """Return what undoes the garbling of the lines that one code page garbled as a whole.

    Args:
        text: the text.
        lines: those of its lines to look at, sorted and disjoint.
        known: code pages that the text is known to have been damaged by; added to.
    """
    if len(without_ascii(text)) * _MOST_CONTINUING < _LEAST_CONTINUATIONS:
        return None
    readings = _readings(text, lines)
    saved: dict[str, int] = {}
    for (start, end), (after, codepage) in readings.items():
        saved[codepage] = saved.get(codepage, 0) + end - start - len(after)
    best = max(saved, key=saved.__getitem__, default="")
    if not best or saved[best] < _LEAST_CONTINUATIONS:
        return None
    garbled = [(*span, after) for span, (after, codepage) in readings.items() if codepage == best]
    runs = _Runs(text, [(start, end) for start, end, _ in garbled], best)
    after = spliced(text, garbled)
    if not (runs.are_telling and (is_ordinary(after) or _save_enough(runs.saved_by_word()))):
        return None
    known.add(best)
    return Change(after, runs.edits, has_guesses=False)


def find_clear_change(text: str) -> Change | None:
    """Return what undoes the garbling of a text of which that leaves no doubt, however short it is.

    There is one way to read all of it as UTF-8, or one clearly better than the others, nothing odd is
    left then, and the words save more than any code page and any language may cost.

    >>> find_clear_change("sen sÃ¤ilyttÃ¤misen").text
    'sen säilyttämisen'
    """
    readings = _readings_as_one(text)
    after = _clearest(list(readings))
    if after is None:
        return None
    saved = 0.0
    for bits in _saved_between_blanks(text, after):
        if bits <= 0.0:
            return None
        saved += bits
    runs = _Runs(text, [(0, len(text))], readings[after])
    if saved < _BEYOND_DOUBT_BITS or not (runs.are_telling and is_ordinary(after)):
        return None
    return Change(after, runs.edits, has_guesses=False)


def _saved_between_blanks(before: str, after: str) -> Iterator[float]:
    """Yield the bits saved by each word that changes, of what stands between blanks.

    Nothing is told of a long one, nor of one with what may be a sign and its no-break space, nor of a
    formula: ``√π`` is no ``ù``.
    """
    for was, now in zip(_between_blanks(before), _between_blanks(after), strict=True):
        if was != now:
            is_told = len(was) <= _WORD_LIMIT and "\xa0" not in was and not is_formula(was)
            yield word_bits(was) - word_bits(now) if is_told else 0.0


def _between_blanks(text: str) -> list[str]:
    return text.replace("\n", " ").split(" ")


def _save_enough(saved: Iterator[float]) -> bool:
    """Tell whether the first words save what all have to; mostly two of them do."""
    return any(total >= _LEAST_BITS for total in accumulate(saved))


def _readings(text: str, lines: list[Span]) -> dict[Span, tuple[str, str]]:
    """Return what the lines were that are UTF-8 under some code page, and under which.

    Lines that code pages read differently, and none of them clearly better, are left out.
    """
    readings: dict[Span, tuple[str, str]] = {}
    for start, end in lines:
        line = text[start:end]
        found = _readings_as_one(line)
        clearest = _clearest(list(found))
        if clearest is not None:
            readings[start, end] = clearest, found[clearest]
    return readings


def _readings_as_one(text: str) -> dict[str, str]:
    """Return what a text was if all of it is UTF-8 read as one code page, and the first that is it.

    Nothing was read as any where all is ASCII.
    """
    beyond = without_ascii(text)
    beginning = beyond[:_BEGINNING]
    found: dict[str, str] = {}
    read: set[bytes] = set()  # most of the code pages that a line may have been read as agree on it
    for codepage in utf8.codepages_of_all(set(beginning)) if beginning else ():
        data = singlebyte.encode(beginning, codepage)
        # No byte of a sequence is ASCII, so that those beyond it are UTF-8 by themselves.
        if data in read or not utf8.may_begin(data):
            continue
        try:
            found.setdefault(utf8.decode(text, codepage), codepage)
        except UnicodeError:
            continue
        if len(beyond) == len(beginning):
            read.add(data)
    return found


def _clearest(readings: list[str]) -> str | None:
    """Return the only reading, or the one whose own words cost clearly less than the others'."""
    if len(readings) < 2:
        return readings[0] if readings else None
    words = [set(reading.split()) for reading in readings]
    shared = set.intersection(*words)
    costs = [sum(map(word_bits, islice(sorted(own - shared), _SAMPLE))) for own in words]
    least, next_least = sorted(costs)[:2]
    return readings[costs.index(least)] if least + _CLEAR_BITS < next_least else None


class _Runs:
    """The runs of UTF-8 in lines that are well-formed UTF-8 under a code page."""

    def __init__(self, text: str, lines: list[Span], codepage: str) -> None:
        self._text, self._lines, self._codepage = text, lines, codepage

    def edits(self) -> list[Edit]:
        """Return an edit of each run, with its share of what all save."""
        steps, code = recoding(self._codepage)
        size = sum(end - start for start, end, _ in self._sample)
        rate = sum(self.saved_by_word()) / size
        return [
            Edit(start, end, after, steps, rate * (end - start), code=code)
            for start, end, after in self
        ]

    def saved_by_word(self) -> Iterator[float]:
        """Yield the bits saved by undoing some of the first runs, word by word that holds them."""
        sample, at = self._sample, 0
        while at < len(sample):
            start, end, _ = sample[at]
            left, right = window(self._text, start, end)
            first = at
            while at < len(sample) and sample[at][1] <= right:
                at += 1
            after = spliced(self._text, sample[first:at], left, right)
            yield word_bits(self._text[left:right]) - word_bits(after)

    @property
    def are_telling(self) -> bool:
        """Whether clean text does not hold all of them."""
        return next(self._telling(), None) is not None

    @cached_property
    def _sample(self) -> list[_Run]:
        return list(islice(self._telling(), _SAMPLE))

    def _telling(self) -> Iterator[_Run]:
        """Yield the runs that clean text does not hold."""
        return (run for run in self if not is_accident(self._text[run[0] : run[1]], run[2]))

    def __iter__(self) -> Iterator[_Run]:
        for start, end in self._lines:
            for left, right, after in utf8.runs(self._text[start:end], self._codepage):
                yield start + left, start + right, after
