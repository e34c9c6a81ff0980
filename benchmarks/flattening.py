"""The ways in which people flatten pages, each a function from HTML to text.

They need beautifulsoup4 and lxml, selectolax, html2text and markdownify.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any, Final

UNSEEN: Final = ("script", "style", "noscript", "template")
_UNSEEN: Final = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)


def soup_of(page: str) -> Any:
    """Parse a page with Beautiful Soup and leave out what is not shown."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for element in soup(UNSEEN):
        element.decompose()
    return soup


def text_of_soup(page: str) -> str:
    """Return what Beautiful Soup says the text is: blocks run together where the HTML has no breaks."""
    return soup_of(page).get_text()


def pieces_of_soup(page: str) -> str:
    """Return each text node on a line."""
    return soup_of(page).get_text("\n")


def stripped_pieces(page: str) -> str:
    """Return each text node on a line, without blank lines."""
    return soup_of(page).get_text("\n", strip=True)


def stripped_lines(page: str) -> str:
    """Return the lines of the text without blank ones."""
    lines = map(str.strip, text_of_soup(page).splitlines())
    return "\n".join(filter(None, lines))


def text_of_lexbor(page: str) -> str:
    """Return each text node on a line, as selectolax has it."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    tree.strip_tags(list(UNSEEN))
    return tree.body.text(separator="\n") if tree.body else ""


def text_content(page: str) -> str:
    """Return what lxml says the text is."""
    from lxml.html import fromstring

    document = fromstring(page.encode())
    for element in document.xpath("//script|//style|//noscript"):
        element.drop_tree()
    return document.text_content()


def without_tags(page: str) -> str:
    """Return a page without its tags, by regular expressions."""
    return html.unescape(re.sub(r"<[^>]+>", "", _UNSEEN.sub("", page)))


def html2text(page: str) -> str:
    """Return Markdown by html2text, each paragraph on one line."""
    from html2text import HTML2Text

    converter = HTML2Text()
    converter.body_width = 0
    return converter.handle(page)


def html2text_wrapped(page: str) -> str:
    """Return Markdown by html2text without links, wrapped at 78 columns."""
    from html2text import HTML2Text

    converter = HTML2Text()
    converter.ignore_links = converter.ignore_images = True
    return converter.handle(page)


def markdownify(page: str) -> str:
    """Return Markdown by markdownify."""
    from markdownify import markdownify

    return markdownify(page)


FLATTENERS: Final[dict[str, Callable[[str], str]]] = {
    "BeautifulSoup get_text()": text_of_soup,
    'get_text("\\n")': pieces_of_soup,
    'get_text("\\n", strip=True)': stripped_pieces,
    "lines of get_text(), stripped": stripped_lines,
    "selectolax text(separator)": text_of_lexbor,
    "lxml text_content()": text_content,
    "regular expressions": without_tags,
    "html2text": html2text,
    "html2text, wrapped, no links": html2text_wrapped,
    "markdownify": markdownify,
}
