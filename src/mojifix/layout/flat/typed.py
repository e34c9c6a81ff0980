"""Text that was typed into an editor, not taken from a page: programs, licenses, change logs.

A browser breaks no lines, so that a page's paragraphs stand on one long line each. Text that was
typed is broken at a margin near the eightieth column, and programs have lines that look like it.
A text of that kind has words of pages in it ("Copyright", "See also") and is no page for that.

    >>> from mojifix.layout.flat.lines import segment
    >>> is_typed(segment("import sys\\n\\ndef main():\\n    return 0\\n" * 5))
    True
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.layout.flat.lines import FlatText

# Shorter texts have too few lines to tell.
FEWEST_LINES: Final = 12
# Lines that end near a margin, in code points, and lines no margin allows.
NEAR_MARGIN: Final = range(50, 96)
PAST_MARGIN: Final = 110
# What parts columns, and the words of lines spread to the margin; a browser keeps one space.
_COLUMNS: Final = "  "
# Typed: the share of lines near the margin, of code or in columns is at least ``SHARE + SLOPE ·
# (share of lines past the margin)``. On 751 flattened pages of WCXB that holds for none whose words
# say "page"; of 90 files of an operating system whose words did so (licenses, headers, programs) for
# all but one.
SHARE: Final = 0.25
SLOPE: Final = 4.0
# A sentence may be as long as a line; most lines broken at a margin end in mid-sentence.
_STOPS: Final = ".!?…。！？।؟"
# Lines looked at; the rest is more of the same.
LINES_SEEN: Final = 4000

# Linear: every alternative is anchored or a single character class.
_CODE: Final = re.compile(
    r"""[;{}]$                                      # statements and blocks
    | ^(?: // | /\* | \*/ | \*(?:\s|$) | \#(?:$|include|define|if|end) | -- | \}
         | import\s\w | from\s[\w.]{1,80}\simport | def\s\w | class\s\w{1,80}[(:] | return\b
         | @\w{1,80}$
       )
    | ^\w{1,80}\s?=\s                               # an assignment
    | \(\)                                          # a call
    | ^[\w.]{1,80}:\s?\S{0,80}$                     # a setting
    """,
    re.VERBOSE,
)


def is_typed(flat: FlatText) -> bool:
    """Tell whether lines were broken by whoever wrote them, or are a program's.

    >>> from mojifix.layout.flat.lines import segment
    >>> is_typed(segment("Home\\nNews\\nWe sailed on, over the widest sea of all." * 9))
    False
    """
    lines = flat.lines[:LINES_SEEN]
    if len(lines) < FEWEST_LINES:
        return False
    near = past = code = spread = 0
    for line in lines:
        size = len(line.text)
        near += size in NEAR_MARGIN and line.text[-1] not in _STOPS
        past += size > PAST_MARGIN
        code += size <= PAST_MARGIN and _CODE.search(line.text) is not None
        spread += _COLUMNS in line.text
    return near + code + spread >= SHARE * len(lines) + SLOPE * past
