"""Edits of a text, and how several layers of them compose into receipts.

>>> layers = Layers("xÃƒÂ©y")
>>> layers.apply([Edit(1, 5, "Ã©", ("encode cp1252", "decode utf-8"), 20.0)])
'xÃ©y'
>>> layers.apply([Edit(1, 3, "é", ("encode cp1252", "decode utf-8"), 12.0)])
'xéy'
>>> [(e.start, e.end, e.after, len(e.steps), e.bits) for e in layers.edits]
[(1, 5, 'é', 4, 32.0)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import prod
from operator import attrgetter
from typing import Final, Self

from mojifix.mojibake.words import spliced

_ENCODE: Final = "encode "


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` by ``after``.

    Attributes:
        start, end: span in the text the edit applies to, in code points.
        after: what stands there afterwards.
        steps: the codec steps that turn the one into the other.
        bits: description length saved.
        guessed: True when a character was chosen by the model because information was lost.
        code: the kind of damage, as in ``"utf8-as-cp866"``.
        guesses: the probability that all characters chosen by the model are right, 0..1.
    """

    start: int
    end: int
    after: str
    steps: tuple[str, ...]
    bits: float
    guessed: bool = False
    code: str = ""
    guesses: float = 1.0

    def moved(self, by: int) -> Edit:
        """Return the same edit some code points further on."""
        return replace(self, start=self.start + by, end=self.end + by)


class Change:
    """A change of a text: what it is afterwards, and the edits, which are made when asked for.

    Attributes:
        text: the text afterwards.
        has_guesses: whether one of the edits may be guessed.
    """

    def __init__(
        self, text: str, edits: Callable[[], Sequence[Edit]], *, has_guesses: bool
    ) -> None:
        self.text, self.has_guesses = text, has_guesses
        self._edits = edits

    @classmethod
    def of(cls, text: str, edits: Sequence[Edit]) -> Self:
        """Return the change that sorted and disjoint edits make of a text."""
        has_guesses = any(edit.guessed for edit in edits)
        return cls(replaced(text, edits), lambda: edits, has_guesses=has_guesses)

    @cached_property
    def edits(self) -> Sequence[Edit]:
        """Return the edits, sorted and disjoint."""
        return self._edits()


class Layers:
    """A text under repair: the text so far, and the edits that lead to it from the source.

    ``edits`` always refer to the source; ``apply`` takes edits of the text so far.
    """

    def __init__(self, source: str) -> None:
        self._source = self.text = source
        self._changes: list[tuple[str, Change]] = []  # each with the text before
        self._edits: list[Edit] = []  # of the changes before those

    def apply(self, edits: Sequence[Edit]) -> str:
        """Apply edits of the text so far, which are sorted and disjoint, and return the new text."""
        return self.change(Change.of(self.text, edits)) if edits else self.text

    def change(self, change: Change) -> str:
        """Apply a change of the text so far and return the new text."""
        self._changes.append((self.text, change))
        self.text = change.text
        return self.text

    def only(self, kept: Sequence[Edit]) -> Layers:
        """Return the repair with some of its edits alone, itself where these are all."""
        if len(kept) == len(self.edits):
            return self
        layers = Layers(self._source)
        layers.apply(kept)
        return layers

    @property
    def is_changed(self) -> bool:
        """Tell whether the text is another than the source."""
        return self.text != self._source

    @property
    def has_guesses(self) -> bool:
        """Tell whether one of the edits may be guessed."""
        return any(change.has_guesses for _, change in self._changes) or any(
            edit.guessed for edit in self._edits
        )

    def as_change(self) -> Change:
        """Return all that was done as one change of the source."""
        return Change(self.text, lambda: self.edits, has_guesses=self.has_guesses)

    @property
    def edits(self) -> list[Edit]:
        """Return the edits of the source that lead to the text, sorted and disjoint."""
        for before, change in self._changes:
            self._edits = _composed(before, self._edits, change.edits)
        self._changes.clear()
        source = self._source  # a change may undo what another did
        self._edits = [each for each in self._edits if each.after != source[each.start : each.end]]
        return self._edits


start_of = attrgetter("start")


@lru_cache(maxsize=1024)
def recoding(wrong: str, true: str = "utf-8") -> tuple[tuple[str, str], str]:
    """Return the steps and the code of edits that read bytes of ``true`` which were read as ``wrong``.

    >>> recoding("cp866"), recoding("cp1252", "cp1251")[1]
    ((('encode cp866', 'decode utf-8'), 'utf8-as-cp866'), 'cp1251-as-cp1252')
    """
    name = "utf8" if true == "utf-8" else true
    return (f"{_ENCODE}{wrong}", f"decode {true}"), f"{name}-as-{wrong}"


def wrong_codec(edits: Sequence[Edit]) -> str:
    """Return the codec that the bytes were wrongly read with; all of the edits undo that one.

    >>> wrong_codec([Edit(3, 5, "é", recoding("cp1252")[0], 12.0)])
    'cp1252'
    """
    return edits[0].steps[0].removeprefix(_ENCODE)


def bits_saved(edits: Iterable[Edit]) -> float:
    """Return the description length that edits save together."""
    return sum(edit.bits for edit in edits)


def placed(edits: Iterable[Edit]) -> Iterator[tuple[int, int, Edit]]:
    """Yield each edit behind the span of its result in the text that they lead to.

    Args:
        edits: sorted and disjoint.
    """
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield start, start + len(edit.after), edit
        shift += len(edit.after) - (edit.end - edit.start)


def replaced(text: str, edits: Sequence[Edit], start: int = 0, end: int | None = None) -> str:
    """Return the text, or a part, with the edits of it made; they are sorted and disjoint."""
    return spliced(text, ((edit.start, edit.end, edit.after) for edit in edits), start, end)


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits sorted, without those that overlap one before them.

    >>> found = Edit(3, 5, "é", (), 0.0), Edit(0, 4, "ü", (), 0.0)
    >>> [edit.after for edit in disjoint(found)]
    ['ü']
    """
    result: list[Edit] = []
    for edit in sorted(edits, key=start_of):
        if not result or result[-1].end <= edit.start:
            result.append(edit)
    return result


def gaps(text: str, edits: Sequence[Edit]) -> list[str]:
    """Return what the edits of a text leave: before, between and behind them."""
    starts = [0, *(edit.end for edit in edits)]
    ends = [*(edit.start for edit in edits), None]
    return [text[left:right] for left, right in zip(starts, ends, strict=True)]


def _composed(middle: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Express edits of ``middle``, which ``first`` made from a source, as edits of that source.

    Edits of the two lists that overlap in ``middle`` become one.
    """
    if not first:
        return list(second)
    spans = sorted(
        [(start, end, old, None) for start, end, old in placed(first)]
        + [(new.start, new.end, None, new) for new in second],
        key=lambda span: span[:2],
    )
    result: list[Edit] = []
    shift, index = 0, 0  # middle position minus source position
    while index < len(spans):
        start, end = spans[index][:2]
        cluster = [spans[index]]
        index += 1
        while index < len(spans) and (spans[index][0] < end or spans[index][:2] == (start, end)):
            end = max(end, spans[index][1])
            cluster.append(spans[index])
            index += 1
        olds = [old for _, _, old, _ in cluster if old is not None]
        news = [new for _, _, _, new in cluster if new is not None]
        after_shift = shift + sum(len(old.after) - (old.end - old.start) for old in olds)
        after = replaced(middle, news, start, end)
        result.append(_merged(olds, news, start - shift, end - after_shift, after))
        shift = after_shift
    return result


def _merged(olds: list[Edit], news: list[Edit], start: int, end: int, after: str) -> Edit:
    parts = olds + news
    first = max((old.steps for old in olds), key=len, default=())
    second = max((new.steps for new in news), key=len, default=())
    # What lost bytes is found a round later than its neighbors, in the same layer.
    is_same_layer = first == second and any(new.guessed for new in news)
    steps = first if is_same_layer else first + second
    return Edit(
        start=start,
        end=end,
        after=after,
        steps=steps,
        bits=sum(part.bits for part in parts),
        guessed=any(part.guessed for part in parts),
        code="+".join(dict.fromkeys(part.code for part in parts)),
        guesses=prod(part.guesses for part in parts),
    )
