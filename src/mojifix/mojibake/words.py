"""The words of a text: what stands between blanks and separators, and the part around a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, filterfalse, repeat
from typing import Final

from mojifix.surrogates import utf8_length

Span = tuple[int, int]

CONTEXT: Final = 10  # characters of its word that a run is read with, on each side

# Not str.isspace: NEL and NBSP may be bytes of a garbled run, and thin spaces stand in numbers.
_SPACES: Final = " \t\n\r\x0b\x0c\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2028\u2029"
# … and what parts the words of tables, markup and data, as long as it is no second byte of a
# character of an East Asian codec: those are from "@" on.
SEPARATORS: Final = frozenset('"*/;<=>')
_BREAKS: Final = f"{_SPACES}{''.join(sorted(SEPARATORS))},"
# What ends a word of prose inside a word of a table, of markup or of code.
MARKUP: Final = f'{_SPACES}"(/<=>[\\]`{{|}}'
_ASCII: Final = bytes(range(128))
# What follows a class of one range is found three times as quickly as in one without spaces.
_HIGH: Final = re.compile(rf"[^\x00-\x7f](?<![{_SPACES}])[^\x00-\x7f{_SPACES}]*")
_BREAK: Final = re.compile(rf"[{_BREAKS}]")
# Where one character in so many is beyond ASCII it is quicker to look at all words than to skip.
_SPARSE: Final = 20
# Words of one that is joined by ASCII, as those of names of files are, with a few stops behind: many
# would be read anew for each "!" among them. What stands behind a character beyond ASCII may be its
# second byte from "@" on.
_STOPS: Final = r"(?:(?<!')[.,:;!?]{1,10}\Z)?"
_OWN: Final = re.compile(rf"(?:[^\"-&(->@[-`{{-~]|(?<=[^\x00-\x7f])[@[-`{{-~])+{_STOPS}")
_OWN_OF_SINGLE_BYTES: Final = re.compile(rf"[^\"-&(->@[-`{{-~]+{_STOPS}")
# Signs that stand around words or between two, clean ones beside garbled words, too.
SIGNS_AROUND: Final = "„“”‚‘’«»‹›…–—•©®™"
_AT_ONCE: Final = 1 << 16  # code points whose words stand apart at once, at 50 bytes more for each
_LINE: Final = re.compile(r"[^\r\n]+")
_WORD: Final = re.compile(rf"[^{_BREAKS}]+")
_JOINING: Final = re.compile(rf"[^{re.escape(MARKUP)}\x85]+")  # no NEL: that ends a line


def non_ascii_words(text: str) -> list[Span]:
    """Return the spans of the words that are not ASCII.

    >>> non_ascii_words("a café, naïvely")
    [(2, 6), (8, 15)]
    """
    beyond = utf8_length(text) - len(text)
    if _SPARSE * beyond > len(text):
        return [match.span() for match in _WORD.finditer(text) if not match.group().isascii()]
    spans: list[Span] = []
    end = 0
    for match in _HIGH.finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        while start > end and text[start - 1] not in _BREAKS:
            start -= 1
        after = _BREAK.search(text, match.end())
        end = after.start() if after else len(text)
        spans.append((start, end))
    return spans


def own_words(text: str, span: Span, *, of_single_bytes: bool = False) -> Iterator[Span]:
    """Yield the spans of the words that are not ASCII of one, without what ASCII joins to them.

    Args:
        text: the text.
        span: a word of it.
        of_single_bytes: whether no ASCII is the second byte of a character.

    >>> text = "facture_fÚvrier-dÚcembre.pdf"
    >>> [text[slice(*span)] for span in own_words(text, (0, len(text)))]
    ['fÚvrier', 'dÚcembre']
    """
    own = _OWN_OF_SINGLE_BYTES if of_single_bytes else _OWN
    for match in own.finditer(text, *span):
        word = match.group()
        if not word.isascii():
            start = match.start() + len(word) - len(word.lstrip("'"))
            yield start, match.start() + len(word.rstrip("'"))


def beyond_ascii(text: str) -> Iterator[str]:
    """Return the words that are not ASCII, where nobody asks for their places.

    >>> list(beyond_ascii("a café, naïvely"))
    ['café', 'naïvely']
    """
    return filterfalse(str.isascii, _WORD.findall(text))


def without_ascii(text: str) -> str:
    """Return the characters of a text that ASCII lacks, at the speed of C.

    >>> without_ascii("a café, naïvely")
    'éï'
    """
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return beyond.decode("utf-8", "surrogatepass")


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of what some spans, sorted by where they start, cover together.

    >>> list(merged([(0, 4), (2, 6), (6, 7), (8, 9)]))
    [(0, 7), (8, 9)]
    """
    start = end = -1
    for left, right in spans:
        if left > end:
            if end >= 0:
                yield start, end
            start = left
        end = max(end, right)
    if end >= 0:
        yield start, end


def words_at(text: str, places: Iterable[int], size: int) -> Iterator[Span]:
    """Yield the spans of the words that are not ASCII and reach into pieces of a text.

    Args:
        text: the text.
        places: where the pieces start, in their order.
        size: how long each is.

    >>> list(words_at("a café, naïvely été", [3, 10], 4))
    [(2, 6), (8, 15)]
    """
    end = 0  # of what was looked at
    for place in places:
        if place + size <= end:
            continue
        start = max(place, end)
        if text[start : start + 1] not in _BREAKS:
            while start > end and text[start - 1] not in _BREAKS:
                start -= 1
        after = _BREAK.search(text, place + size - 1)
        end = after.start() if after else len(text)
        for match in _WORD.finditer(text, start, end):
            if not match.group().isascii():
                yield match.span()


def non_ascii_part(text: str) -> str:
    """Return what stands between blanks and line feeds and is not ASCII, a blank before each.

    >>> non_ascii_part("a café, naïvely")
    ' café, naïvely'
    """
    parts, start = [], 0
    while start < len(text):
        end = text.find("\n", start + _AT_ONCE)
        end = len(text) if end < 0 else end
        # Most lines of a page are ASCII.
        lines = filterfalse(str.isascii, text[start:end].split("\n"))
        words = chain.from_iterable(map(str.split, lines, repeat(" ")))
        parts.append(" ".join(("", *filterfalse(str.isascii, words))))
        start = end + 1
    return "".join(parts)


def spliced(
    text: str, readings: Iterable[tuple[int, int, str]], start: int = 0, end: int | None = None
) -> str:
    """Return a text, or a part of it, with other text in place of some spans, sorted and disjoint.

    >>> spliced("a cafe!", [(2, 6, "café")]), spliced("a cafe!", [(2, 6, "café")], 2, 6)
    ('a café!', 'café')
    """
    parts: list[str] = []
    for left, right, after in readings:
        parts += text[start:left], after
        start = right
    return "".join((*parts, text[start:end]))


def lines_of(text: str) -> list[Span]:
    r"""Return the spans of the lines that are not empty; CR and LF each end one.

    >>> lines_of("a\r\nbc\n")
    [(0, 1), (3, 5)]
    """
    return [match.span() for match in _LINE.finditer(text)]


def same_word(text: str, end: int, start: int) -> bool:
    """Tell whether nothing but a short piece of one word stands between two positions."""
    return (
        start - end <= CONTEXT and _JOINING.fullmatch(text, end, start) is not None
    ) or start == end


def is_value(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands beside a separator, as the values of data and strings of code do.

    >>> is_value('x = "été"', 5, 8), is_value("un été,", 3, 6)
    (True, False)
    """
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return not SEPARATORS.isdisjoint(beside)


def window(text: str, start: int, end: int, breaks: str = _SPACES) -> Span:
    """Return the span of the word around a span, at most ``CONTEXT`` beyond it on each side.

    >>> text = "<b>так</b>"
    >>> window(text, 3, 6), window(text, 3, 6, MARKUP)
    ((0, 10), (3, 6))
    """
    left, right = start, end
    while left > 0 and start - left < CONTEXT and text[left - 1] not in breaks:
        left -= 1
    while right < len(text) and right - end < CONTEXT and text[right] not in breaks:
        right += 1
    return left, right
