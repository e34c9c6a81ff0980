"""What a text is written in: HTML, HTML written as entities, Markdown, or nothing of the sort.

>>> kind_of("<!DOCTYPE html><title>x</title>"), kind_of("a < b, and </p> closes a paragraph")
('html', 'text')
>>> kind_of("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;")
'escaped_html'
>>> kind_of("# Soup\\n\\nWash the [leeks](leeks.md).\\n\\n- one\\n- **two**\\n")
'markdown'
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, Literal

Markup = Literal["html", "escaped_html", "feed", "markdown", "outline", "text"]

# How much of a text is looked at, in code points.
SNIFFED: Final = 65_536
# Closing tags that make a text without a doctype a piece of HTML. One or two are often an example
# in prose; fragments of pages hold them by the dozen.
FRAGMENT_TAGS: Final = 3
# Tags per line of a fragment that begins with words: a program that writes HTML, or a lesson on it,
# has fewer.
TAGS_PER_LINE: Final = 0.5
# Kinds of Markdown's marks that must occur, bullets not counted, and marks per line. Of 372 pages
# flattened to text one, a lesson on Markdown, has as many.
MARKDOWN_SIGNS: Final = 2
MARKS_PER_LINE: Final = 0.04

_PAGE_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
# Feeds may declare entities in square brackets, which hold tags of their own.
_FEED_START: Final = re.compile(
    r"\s*(?:<[?!][^>\[]{0,2000}(?:\[[^\]]{0,8000}\][^>]{0,2000})?>\s*){0,9}<(?:rss|feed|rdf:RDF)[\s>]"
)
_NAMES: Final = (
    r"(?:p|div|a|span|li|ul|ol|td|tr|table|h[1-6]|article|section|main|nav|header|footer|script)"
)
_CLOSING_TAG: Final = re.compile(rf"</{_NAMES}\s*>", re.IGNORECASE)
# Of what Markdown has marks for. A text with more marks than these is Markdown in which a converter
# left the tags of other elements: of 594 bodies of pages none is, of 50 converted that way 45 are.
_REPLACED_TAG: Final = re.compile(r"</(?:p|a|li|ul|ol|td|tr|table|h[1-6])\s*>", re.IGNORECASE)
# XML is a text, not data, where it holds paragraphs or sections by their names in JATS, TEI, DocBook,
# FictionBook, DITA and OpenDocument.
_XML_START: Final = re.compile(r"\s*<\?xml\s")
_XML_PROSE: Final = re.compile(
    r"</(?:\w{1,20}:)?(?:p|para|simpara|section|shortdesc|steps|codeblock)\s{0,9}>"
)
_ESCAPED_START: Final = re.compile(r"\s*&lt;(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ESCAPED_TAG: Final = re.compile(rf"&lt;/{_NAMES}\s{{0,8}}&gt;", re.IGNORECASE)
# Linear: bounded repetitions of one class between literals. Each is looked for where one of the signs
# is that it has, which few texts without markup hold, and begins with it where it can, so that the
# engine skips to it.
_MARKS: Final = (
    (("#",), re.compile(r"#(?<![^\n]#)#{0,5} {1,3}\S")),
    (("[",), re.compile(r"\[(?<![\w\])!]\[)[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)")),
    (("]:",), re.compile(r"\[(?<![^\n]\[)[^\[\]\n]{1,200}\]: {1,3}<?(?:https?://|[/#])[^\s#]")),
    (("[",), re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)")),
    (("====", "----"), re.compile(r"^(?:={4,}|-{4,})$", re.MULTILINE)),
    (("`", "~"), re.compile(r"^(?:```|~~~)", re.MULTILINE)),
    (("*",), re.compile(r"\*\*(?<![*\w]\*\*)[^\s*][^*\n]{0,200}\*\*(?![*\w])")),
    (("|",), re.compile(r"\|(?<![^\n]\|)(?:\s?:?-{3,}:?\s?\|)+\s*$", re.MULTILINE)),
    ((">",), re.compile(r"> (?<![^\n]> )\S")),
    (("`",), re.compile(r"`(?<![`\w]`)[^`\n]{1,200}`(?!`)")),
)

# Headings of several levels that all stand between empty lines are no comments: of 8,700 programs and
# settings none has such, of 33 pages without other marks (html2text leaves out links) 22 have.
_HEADING: Final = re.compile(r"^#{1,6} {1,3}\S", re.MULTILINE)
_PARTED: Final = re.compile(r"(?:\A\s*|\n[ \t]*\n)(#{1,6}) {1,3}\S[^\n]*+(?=\n[ \t]*\n|\s*\Z)")


def kind_of(text: str) -> Markup:
    """Tell what a text is written in by its marks.

    Args:
        text: any text; its first ``SNIFFED`` code points are looked at.

    Returns:
        ``"html"`` for a page or a piece of one; ``"escaped_html"`` for one whose tags are written
        with ``&lt;``; ``"feed"`` for RSS, RDF and Atom; ``"markdown"``;
        ``"outline"`` for text with headings of Markdown and no other marks; ``"text"`` for all else.
    """
    head = text[:SNIFFED].removeprefix("\ufeff")
    if _PAGE_START.match(head):
        return "html"
    if _FEED_START.match(head):
        return "feed"
    if _XML_START.match(head) and _closes_tags(_XML_PROSE, "<", head):
        return "html"
    marks = _marks_of_markdown(head)
    if _closes_tags(_CLOSING_TAG, "<", head) and marks <= len(_REPLACED_TAG.findall(head)):
        return "html"
    if _ESCAPED_START.match(head) or _closes_tags(_ESCAPED_TAG, "&lt;", head):
        return "escaped_html"
    return "markdown" if marks else "outline" if _has_headings(head) else "text"


def _has_headings(head: str) -> bool:
    # Of two one follows a line break.
    levels = _PARTED.findall(head) if "\n#" in head else ()
    return len(set(levels)) > 1 and len(levels) == len(_HEADING.findall(head))


def _closes_tags(tag: re.Pattern[str], opening: str, head: str) -> bool:
    enough = FRAGMENT_TAGS
    if not head.lstrip().startswith(opening):
        enough = max(enough, int(TAGS_PER_LINE * head.count("\n")))
    return sum(1 for _ in islice(tag.finditer(head), enough)) == enough


def _marks_of_markdown(head: str) -> int:
    """Return how many marks of Markdown there are; 0 where they are too few to mean it."""
    marks = [mark for signs, mark in _MARKS if any(sign in head for sign in signs)]
    if len(marks) < MARKDOWN_SIGNS:
        return 0
    counts = [sum(1 for _ in mark.finditer(head)) for mark in marks]
    lines = 1 + head.count("\n")
    enough = sum(map(bool, counts)) >= MARKDOWN_SIGNS and sum(counts) >= MARKS_PER_LINE * lines
    return sum(counts) if enough else 0
