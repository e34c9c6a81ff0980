"""Differences between a source and its repair, for people to read.

Characters that cannot be seen are shown as their code points, because a diff of two blanks that
look the same says nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import eq, itemgetter
from typing import Final

from mojifix.records import Repair, Repaired
from mojifix.report.lines import LINE_BREAK, Lines

# What a terminal shows as nothing, as a blank or as a change of direction: controls, no-break and
# other wide or narrow spaces, zero-width and bidirectional characters, the BOM, lone surrogates.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\n-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
CONTEXT_LINES: Final = 3


def visible(text: str) -> str:
    """Replace invisible characters, line breaks among them, by their code points.

    >>> visible("a\\xa0b")
    'a<U+00A0>b'
    """
    return _INVISIBLE.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def unified_diff(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, without line breaks but for those that change."""
    if LINE_BREAK.findall(before) == LINE_BREAK.findall(after):
        before, after = (LINE_BREAK.sub("\n", text) for text in (before, after))
    old, new = (text.removesuffix("\n").split("\n") for text in (before, after))
    if old != new:
        yield from (visible(f"--- a/{name}"), visible(f"+++ b/{name}"))
    for group in _LineByLine(None, old, new).get_grouped_opcodes(CONTEXT_LINES):
        (_, start, _, new_start, _), (_, _, end, _, new_end) = group[0], group[-1]
        yield f"@@ -{start + 1},{end - start} +{new_start + 1},{new_end - new_start} @@"
        for tag, first, last, new_first, new_last in group:
            if tag == "equal":
                yield from (f" {visible(line)}" for line in old[first:last])
            else:
                yield from (f"-{visible(line)}" for line in old[first:last])
                yield from (f"+{visible(line)}" for line in new[new_first:new_last])


class _LineByLine(difflib.SequenceMatcher[str]):
    """Compares lines in their places; those that a text has more or fewer of come last.

    A repair changes lines and moves none. To look for moved ones takes the square of their number.
    """

    a: Sequence[str]
    b: Sequence[str]

    def get_matching_blocks(self) -> list[difflib.Match]:
        """Return the runs of equal lines, and an empty one at the end."""
        pairs = enumerate(map(eq, self.a, self.b))
        runs = (list(run) for same, run in groupby(pairs, key=itemgetter(1)) if same)
        blocks = [difflib.Match(run[0][0], run[0][0], len(run)) for run in runs]
        return [*blocks, difflib.Match(len(self.a), len(self.b), 0)]


def word_diff(
    name: str, source: str, repaired: Repaired, show: Callable[[str, str], str]
) -> Iterator[str]:
    """Yield every changed line once, with the changes in it.

    Args:
        name: of the file, for the place at the head of the line.
        source: the source.
        repaired: its repair.
        show: writes a change, from what was and what is, as code points where they are invisible.
    """
    lines = Lines(source)

    def line_of(repair: Repair) -> int:
        return lines.place(repair.source_start)[0]

    for number, repairs in groupby(repaired.repairs, key=line_of):
        start, end = lines.span(number)
        parts, last = [f"{visible(name)}:{number}: "], start
        for repair in repairs:
            parts.append(visible(source[last : repair.source_start]))
            parts.append(show(visible(repair.before), visible(repair.after)))
            last = repair.source_end
        parts.append(visible(source[last:end]))
        yield "".join(parts)
