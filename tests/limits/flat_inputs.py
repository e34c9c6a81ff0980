"""Flat texts made to hurt: each a function that makes one of about the length asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Final

from corpus_files import documents

Make = Callable[[int], str]

_DIFFERENT: Final = 500

_ARTICLE: Final = (
    "The ferry leaves the old harbor at seven, and whoever misses it waits until noon. "
    "There is a bench, a kiosk that sells coffee, and a view of the islands in the mist. "
)
_PAGES: Final = "\n".join(page["input"] for page in documents("flat") if "-en-" in page["id"])


def _filled(unit: str) -> Make:
    return lambda length: unit * max(1, length // len(unit))


def _numbered(unit: str) -> Make:
    """Return what makes a text of a unit with another number each time.

    Not more of them than a cache of lines already judged holds, whatever the length.
    """

    def make(length: int) -> str:
        parts: list[str] = []
        for number in count():
            if length <= 0:
                return "".join(parts)
            parts.append(unit.format(number % _DIFFERENT))
            length -= len(parts[-1])
        raise AssertionError

    return make


def _addresses(length: int) -> str:
    """Return the list of addresses that stands below a page of numbered links."""
    return "".join([f"{number}. http://a.example\n" for number in range(1, length // 20)])


INPUTS: Final[dict[str, Make]] = {
    # long lines
    "one line": _filled(_ARTICLE),
    "one word": _filled("a"),
    "one line without stops": _filled("words and "),
    "one line of Chinese": _filled("渡轮早上七点离开旧港口，错过的人要等到中午。"),
    "one line of Thai": _filled("เรือออกจากท่าเก่าตอนเจ็ดโมงเช้า"),
    "spaces": _filled(" "),
    "stops": _filled(". "),
    "abbreviations": _filled("Dr. A. B. e.g. No. 5. "),
    "the corpus's English pages": lambda length: (_PAGES * (length // len(_PAGES) + 1))[:length],
    # short lines
    "line feeds": _filled("\n"),
    "one letter a line": _filled("a\n"),
    "short lines": _filled("Read more\n"),
    "different short lines": _numbered("Section {} of it\n"),
    "paragraphs": _filled(f"{_ARTICLE}\n\n"),
    "different paragraphs": _numbered(f"In year {{}} it began. {_ARTICLE}\n\n"),
    "the same long line": _filled(f"{_ARTICLE * 5}\n"),
    "carriage returns": _filled("words and\r"),
    "wrapped lines": _filled(f"{_ARTICLE[:72]}\n"),
    "indented lines": _filled(" " * 200 + "a\n"),
    "endless indentation": lambda length: "\n".join(
        " " * n for n in range(int((2 * length) ** 0.5))
    ),
    # what surrounds articles
    "tags": _filled("Tags: news, sea, harbor, "),
    "hash tags": _filled("#harbor "),
    "lines of tags": _filled("harbor\nsea\nferry\n"),
    "previous articles": _filled("Previous article "),
    "reply forms": _filled("LEAVE A REPLY Please enter your comment! "),
    "lines of reply forms": _filled("LEAVE A REPLY\nPlease enter your comment!\n"),
    "comment counts": _filled("0\n12 comments\n"),
    "bylines": _filled("By Nora Hill - March 3, 2021\n"),
    "bylines in one line": _filled("By Nora Hill - March 3, 2021 "),
    "by": _filled("by "),
    "shares": _filled("Facebook Twitter WhatsApp "),
    "copyright": _filled("© 2021 All rights reserved. "),
    "cookies": _filled("We use cookies. Accept all\n"),
    "breadcrumbs": _filled("Home » News » Sea » "),
    "read more": _filled("Read more… "),
    "comments of readers": _numbered("Nora{0}\n{0} days ago\nI liked it, all of it!\nReply\n"),
    # marks
    "pipes": _filled("|"),
    "pipes between words": _filled("Home | News | Sport | "),
    "table of pipes": _filled("| a | b | 12 |\n"),
    "table of tabs": _filled("a\tb\t12\n"),
    "tabs": _filled("\t"),
    "rules": _filled("-----\n"),
    "one rule": _filled("-"),
    "underlined headings": _filled("Heading\n=======\n"),
    "hash headings": _filled("## Heading\n"),
    "hash marks": _filled("#"),
    "bullets": _filled("• one thing\n"),
    "bullets in one line": _filled("• "),
    "asterisks": _filled("* "),
    "numbered list": _numbered("{}. thing\n"),
    "numbered list in one line": _numbered("{}. thing "),
    "digits": _filled("7"),
    "numbers": _filled("12 345,67 "),
    "dates": _filled("2021-03-05 "),
    "dates in words": _filled("March 3, 2021 "),
    "times": _filled("12:30 "),
    "double quotes": _filled('"'),
    "quotes around words": _filled("“harbor” "),
    "open quotes": _filled("“a "),
    "quoted lines": _filled("> " * 50 + "a\n"),
    "brackets": _filled("("),
    "open brackets": _filled("[a ("),
    "code": _filled("    return {x: [y for y in z]};\n"),
    "fences": _filled("```\n"),
    # what is no flat text, for kind="auto"
    "angle brackets": _filled("<"),
    "tags of HTML in text": _filled("a <b c "),
    "links": _filled("https://example.org/a?b=c "),
    "addresses": _filled("a@b.example "),
    "numbered links": lambda length: "[1]a [2]b [3]c\n" * (length // 30) + _addresses(length // 2),
    "at signs": _filled("@"),
    "comma-separated": _filled("a,b,12\n"),
    "JSON": _filled('{"a": ["b"]}\n'),
    "log lines": _filled("2021-03-05 12:30:01 INFO started\n"),
    "subtitles": _numbered("{}\n00:00:01,000 --> 00:00:02,000\nHello\n\n"),
    "mail headers": _filled("Subject: a\nFrom: b\n"),
    "emoji": _filled("😀 "),
}
