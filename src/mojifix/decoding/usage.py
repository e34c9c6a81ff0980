"""Which code pages were ever in real use for which languages, and how common they are.

A prior in bits per code page: what the choice costs before a byte was read. The scale is that of
the language model, so one bit is a factor of two in how often a code page is met. The order
(Windows, then ISO, KOI8, then DOS and Macintosh) follows what crawls of legacy text hold; the size
of the steps was set on short strings, where it decides (``tests/decoding/test_robustness.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Usage:
    """A code page in use.

    Attributes:
        codepage: a name for ``mojifix.codepages.singlebyte``.
        prior: bits that choosing it costs.
        languages: BCP 47 tags, commonest first.
    """

    codepage: str
    prior: float
    languages: tuple[str, ...]


_WEST: Final = (
    "en de fr es it pt nl sv da nb nn fi is ca gl eu af sq id sw br fy ast ga gd la rm fo et tl so "
    "rw zu cy"
)
# Those with enough speakers to have left texts in the code pages of DOS and the Macintosh.
_WEST_OF_OLD: Final = "en de fr es it pt nl sv da nb nn fi is ca gl eu af sq id br fy ast"
_NORDIC: Final = "da nb nn sv fi is fo de"
_CENTRAL: Final = "pl cs sk hu sl hr bs sr-Latn hsb ro sq de"
_BALTIC: Final = "lt lv et pl fi"
_TURKISH: Final = "tr az kmr de fr"
_CYRILLIC: Final = "ru uk bg be sr-Cyrl mk"

_TABLE: Final = (
    ("cp1252", 0.0, _WEST),
    ("iso8859-15", 5.0, f"{_WEST_OF_OLD} et"),
    ("cp850", 7.0, _WEST_OF_OLD),
    ("cp437", 7.5, "en de fr es it nl sv fi id"),
    ("cp858", 9.5, "en de fr es it"),
    ("mac-roman", 7.0, _WEST_OF_OLD),
    ("cp860", 10.0, "pt"),
    ("cp861", 8.5, "is fo"),
    ("cp863", 10.0, "fr"),
    ("cp865", 8.0, _NORDIC),
    ("mac-iceland", 8.5, "is fo"),
    ("iso8859-10", 8.0, "is fo sv fi da nb nn lt lv et"),
    ("iso8859-14", 7.5, "cy ga gd br"),
    ("cp1250", 2.5, _CENTRAL),
    ("iso8859-2", 3.5, _CENTRAL),
    ("cp852", 6.5, _CENTRAL),
    ("mac-latin2", 7.5, "pl cs sk hu sl hr bs sr-Latn hsb de"),
    ("mac-croatian", 9.5, "hr sl bs sr-Latn"),
    ("mac-romanian", 9.5, "ro"),
    ("iso8859-16", 6.5, "ro"),
    ("cp1257", 3.0, _BALTIC),
    ("iso8859-13", 5.0, _BALTIC),
    ("iso8859-4", 6.5, _BALTIC),
    ("cp775", 7.0, _BALTIC),
    ("cp1254", 2.5, _TURKISH),
    ("cp857", 7.5, _TURKISH),
    ("mac-turkish", 8.0, "tr"),
    ("iso8859-3", 7.0, "mt eo"),
    ("cp1253", 2.5, "el"),
    ("iso8859-7", 3.5, "el"),
    ("cp737", 6.5, "el"),
    ("cp869", 7.5, "el"),
    ("mac-greek", 7.5, "el"),
    ("cp1251", 1.5, "ru uk bg be sr-Cyrl mk"),
    ("koi8-r", 3.0, "ru bg"),
    ("koi8-u", 3.5, "uk ru be"),
    ("iso8859-5", 5.0, _CYRILLIC),
    ("cp866", 4.0, "ru bg be"),
    ("cp1125", 7.0, "uk be"),
    ("cp855", 7.0, "ru bg mk sr-Cyrl uk be"),
    ("mac-cyrillic", 6.5, _CYRILLIC),
    ("kz1048", 6.5, "kk"),
    ("ptcp154", 7.5, "kk tt"),
    ("koi8-t", 7.5, "tg"),
    ("cp1255", 2.5, "he yi"),
    ("iso8859-8", 4.0, "he yi"),
    ("cp862", 6.5, "he"),
    ("cp1256", 2.5, "ar fa ur"),
    ("iso8859-6", 4.5, "ar"),
    ("cp720", 7.5, "ar"),
    ("cp864", 8.0, "ar"),
    ("mac-arabic", 8.0, "ar"),
    ("mac-farsi", 9.5, "fa"),
    ("cp874", 2.5, "th"),
    ("tcvn", 8.0, "vi"),
    ("viscii", 10.0, "vi"),
    ("kamenicky", 10.0, "cs sk"),
    ("mazovia", 11.0, "pl"),
    ("cwi-2", 10.0, "hu"),
    ("mik", 8.0, "bg"),
    ("armscii-8", 14.0, "hy"),
    ("georgian-ps", 7.0, "ka"),
    ("georgian-academy", 7.0, "ka"),
)

USAGES: Final = tuple(Usage(page, prior, tuple(tags.split())) for page, prior, tags in _TABLE)
# Letters that a language's text has in a code page without its own: Romanian with cedillas.
SPELLED: Final = {"ro": str.maketrans("ŞşŢţ", "ȘșȚț")}
PRIOR_OF: Final = {usage.codepage: usage.prior for usage in USAGES}


@dataclass(frozen=True, slots=True)
class MultibyteUsage:
    """A multi-byte codec in use, for one language.

    Attributes:
        codec: Python's name.
        prior: bits that choosing it costs.
        group: the script group of the language model that scores it.
    """

    codec: str
    prior: float
    group: str


MULTIBYTE: Final = (
    MultibyteUsage("gb18030", 2.0, "hans"),
    MultibyteUsage("big5hkscs", 2.0, "hant"),
    MultibyteUsage("cp932", 2.0, "japanese"),
    MultibyteUsage("euc_jp", 2.5, "japanese"),
    MultibyteUsage("cp949", 2.0, "hangul"),
    MultibyteUsage("johab", 7.5, "hangul"),
    MultibyteUsage("gb18030", 5.5, "hant"),
    MultibyteUsage("big5hkscs", 8.5, "hans"),
)
