"""Sums of a column over the lines around each line, all lines at once.

A column is a number with a lane of sixteen bits for each line. Added to itself, shifted by one lane,
it holds the sums of two lines; that, shifted by two, of four; and so on. A window of any length is
a few of those.

>>> [list(sums) for sums in window_sums(bytes([1, 2, 3, 4]), [(-1, 1), (1, 2)])]
[[3, 6, 9, 7], [5, 7, 4, 0]]
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Final

from mojifix.boilerplate.trees.columns import Column, logs_of_lanes

# First and last line of a window, as seen from the line in question.
Window = tuple[int, int]
# The furthest line a window sees; twice as many lines of 255 fit into a lane.
FURTHEST: Final = 30
_LANE_BYTES: Final = 2
_LANE_BITS: Final = 8 * _LANE_BYTES


def window_sums(column: Column, windows: Sequence[Window]) -> list[tuple[int, ...]]:
    """Return, for each window, the sums of the values in it around each line.

    Args:
        column: a byte for each line.
        windows: none further than ``FURTHEST``.
    """
    count = len(column)
    return [struct.unpack(f"<{count}H", sums) for sums in _sums(column, windows)]


def window_logs(column: Column, windows: Sequence[Window]) -> list[Column]:
    """Return, for each window, the logarithms of what ``window_sums`` returns."""
    return [logs_of_lanes(sums) for sums in window_sums(column, windows)]


def window_counts(flags: Column, windows: Sequence[Window]) -> list[Column]:
    """Return, for each window, how many of the lines in it have a flag.

    Args:
        flags: 0 or 1 for each line.
        windows: none further than ``FURTHEST``.
    """
    return [sums[::_LANE_BYTES] for sums in _sums(flags, windows)]


def _sums(column: Column, windows: Sequence[Window]) -> list[bytes]:
    """Return the lanes of the sums."""
    size = _LANE_BYTES * len(column)
    lanes = bytearray(size)
    lanes[::_LANE_BYTES] = column
    # Empty lanes before the first line, so that a window may begin there.
    margin = _LANE_BYTES * FURTHEST
    doubled = [int.from_bytes(lanes, "little") << 8 * margin]
    longest = max(high - low + 1 for low, high in windows)
    for power in range(longest.bit_length() - 1):
        doubled.append(doubled[-1] + (doubled[-1] >> (_LANE_BITS << power)))
    found = []
    for low, high in windows:
        length, total, past = high - low + 1, 0, 0
        for power, of_lines in enumerate(doubled):
            if length >> power & 1:
                total += of_lines >> _LANE_BITS * past
                past += 1 << power
        start = margin + _LANE_BYTES * low
        sums = total.to_bytes(margin + size, "little")[start : start + size]
        found.append(sums.ljust(size, b"\0"))
    return found
