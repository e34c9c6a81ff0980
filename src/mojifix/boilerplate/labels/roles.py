"""What a short text is by what it says: a share button, a comment form, a byline.

>>> role_of("LEAVE A REPLY Cancel reply"), role_of("We ate leeks.")
(Sign(role='comment_form', sure=True), None)
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mojifix.boilerplate.labels.bylines import is_byline
from mojifix.boilerplate.labels.dates import iso_date
from mojifix.boilerplate.labels.folding import fold, letters
from mojifix.boilerplate.labels.phrases import ends_word, phrases
from mojifix.boilerplate.labels.tag_lists import listed
from mojifix.layout.scripts import SENTENCE_ENDS
from mojifix.records import Role

# Longest line that is taken for furniture by its opening words, in code points. Form prompts and
# cookie notices are sentences; the rest are labels.
LONGEST: Final = {"cookie_notice": 600, "comment_form": 250, "newsletter": 160, "footer": 160}
LONGEST_LABEL: Final = 80
# Longest line that can be a date with its label, a breadcrumb trail, a list of tags.
LONGEST_DATE: Final = 60
LONGEST_TRAIL: Final = 120
# Most words of a date line without a label: "5 Şubat 2022 tarihinde Çiğdem tarafından yazıldı".
MOST_DATE_WORDS: Final = 5
# Code points of a space and a word between the label of a date and the colon.
LONGEST_PREPOSITION: Final = 4
# Most links in a line of links.
LONGEST_MENU: Final = 12
LONGEST_TAGS: Final = 300
# Longest line that is taken for furniture by a phrase within it.
LONGEST_NOTICE: Final = 200

ITEMS: Final = "•◦▪‣●○■·⁃►*+-–"  # what an item of a list begins with
_COUNT: Final = re.compile(r"[(\[]?\d{1,3}(?:[.,\s]?\d{3}|[.,]\d)?\s?[KkMm]?[)\]]?")
_COPYRIGHT: Final = re.compile(r"\([cC]\)\s?(?:19|20)")
_READING_TIME: Final = re.compile(r"^\d{1,3}[\s-]min(?:ute)?s? read$", re.I)
_EMAIL: Final = re.compile(r"^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$")
_TRAIL: Final = re.compile(r"\s*(?:[›»>‹→]|\s[/|·•]\s)\s*")
_SEPARATOR: Final = re.compile(r"[›»>‹→/|·•-]")  # in every menu and trail
_DIGIT: Final = re.compile(r"\d")
_LINKS: Final = re.compile(r"\s[|·•]\s|\s-\s")
_STOPS: Final = SENTENCE_ENDS + "…"
_CLOSERS: Final = "\"'”’»」』)"
_EDIT: Final = re.compile(r"^\[\s?[\w ]{2,24}\s?\|\s?[\w ]{2,24}\]$")
_OF_THE_YEAR: Final = re.compile(r"\d\s?[^\W\d_]\.$")  # "2024 г.", "2024 r.": no end of a sentence
_BEFORE_COLON: Final = re.compile(r"[^\d:：]+(?=[:：])")
_BEFORE_ITEMS: Final = f"{ITEMS} "
_NOT_DATE: Final = re.compile(r"[^\W\d_]{2,}")


class Sign(NamedTuple):
    """What a text gives away about itself.

    Attributes:
        role: what it is.
        sure: True when the words are said nowhere else; False for words that content has, too.
    """

    role: Role
    sure: bool


def role_of(text: str, words: str | None = None) -> Sign | None:
    """Tell what a line of a page is, from its words alone.

    Args:
        text: one line or one element's text, without space around it.
        words: what ``letters`` makes of it, where that is known already.

    Returns:
        The role; None when the words do not say.

    >>> role_of("3 Kommentare"), role_of("14.04.2021, 18:02").role
    (Sign(role='comment_count', sure=False), 'date_line')
    """
    if len(text) > LONGEST["cookie_notice"]:
        return None
    known = phrases()
    # Of a longer line only its opening and its shape tell.
    if words is None and len(text) <= LONGEST_LABEL:
        words = letters(text)
    if words == "":
        return _role_of_symbols(text)
    if len(text) <= LONGEST["footer"] and _is_copyright(text):
        return Sign("footer", sure=True)
    if words and (role := known.whole.get(words)):
        return Sign(role, sure=_telling(words) and role != "navigation")
    # Whatever is looked for in longer lines stands at their start.
    folded = fold(text[:LONGEST_NOTICE])
    for phrase, role in known.openings(folded):
        if folded.startswith(phrase) and ends_word(folded, phrase):
            limit = LONGEST.get(role, LONGEST_LABEL)
            if len(text) <= limit and (limit > LONGEST_LABEL or not _stops(text)):
                return Sign(role, sure=_telling(letters(phrase)))
    if len(text) <= LONGEST_NOTICE and (role := known.role_within(folded)):
        return Sign(role, sure=True)
    return _role_of_shape(text, folded)


def _is_copyright(text: str) -> bool:
    return "©" in text or (text[0] == "(" and _COPYRIGHT.match(text) is not None)


def _role_of_symbols(text: str) -> Sign | None:
    if iso_date(text):
        return Sign("date_line", sure=False)
    if _COUNT.fullmatch(text):
        return Sign("comment_count", sure=False)
    return None


def _role_of_shape(text: str, folded: str) -> Sign | None:
    if text[0] == "[" and _EDIT.match(text):
        return Sign("navigation", sure=True)
    has_number = _DIGIT.search(text) is not None
    if has_number and _READING_TIME.match(text):
        return Sign("date_line", sure=True)
    if "@" in text and _EMAIL.match(text):
        return Sign("newsletter", sure=False)
    if is_byline(text):
        return Sign("author_box", sure=False)
    if has_number and _is_date_line(text, folded):
        return Sign("date_line", sure=False)
    separated = len(text) <= LONGEST_TRAIL and _SEPARATOR.search(text) is not None
    if separated and (menu := _role_of_menu(text)):
        return menu
    if _is_tag_line(text, folded):
        return Sign("tags", sure=False)
    if separated and is_trail(text):
        return Sign("breadcrumb", sure=False)
    return None


def edit_link(text: str) -> int | None:
    """Find the link for editing that wikis put behind a heading.

    Returns:
        Where it begins, after the heading; None when there is none.

    >>> edit_link("History[edit]"), edit_link("[edit]"), edit_link("Login [help]")
    (7, None, None)
    """
    if text[-1] != "]" or len(text) > LONGEST_LABEL:
        return None
    start = text.rfind("[")
    if start < 1:
        return None
    is_link = phrases().edit.issuperset(map(letters, text[start:].split("|")))
    return start if is_link else None


def _role_of_menu(text: str) -> Sign | None:
    """Name a line of several links by what the links say."""
    parts = _LINKS.split(text) if len(text) <= LONGEST_TRAIL else []
    if not 1 < len(parts) <= LONGEST_MENU:
        return None
    roles = [phrases().whole.get(letters(part)) for part in parts]
    if None in roles:
        return None
    return Sign("footer" if "legal" in roles else "navigation", sure=True)


def _is_date_line(text: str, folded: str) -> bool:
    """Tell whether a line says when something was published and little else.

    >>> dated, fact = "• Verfasst: 18. Mai 2024", "Date of birth: 18 May 1924"
    >>> _is_date_line(dated, fold(dated)), _is_date_line(fact, fold(fact))
    (True, False)
    """
    if len(text) > LONGEST_DATE or iso_date(text) is None:
        return False
    if _stops(text) and not _OF_THE_YEAR.search(text):
        return False
    known = phrases()
    folded = folded.lstrip(_BEFORE_ITEMS)
    dated = known.published.opening(folded)
    if label := _BEFORE_COLON.match(folded):
        named = [word for word in known.byline.opening(folded) if ends_word(folded, word)]
        longest = max(map(len, (*dated, *named)), default=0)
        if not longest or label.end() - longest > LONGEST_PREPOSITION:
            return False  # one of the facts that a list gives
    return bool(dated) or len(_NOT_DATE.findall(text)) <= MOST_DATE_WORDS


def _is_tag_line(text: str, folded: str) -> bool:
    """Tell whether a line lists tags or categories after such a word.

    >>> tags, sentence = "TAGS allotment leeks winter", "Category theory is abstract"
    >>> _is_tag_line(tags, fold(tags)), _is_tag_line(sentence, fold(sentence))
    (True, False)
    """
    if len(text) > LONGEST_TAGS or _stops(text):
        return False
    return listed(text, folded, phrases().listing) is not None


def is_trail(text: str) -> bool:
    """Tell whether a line is a breadcrumb trail.

    >>> is_trail("Werkstatt > Fahrräder > Bremsen"), is_trail("3 > 2"), is_trail("Er rief: »Halt«")
    (True, False, False)
    """
    if len(text) > LONGEST_TRAIL or _stops(text) or "«" in text or text.endswith("|"):
        return False  # "»" is no arrow beside "«"; a bar ends the row of a table
    parts = _TRAIL.split(text)
    return len(parts) > 1 and all(1 < len(part) <= 40 and part[0].isalpha() for part in parts)


def _telling(words: str) -> bool:
    """Tell whether a phrase is long enough to be said in one place only."""
    return " " in words or (not words.isascii() and len(words) >= 4 and words.upper() == words)


def _stops(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text[-1] in _STOPS or (text[-1] in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _STOPS)
