r"""Inline Markdown: what CommonMark would take for markup escaped, links and code put in.

>>> inline("*So* [sic] and_so_on")
'\\*So\\* [sic] and_so_on'
>>> inline("Look: soup!", [Link(text="soup", url="/soup_(leek)")])
'Look: [soup](/soup_%28leek%29)!'
>>> inline("Call f(*a), not `f`", code=[(5, 10), (16, 19)])
'Call `f(*a)`, not `` `f` ``'
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html.entities import html5
from typing import Final

from mojifix.records import Link

# CommonMark 0.31, section 2.4 and 6: what opens inline markup. "*" and "_" only where they can
# flank a word, "[" only where a link or an image target follows.
_MARK: Final = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~\n]|\Z)      # a backslash before punctuation or a line break is an escape
    | `                             # code span
    | \*(?=\S) | (?<=\S)\*          # emphasis
    | (?<![^\W_])_(?=\S) | (?<=\S)_(?![^\W_])
    | ~(?=~) | (?<=~)~              # struck text
    | <(?=[A-Za-z/!?])              # HTML or autolink
    | \](?=[(\[:])                  # the end of a link's text
    | &(?=(\#\w{1,8} | \w{1,31});) # character reference, if there is one of that name
    """,
    re.VERBOSE,
)
_BACKTICKS: Final = re.compile("`+")
_BRACKET: Final = re.compile(r"[\[\]]")
# What would end a target (section 6.3), percent-encoded, and what would be another character in it.
_TARGET: Final = {ord(char): f"%{ord(char):02X}" for char in " ()<>\\\t\r\n"}
_REFERENCE: Final = re.compile(r"&(?=#?\w{1,31};)")


def inline(text: str, links: Sequence[Link] = (), code: Sequence[tuple[int, int]] = ()) -> str:
    """Return a text as inline Markdown.

    Args:
        text: of a block.
        links: in it, in order; one whose text is not there is left out.
        code: spans of the text, in order; one that a link begins or ends in is none.
    """
    if not links and not code:
        return _MARK.sub(_escaped, text)
    put: defaultdict[int, str] = defaultdict(str)
    marks = {match.start() for match in _MARK.finditer(text) if len(_escaped(match)) > 1}
    linked = list(_put_links(text, links, put, marks))
    for start, end in _whole(code, linked):
        fence, space = _fence(text[start:end])
        if start and text[start - 1] == "\\":
            marks.add(start - 1)
        marks.difference_update(range(start, end))
        put[start] += fence + space
        put[end] = space + fence + put[end]
    for mark in marks:
        put[mark] += "\\"
    starts = sorted({0, *put})
    stops = [*starts[1:], len(text)]
    return "".join(
        [put.get(start, "") + text[start:end] for start, end in zip(starts, stops, strict=True)]
    )


def _put_links(
    text: str, links: Sequence[Link], put: defaultdict[int, str], marks: set[int]
) -> Iterator[tuple[int, int]]:
    """Put links into a text, and yield the spans of what they say."""
    at = 0
    for link in links:
        start = text.find(link.text, at)
        if start < 0 or not link.text or not link.url:
            continue
        at = start + len(link.text)
        marks.update(match.start() for match in _BRACKET.finditer(text, start, at))
        # "![" would open an image, and a backslash would escape a bracket.
        for place, signs in ((start, "!\\"), (at, "\\")):
            if place and text[place - 1] in signs:
                marks.add(place - 1)
        put[start] += "["
        url = _REFERENCE.sub(r"\\\g<0>", link.url.translate(_TARGET))
        put[at] += f"]({url})"
        yield start, at


def _whole(
    code: Sequence[tuple[int, int]], links: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the spans of code that no link begins or ends in, those side by side as one."""
    edges = sorted(at for link in links for at in link)
    spans: list[tuple[int, int]] = []
    for start, end in code:
        if spans and spans[-1][1] == start:
            start, _ = spans.pop()
        spans.append((start, end))
    for start, end in spans:
        if bisect_right(edges, start) == bisect_left(edges, end):
            yield start, end


def _fence(code: str) -> tuple[str, str]:
    """Return a fence of more backticks than code has in a row, and the space that parts them.

    >>> _fence("f(x)"), _fence("`f`")
    (('`', ''), ('``', ' '))
    """
    runs = {len(run) for run in _BACKTICKS.findall(code)}
    length = next(length for length in range(1, len(runs) + 2) if length not in runs)
    return "`" * length, " " if "`" in (code[0], code[-1]) else ""


def _escaped(match: re.Match[str]) -> str:
    name = match.group(1)
    if name is not None and not name.startswith("#") and f"{name};" not in html5:
        return match.group()
    return f"\\{match.group()}"
