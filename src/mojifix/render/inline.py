r"""Inline Markdown: what CommonMark would take for markup escaped, links put in.

>>> inline("*So* [sic] and_so_on")
'\\*So\\* [sic] and_so_on'
>>> inline("Look: soup!", [Link(text="soup", url="/soup_(leek)")])
'Look: [soup](/soup_%28leek%29)!'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
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
_BRACKET: Final = re.compile(r"[\[\]]")
# What would end a target (section 6.3), percent-encoded, and what would be another character in it.
_TARGET: Final = {ord(char): f"%{ord(char):02X}" for char in " ()<>\\\t\r\n"}
_REFERENCE: Final = re.compile(r"&(?=#?\w{1,31};)")


def inline(text: str, links: Sequence[Link] = ()) -> str:
    """Return a text as inline Markdown.

    Args:
        text: of a block.
        links: in it, in order; one whose text is not there is left out.
    """
    if not links:
        return _MARK.sub(_escaped, text)
    put: defaultdict[int, str] = defaultdict(str)
    marks = {match.start() for match in _MARK.finditer(text) if len(_escaped(match)) > 1}
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
    for mark in marks:
        put[mark] += "\\"
    starts = sorted({0, *put})
    stops = [*starts[1:], len(text)]
    return "".join(
        [put.get(start, "") + text[start:end] for start, end in zip(starts, stops, strict=True)]
    )


def _escaped(match: re.Match[str]) -> str:
    name = match.group(1)
    if name is not None and not name.startswith("#") and f"{name};" not in html5:
        return match.group()
    return f"\\{match.group()}"
