"""Documents in the vocabularies of XML that publish text, put into the elements of HTML.

JATS, TEI, DocBook, FictionBook, DITA and OpenDocument name the same things by much the same words,
so one table of local names reads them all. HTML would drop a title in a section, and take what it
does not know for inline. Here that is inline which stands beside text somewhere, or within such.

>>> as_html("<?xml version='1.0'?><sec><title>Pond</title><para>A <x>frog</x>.</para></sec>")
'<div><h1>Pond</h1><p>A <span>frog</span>.</p></div>'
"""

from __future__ import annotations

import re
from html import escape
from typing import Final, NamedTuple

_DOCUMENT: Final = re.compile(
    r"""
    \s{0,99} <\?xml\s [^>]{0,400} >
    (?: \s | <!-- (?: (?!-->) . ){0,2000} -->
      | < [?!] (?!--) [^>\[]{0,2000} (?: \[ [^\]]{0,9999} \] \s{0,99} )? >
    ){0,99}+
    < (?! (?: \w{1,20} : )? (?:html|head|body|div|p|h[1-6])\b ) [A-Za-z]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# What is not closed goes on to the end, or is a sign of its own: each is looked through only once.
_TOKEN: Final = re.compile(
    r"""
    <!\[CDATA\[ (?P<data> .*? ) (?: \]\]> | \Z )
    | <!-- (?: .*? --> | .*\Z )
    | <!DOCTYPE [^\[>]{0,2000} (?: \[ [^\]]{0,9999} \] \s{0,99} )? >
    | < [!?] [^>]* >?
    | < (?P<close> /? ) (?: [\w.-]{1,40} : )? (?P<name> [A-Za-z_] [\w.-]{0,60} )
      (?P<attributes> (?: [^<>"'] | "[^"<]{0,2000}" | '[^'<]{0,2000}' ){0,2000}+ ) >
    """,
    re.VERBOSE | re.DOTALL,
)
_HTML_NAMES: Final = {
    "p": "p para simpara lg stanza shortdesc cmd speaker ab subtitle text-author",
    "h1": "article-title book-title",
    "h2": "title head h h1 h2",
    "ul": "ul list itemizedlist",
    "ol": "ol orderedlist steps procedure",
    "li": "li list-item listitem item step",
    "pre": "pre programlisting screen codeblock literallayout",
    "blockquote": "blockquote disp-quote epigraph",
    "table": "table informaltable simpletable",
    "tr": "tr row table-row strow sthead",
    "td": "td entry cell table-cell stentry", "th": "th",
    "line": "l v verse-line",  # of verse
    "br": "br break lb line-break",
    "template": "binary stylesheet style script",  # nothing that anybody reads
    "sup": "sup superscript", "sub": "sub subscript",
    "code": "code command codeph",
}  # fmt: skip
_SHARED: Final = (
    "a article b cite dd dl dt em figure h3 h4 h5 h6 hr i img q s section small strong u".split()
)
_MATHML: Final = "math mi mn mo mtext mrow msup msub msubsup mfrac msqrt mroot munder mover".split()
_ELEMENTS: Final = {name: name for name in (*_SHARED, *_MATHML)} | {
    name: tag for tag, names in _HTML_NAMES.items() for name in names.split()
}
_TABLES: Final = frozenset(_HTML_NAMES["table"].split())
_TABLE_PARTS: Final = frozenset(("tr", "td", "th"))  # outside of tables HTML drops their tags
_HEADINGS: Final = frozenset(("h1", "h2"))


class _Element(NamedTuple):
    name: str
    parent: int


def is_vocabulary(page: str) -> bool:
    """Tell whether a page is a document of XML, and not one of XHTML.

    >>> is_vocabulary("<?xml version='1.0'?><TEI>"), is_vocabulary("<?xml version='1.0'?><html>")
    (True, False)
    """
    return _DOCUMENT.match(page) is not None


def as_html(page: str) -> str:
    """Return a document with its elements named as HTML does."""
    tokens = list(_TOKEN.finditer(page))
    elements, places, has_text = _outline(page, tokens)
    tags = _tags(elements, has_text)
    parts, at = [], 0
    for token, place in zip(tokens, places, strict=True):
        parts.append(page[at : token.start()])
        at = token.end()
        if token["data"] is not None:
            parts.append(escape(token["data"], quote=False))
        elif place:
            parts.append(_named(token, tags[place]))
    return "".join([*parts, page[at:]])


def _tags(elements: list[_Element], has_text: list[bool]) -> list[str]:
    """Return what each element is in HTML."""
    in_text, in_table = [False], [False]
    for _, parent in elements[1:]:
        in_text.append(in_text[parent] or has_text[parent])
        in_table.append(in_table[parent] or elements[parent].name in _TABLES)
    inline = {element.name for element, beside in zip(elements, in_text, strict=True) if beside}
    tags, titled = [""], False
    for n, (name, _) in enumerate(elements[1:], 1):
        other = "span" if name in inline else "div"
        tag = _ELEMENTS.get(name, other)
        if tag in _TABLE_PARTS and not in_table[n]:
            tag = other
        elif tag in _HEADINGS and in_text[n]:
            tag = "span"
        elif tag in _HEADINGS and not titled:  # what comes first names the whole
            tag, titled = "h1", True
        elif tag == "h1":  # of another work, in the references
            tag = "div"
        tags.append(tag)
    return tags


def _named(token: re.Match[str], tag: str) -> str:
    attributes = token["attributes"]
    if tag == "line":
        return "</span><br>" if token["close"] else "<span>"
    if token["close"]:
        return "" if tag == "br" else f"</{tag}>"
    if not attributes.endswith("/"):
        return f"<{tag}{attributes}>"
    return f"<{tag}>" if tag == "br" else f"<{tag}{attributes[:-1]}></{tag}>"


def _outline(
    page: str, tokens: list[re.Match[str]]
) -> tuple[list[_Element], list[int], list[bool]]:
    """Return the elements, the one that each token opens or closes, and which hold text themselves.

    The first element stands for the document; a token that is no tag has it too, as has the end of
    an element that is not open.
    """
    elements, places, has_text = [_Element("", 0)], [], [False]
    here = at = 0
    for token in tokens:
        start = token.start()
        if not has_text[here] and (token["data"] or page[at:start].strip()):
            has_text[here] = True
        at = token.end()
        place = 0
        if name := (token["name"] or "").lower():
            if not token["close"]:
                place = len(elements)
                elements.append(_Element(name, here))
                has_text.append(False)
                if not token["attributes"].endswith("/"):
                    here = place
            elif elements[here].name == name:
                place, here = here, elements[here].parent
        places.append(place)
    return elements, places, has_text
