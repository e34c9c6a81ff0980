"""What a line of flat text is by its form: a heading, an item of a list, a row, code.

>>> texts = ["Tools", "You need two things for it.", "- a saw", "- a hammer", "$ saw --help"]
>>> [shape.kind for shape in shapes_of(texts, prose=[False, True, False, False, False])]
['heading', 'paragraph', 'list_item', 'list_item', 'code']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.records import BlockKind

# Longest heading and longest caption, in code points.
LONGEST_HEADING: Final = 90
LONGEST_CAPTION: Final = 200

# Linear: anchored, classes and literals only.
_BULLET: Final = re.compile(r"[•◦▪‣●○■·⁃►]\s*|[*+]\s+")
_BULLETS: Final = "•◦▪‣●○■·⁃►*+"
# A dash opens speech as well; two in a row are a list.
_DASH: Final = re.compile(r"[-–]\s+")
_DASHES: Final = "-–"
_NUMBER: Final = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_QUOTE: Final = re.compile(r">+\s?(?=\S)")
_CAPTION: Final = re.compile(
    r"(?:fig(?:ure|ura|\.)?|abb(?:ildung|\.)|bild|photo|foto|image|imagen|table|tabelle|tabla|рис\.?|фото|图|圖|図|表|写真)"
    r"\s?(?:\d{1,3}(?:[.:：]|\s[–—-])|[:：])\s?\S",
    re.IGNORECASE,
)
# What a caption begins with; of the letters that have no case of ASCII, two are an "i" to the engine.
_CAPTION_STARTS: Final = frozenset("fabpitFABPITİıрфРФ图圖図表写")
_CODE: Final = re.compile(
    r"""
    (?: \$\s\S | >>>\s | \#!\s?/ | \#include\b | //\s | /\*
      | from\s[\w.]{1,80}\simport\s[\w*(] | import\s[\w.]{1,80}(?:\sas\s\w{1,80})?;?$
      | import\s[{*"'] | @\w{1,80}(?:\(.{0,200}\))?$
      | (?:def|class|fn|func|function|public|private|static)\s[\w\s]{0,80}[\w(<].{0,200}[:{]$
      | (?:const|let|var)\s\w{1,80}\s= | return\s.{0,200};$
      | (?:sudo|pip|npm|git|docker|curl|cd|apt|brew|cargo)\s[\w./-]
      | </?[a-z][\w-]{0,40}(?:\s[\w-]{1,40}=.{0,300})?/?> | [\])}]{1,4}[;,]?$
    )
    """,
    re.VERBOSE,
)
_CODE_STARTS: Final = frozenset("$>#/@<])}abcdfgilnprsv")
# Code that many lines begin as, by the sign that few of them hold.
_ASSIGNED: Final = re.compile(r"""[\w.\[\]"']{1,80}\s?[-+*|]?=\s?[\w"'(\[{].{0,200}[)\]}"';\w]$""")
_CALLED: Final = re.compile(
    r"[a-z_][\w.]{0,80}\(.{0,200}\)(?:\.\w.{0,80}|\s*[;:]|\s+[#/].{0,200})?$"
)
_STATED: Final = re.compile(r"""[\w"'][^.!?]{0,200}[;{]$""")
_NO_HEADING_END: Final = ".!,;:…。！，；：।؟–—-"
_TAB, _PIPE = "\t", "|"
_BELOW_HEADING: Final = frozenset({"list_item", "code", "table_row", "heading"})
_QUOTES: Final = "\"'“”„«»‘’「『(["


class Shape(NamedTuple):
    """The form of a line.

    Attributes:
        kind: what it is; ``"paragraph"`` when it has no form of its own.
        mark: number of code points at its start that only say so, as a bullet does.
        level: of a heading or a list item whose marks say it; None for the usual one.
    """

    kind: BlockKind
    mark: int = 0
    level: int | None = None


PARAGRAPH: Final = Shape("paragraph")
_CODE_LINE: Final = Shape("code")
_HEADING: Final = Shape("heading")


def shapes_of(texts: Sequence[str], *, prose: Sequence[bool]) -> list[Shape]:
    """Tell the form of each line among its neighbors.

    Args:
        texts: lines of content, in order, each with at least one visible character.
        prose: whether each holds sentences; must be as long as ``texts``.

    Returns:
        One shape for each line.
    """
    found = [_by_itself(text, is_prose) for text, is_prose in zip(texts, prose, strict=True)]
    for i, text in enumerate(texts):
        first = text[0]
        may_be_one = first in _DASHES or first.isdecimal() or _TAB in text or _PIPE in text
        if may_be_one and found[i] is PARAGRAPH:
            found[i] = _among(text, [texts[j] for j in (i - 1, i + 1) if 0 <= j < len(texts)])
    for i in reversed(range(len(texts) - 1)):
        if found[i] is PARAGRAPH and not prose[i]:
            leads_on = prose[i + 1] or found[i + 1].kind in _BELOW_HEADING
            if leads_on and _is_heading(texts[i]):
                found[i] = _HEADING
    return found


def _by_itself(text: str, prose: bool) -> Shape:
    first = text[0]
    if first in _BULLETS and (match := _BULLET.match(text)):
        return Shape("list_item", match.end()) if match.end() < len(text) else PARAGRAPH
    if first == ">" and (match := _QUOTE.match(text)):
        return _CODE_LINE if text.startswith(">>> ") else Shape("quote", match.end())
    if first in _CAPTION_STARTS and len(text) <= LONGEST_CAPTION and _CAPTION.match(text):
        return Shape("caption")
    return PARAGRAPH if prose or not _is_code(text) else _CODE_LINE


def _is_code(text: str) -> bool:
    """Tell whether a line that holds no sentences is one of a program or a command."""
    if text[0] in _CODE_STARTS and _CODE.match(text):
        return True
    if "=" in text and _ASSIGNED.match(text):
        return True
    if "(" in text and _CALLED.match(text):
        return True
    return text[-1] in ";{" and _STATED.match(text) is not None


def _among(text: str, beside: Sequence[str]) -> Shape:
    """Tell the form of a line that only its neighbors give away."""
    first = text[0]
    if first in _DASHES and (match := _DASH.match(text)):
        if any(_DASH.match(other) for other in beside):
            return Shape("list_item", match.end())
    elif first.isdecimal() and (match := _NUMBER.match(text)):
        numbers = [int(other[1]) for line in beside if (other := _NUMBER.match(line))]
        if any(abs(number - int(match[1])) == 1 for number in numbers):
            return Shape("list_item")
    for separator in (_TAB, _PIPE):
        if separator not in text:
            continue
        count = text.strip("| ").count(separator)
        if count and any(other.strip("| ").count(separator) == count for other in beside):
            return Shape("table_row")
    return PARAGRAPH


def _is_heading(text: str) -> bool:
    if len(text) > LONGEST_HEADING or text[-1] in _NO_HEADING_END or text[0] in _QUOTES:
        return False
    return text[0].isalnum() and not text[0].islower()


def cells_of(text: str) -> list[str]:
    """Cut a row into its cells.

    >>> cells_of("| leeks | 2 |")
    ['leeks', '2']
    """
    separator = "\t" if "\t" in text else "|"
    return [cell.strip() for cell in text.strip("| ").split(separator)]
