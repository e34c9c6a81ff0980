"""What must not reach the HTML parser, and what is done with it instead.

The tree construction of HTML is quadratic, and worse, in pages made to hurt: three thousand nested
formatting tags cost an otherwise fast parser ten seconds and three gigabytes. One linear scan of the
tags finds such pages; their text is taken out without a tree.

    >>> from mojifix.options import Limits
    >>> excess("<p>short</p>", Limits()), excess("<b>" * 5000, Limits())
    (None, 'more than 64 formatting elements open at once')
"""

from __future__ import annotations

import html
import re
from typing import Final

from mojifix.options import Limits

_FORMATTING: Final = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# Elements whose end tag is often left out: they close one another, so they do not nest.
_SELF_CLOSING: Final = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "tr", "option", "thead", "tbody", "tfoot", "colgroup")
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_LONG_TAG: Final = 8_192  # characters of one tag, beyond which its attributes are counted
_SKIPPED: Final = ("script", "style", "template", "svg")


def excess(page: str, limits: Limits) -> str | None:
    """Return which limit a page exceeds, in words; None when it is safe to parse.

    Args:
        page: the HTML.
        limits: the bounds.
    """
    depth = formatting = tags = 0
    last = 0
    for match in _TAG.finditer(page):
        tags += 1
        if match.start() - last > _LONG_TAG:
            attributes = page.count("=", last, match.start())
            close = page.find(">", last, match.start())
            if (close < 0 or close - last > _LONG_TAG) and attributes > limits.max_attributes:
                return f"more than {limits.max_attributes} attributes on one tag"
        last = match.start()
        name = match[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            continue
        step = -1 if match[1] else 1
        depth = max(0, depth + step)
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        if formatting > limits.max_formatting:
            return f"more than {limits.max_formatting} formatting elements open at once"
        if depth > limits.max_depth:
            return f"elements nested deeper than {limits.max_depth}"
    if len(page) - last > _LONG_TAG and page.count("=", last) > limits.max_attributes:
        return f"more than {limits.max_attributes} attributes on one tag"
    if tags > limits.max_nodes:
        return f"more than {limits.max_nodes} tags"
    return None


def strip_tags(page: str) -> list[str]:
    """Return the text of a page that is not parsed, a line per stretch between tags.

    Linear in the length of the page. Text of scripts and styles is left out; text after an unclosed
    tag is kept.

    >>> strip_tags("<div><b>one</b> two<script>x()</script><p>three &amp; four <")
    ['one', 'two', 'three & four <']
    """
    lines: list[str] = []
    at = 0
    while at < len(page):
        start = page.find("<", at)
        if start < 0:
            start = len(page)
        _add(lines, page[at:start])
        at = _after_tag(page, start, lines)
    return lines


def _after_tag(page: str, start: int, lines: list[str]) -> int:
    match = _TAG.match(page, start)
    if match is None:
        if page.startswith("<!--", start):
            end = page.find("-->", start)
            return end + 3 if end >= 0 else start + 4
        if page.startswith(("<!", "<?"), start):
            end = page.find(">", start)
            return end + 1 if end >= 0 else start + 2
        end = page.find("<", start + 1)
        end = end if end >= 0 else len(page)
        if lines and start < len(page):
            lines[-1] += " " + " ".join(page[start:end].split())
        else:
            _add(lines, page[start:end])
        return end if start < len(page) else len(page)
    name = match[2].lower()
    if name in _SKIPPED and not match[1]:
        close = re.compile(rf"</{name}", re.IGNORECASE).search(page, match.end())
        if close:
            end = page.find(">", close.end())
            return end + 1 if end >= 0 else len(page)
    end = page.find(">", match.end())
    return end + 1 if end >= 0 else match.end()


def _add(lines: list[str], text: str) -> None:
    text = " ".join(html.unescape(text).split())
    if text:
        lines.append(text)
