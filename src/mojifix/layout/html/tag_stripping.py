"""The text of a page that is not parsed: its tags are taken out, and what would hide text."""

from __future__ import annotations

import html
import re
from typing import Final

from mojifix.layout.html.tags import TAG, Ends

_TAG_START: Final = re.compile(r"</?[a-zA-Z][^\s/>]{0,40}+")
_SKIPPED: Final = ("script", "style", "template")
_NEVER: Final = -1


def open_comment(page: str) -> int | None:
    """Return where the comment starts that is never closed, None when there is none.

    Everything after it would be lost.

    >>> open_comment("a <!-- b --> c <!-- d"), open_comment("a <!-- b -->")
    (15, None)
    """
    last = page.rfind("<!--")
    if last < 0 or page.find("-->", last) >= 0:
        return None
    closed = max(0, page.rfind("-->"), page.rfind("--!>"))
    # "<!-->" closes itself; its dashes are the opening ones.
    start = page.find("<!--", closed)
    return start if start >= 0 else None


def strip_tags(page: str) -> list[str]:
    """Return the text of a page that is not parsed, a line per stretch between tags.

    Linear in the length of the page. Text of scripts and styles is left out; text after an unclosed
    tag or comment is kept.

    >>> strip_tags("<div><b>one</b> two<script>x()</script><p>three &amp; four <")
    ['one', 'two', 'three & four <']
    """
    ends = Ends(page)
    lines: list[str] = []
    text: list[str] = []
    at = 0

    def flush() -> None:
        line = " ".join(html.unescape("".join(text)).split())
        text.clear()
        if line:
            lines.append(line)

    while at < len(page):
        start = page.find("<", at)
        start = start if start >= 0 else len(page)
        text.append(page[at:start])
        after = _after_tag(page, start, ends)
        if after == _NEVER:  # what follows is one tag that is not closed: read it as text
            flush()
            text.append(_TAG_START.sub(" ", page[start:]))
            break
        if after is None:  # no tag: the character stands for itself
            text.append("<")
            at = start + 1
        else:
            flush()
            at = after
    flush()
    return lines


def _after_tag(page: str, start: int, ends: Ends) -> int | None:
    """Return where the tag or comment at ``start`` ends; None when none starts there."""
    if start == len(page):
        return start
    if page.startswith("<!--", start):
        return ends.after_comment(start + 4)
    if page.startswith(("<!", "<?"), start):
        return ends.after(">", start + 2)
    match = TAG.match(page, start)
    if match is None:
        return None
    if not match[0].endswith(">"):  # the page ends inside the tag
        return _NEVER
    name = match["name"].lower()
    if name in _SKIPPED and not match["slash"] and not match["attributes"].endswith("/"):
        close = ends.after_end_tag(name, match.end())
        if close > match.end():
            return ends.after(">", close)
    return match.end()
