"""Dates in running text, with month names in some forty languages.

>>> iso_date("Erschienen am 3. Oktober 2022"), iso_date("12 Dec 2023 — 4 min read")
('2022-10-03', '2023-12-12')
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from itertools import islice
from typing import Final

from mojifix import resources
from mojifix.boilerplate.labels.folding import letters

# Two-digit fields are read as day/month; a year first is read as year-month-day.
_NUMERIC: Final = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)\s?[-/.年년]\s?(?P<m>\d{1,2})\s?[-/.月월]\s?(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.]\s?(?P<m2>\d{1,2})[-/.]\s?(?P<y2>(?:19|20)\d\d))(?!\d)"
)
_YEAR_DIGITS: Final = re.compile(r"(?:19|20|25)\d\d")  # in every date; quick to look for
# Digits of other scripts, from zero: Arabic, Persian, Devanagari, Bengali, Thai, Burmese, Khmer …
_ZEROS: Final = "٠۰०০੦૦୦௦౦೦൦๐໐၀០"
_IN_ASCII: Final = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
_DIGITS: Final = re.compile(f"[{''.join(map(chr, _IN_ASCII))}]")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
# A clock says "7:41", which is no day.
_CLOCK: Final = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?![\d.])", re.IGNORECASE
)
# "July 2018 (18)" is a month with so many posts.
_TALLY: Final = re.compile(r"\(\d{1,3}\)$")
# Longest text that is searched for a date, in code points: dates stand in short lines.
LONGEST: Final = 120
# Years of the Buddhist era that Thai pages use run ahead by this many.
_BUDDHIST: Final = 543
# A year from this one on is of that era.
_FIRST_BUDDHIST: Final = 2400
# Letters of an ending that a month's name may have ("maaliskuuta", "augusti").
_LONGEST_ENDING: Final = 4
# Languages whose dates cut a long name of a month to its first letters: "Dec", "Okt".
_CUTTING: Final = frozenset(("en", "de", "fr", "es", "sv", "da", "nl"))
_CUT: Final = 3
_LONGEST_UNCUT: Final = 4


def iso_date(text: str) -> str | None:
    """Find a date and write it as ISO 8601.

    Args:
        text: a short text; in one longer than ``LONGEST`` code points nothing is looked for.

    Returns:
        ``"2022-10-03"``; None when there is no full date.

    >>> iso_date("14.04.2021, 18:02"), iso_date("投稿日: 2023年4月2日"), iso_date("May I?")
    ('2021-04-14', '2023-04-02', None)
    >>> iso_date("April 26, 2024 Updated: October 28, 2024"), iso_date("Dec 7, 2025 Julian")
    ('2024-04-26', '2025-12-07')
    >>> iso_date("٣ مايو ٢٠٢٣"), iso_date("५ मार्च २०२२")
    ('2023-05-03', '2022-03-05')
    >>> iso_date("12 listopada 2023"), iso_date("12. listopada 2023.")
    ('2023-11-12', '2023-10-12')
    """
    if len(text) > LONGEST:
        return None
    text = _with_ascii_digits(text)
    if not _YEAR_DIGITS.search(text):
        return None
    if match := _NUMERIC.search(text):
        year, month, day = match["y"], match["m"], match["d"]
        if year is None:
            year, month, day = match["y2"], match["m2"], match["d2"]
        return _iso(int(year), int(month), int(day)) or _iso(int(year), int(day), int(month))
    years = list(islice(_YEAR.finditer(text), 2))
    if not years:
        return None
    first = years[0]
    year_number = int(first.group())
    if year_number >= _FIRST_BUDDHIST:
        year_number -= _BUDDHIST
    # The day and the month stand before the year nearly everywhere; what follows may be another date.
    if found := _day_and_month(text[: first.start()], last=True):
        return _iso(year_number, *found)
    if years[1:]:
        return None
    rest = text[: first.start()] + " " + text[first.end() :]
    found = _day_and_month(_TALLY.sub("", rest), last=False)
    return _iso(year_number, *found) if found else None


def may_hold_date(text: str) -> bool:
    """Tell whether a text of any length has the digits of a year, without which it has no date.

    >>> may_hold_date("3 May 2020"), may_hold_date("٣ مايو ٢٠٢٣"), may_hold_date("7:41, 18 replies")
    (True, True, False)
    """
    return _YEAR_DIGITS.search(_with_ascii_digits(text)) is not None


def _with_ascii_digits(text: str) -> str:
    return text if text.isascii() or not _DIGITS.search(text) else text.translate(_IN_ASCII)


def _day_and_month(text: str, *, last: bool) -> tuple[int, int] | None:
    """Return the number of the month that a text names, and the first or last day in it."""
    text = _CLOCK.sub(" ", text)
    days = _DAY.findall(text)
    month = _month(text) if days else None
    return (month, int(days[-1 if last else 0])) if month is not None else None


def is_date_word(word: str) -> bool:
    """Tell whether a word names a month or a day of the week, in any language.

    >>> is_date_word("März"), is_date_word("Sonntag"), is_date_word("Martin")
    (True, True, False)
    """
    folded = word.casefold()
    return folded in _names() or folded in _weekdays()


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(text: str) -> int | None:
    """Find the month a word of the text names; the longest name wins, of several the last."""
    names = _names()
    folded = text.casefold()
    best: tuple[int, int] | None = None
    for word in _words(text):
        stop = ". " if f". {word}" in folded else ""
        # What is left of the word is an ending, not a word.
        for size in range(len(word), max(1, len(word) - _LONGEST_ENDING - 1), -1):
            number = names.get(stop + word[:size], names.get(word[:size]))
            if number is not None:
                if best is None or size >= best[0]:
                    best = (size, number)
                break
    return best[1] if best else None


def _words(text: str) -> list[str]:
    words = letters(text).split()
    # Hebrew glues "in" to the month.
    return words + [word[1:] for word in words if word[0] == "ב"]


@cache
def _weekdays() -> frozenset[str]:
    data = json.loads(resources.read_bytes(__package__, "weekdays.json"))
    del data["about"]
    return frozenset(
        name.casefold() for days in data.values() for day in days for name in day.split("|")
    )


@cache
def _names() -> dict[str, int]:
    data = json.loads(resources.read_bytes(__package__, "months.json"))
    names: dict[str, int] = {}
    for language, months in data.items():
        if language == "about":
            continue
        for number, variants in enumerate(months, start=1):
            for name in variants.split("|"):
                folded = name.casefold()
                names.setdefault(folded, number)
                if language in _CUTTING and len(folded) > _LONGEST_UNCUT:
                    names.setdefault(folded[:_CUT], number)
    return names
