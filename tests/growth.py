"""Whether the time a function takes grows in proportion to the length of its input.

A test of growth compares two times that are measured in turn, so that whatever else the machine
does slows both; it keeps the best of each; it keeps the garbage collector out, whose work depends
on what other tests left behind; and it measures again before it believes in a failure. What takes
too little time to be measured is done many times over.

    >>> from growth import assert_linear, repeated
    >>> assert_linear(str.split, repeated("word "), length=10_000)
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

Input = TypeVar("Input", str, bytes)

# The longer input is so many times as long as the shorter: linear work takes 4 times as long,
# quadratic work 16 times. The limit between them is their geometric mean.
FACTOR: Final = 4
MOST: Final = FACTOR**1.5

# Times that each input is measured. A slow moment can make the shorter input look slow, which would
# hide a quadratic function, as well as the longer one: hence not fewer than two.
_FEWEST_ROUNDS: Final = 2
_MOST_ROUNDS: Final = 12

_LEAST_SECONDS: Final = 0.002  # that are measured at once
_MOST_REPEATS: Final = 1_000


def assert_linear(
    function: Callable[[Input], object], make: Callable[[int], Input], *, length: int
) -> None:
    """Fail unless a function takes time in proportion to the length of its input, at most.

    Args:
        function: what is measured; it is called once before, so that what it loads is loaded.
        make: makes an input of about the length asked for.
        length: of the shorter input, in code points or bytes. Work that does not depend on the
            length should be little beside it.

    Raises:
        AssertionError: the longer input took too long, each time.
    """
    short, long = make(length), make(length * FACTOR)
    function(short)
    repeats = _repeats(function, short)
    best_short = best_long = math.inf
    for measured in range(1, _MOST_ROUNDS + 1):
        best_short = min(best_short, seconds(function, short, repeats))
        best_long = min(best_long, seconds(function, long, repeats))
        if measured >= _FEWEST_ROUNDS and best_long < MOST * best_short:
            return
    raise AssertionError(
        f"{len(long) / len(short):.1f} times the length took {best_long / best_short:.1f} times as "
        f"long: {best_short:.4f} s for {len(short):,}, {best_long:.4f} s for {len(long):,}"
    )


def seconds(function: Callable[[Input], object], value: Input, repeats: int = 1) -> float:
    """Return the processor time that one call takes, without garbage collection."""
    with _no_garbage_collection():
        started = time.process_time()
        for _ in range(repeats):
            function(value)
        return (time.process_time() - started) / repeats


def repeated(unit: Input, end: Input | None = None) -> Callable[[int], Input]:
    """Return what makes an input of a given length by repeating a unit, with an end after it."""

    def make(length: int) -> Input:
        units = unit * (length // len(unit))
        return units if end is None else units + end

    return make


def _repeats(function: Callable[[Input], object], value: Input) -> int:
    once = max(seconds(function, value), 1e-9)
    return min(_MOST_REPEATS, math.ceil(_LEAST_SECONDS / once))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
