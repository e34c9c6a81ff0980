"""The text between the tags of HTML, and the attributes that people read.

>>> page = '<p title="a">b</p><script>"c"</script><!-- d -->e'
>>> [field.value for field in html_fields(page) if field.value]
['a', 'b', 'e']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from mojifix.containers.fields import Field

ATTRIBUTES: Final = "alt|title|content|placeholder|aria-label|label|summary"

# What holds no text for readers, then a tag. Every alternative begins with "<" and a character that
# the others do not, and none repeats inside a repetition: one pass.
_TAG: Final = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
    | <(script|style|template|textarea|xmp)\b.*?(?:</\1\s*>|\Z)
    | <[!?/]?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    rf"""(?<=\s)(?:{ATTRIBUTES})\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


def html_fields(text: str) -> Iterator[Field]:
    """Yield the pieces of text and the readable attributes; references stay as they are.

    Empty ones count, too: a repair that makes a piece blank must not look like a lost one.
    """
    last = 0
    for tag in _TAG.finditer(text):
        yield Field(text[last : tag.start()], last, _text)
        if tag.group(1) is None and not tag.group().startswith("<!--"):
            for found in _ATTRIBUTE.finditer(text, tag.start(), tag.end()):
                group = 1 if found.group(1) is not None else 2
                yield Field(found.group(group), found.start(group), escape)
        last = tag.end()
    yield Field(text[last:], last, _text)


def _text(text: str) -> str:
    return escape(text, quote=False)
