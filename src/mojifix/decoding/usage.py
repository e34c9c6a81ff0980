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
_NORDIC: Final = "da nb nn sv fi is fo de"
_CENTRAL: Final = "pl cs sk hu sl hr bs sr-Latn hsb ro sq de"
_BALTIC: Final = "lt lv et pl fi"
_TURKISH: Final = "tr az kmr de fr"
_CYRILLIC: Final = "ru uk bg be sr-Cyrl mk"

_TABLE: Final = (
    ("cp1252", -1.5, _WEST),
    ("iso8859-15", 3.5, _WEST),
    ("cp850", 5.5, _WEST),
    ("cp437", 6.0, "en de fr es it nl sv fi id"),
    ("cp858", 8.0, _WEST),
    ("mac-roman", 5.5, _WEST),
    ("cp860", 8.5, "pt"),
    ("cp861", 7.0, "is fo"),
    ("cp863", 8.5, "fr"),
    ("cp865", 6.5, _NORDIC),
    ("mac-iceland", 7.0, "is fo"),
    ("iso8859-10", 6.5, "is fo sv fi da nb nn lt lv et"),
    ("iso8859-14", 6.0, "cy ga gd br"),
    ("cp1250", 1.0, _CENTRAL),
    ("iso8859-2", 2.0, _CENTRAL),
    ("cp852", 5.0, _CENTRAL),
    ("mac-latin2", 6.0, "pl cs sk hu sl hr bs sr-Latn hsb de"),
    ("mac-croatian", 8.0, "hr sl bs sr-Latn"),
    ("mac-romanian", 8.0, "ro"),
    ("iso8859-16", 5.0, "ro"),
    ("cp1257", 1.5, _BALTIC),
    ("iso8859-13", 3.5, _BALTIC),
    ("iso8859-4", 5.0, _BALTIC),
    ("cp775", 5.5, _BALTIC),
    ("cp1254", 1.0, _TURKISH),
    ("cp857", 5.0, _TURKISH),
    ("mac-turkish", 6.5, "tr"),
    ("iso8859-3", 5.5, "mt eo"),
    ("cp1253", 1.0, "el"),
    ("iso8859-7", 2.0, "el"),
    ("cp737", 5.0, "el"),
    ("cp869", 6.0, "el"),
    ("mac-greek", 6.0, "el"),
    ("cp1251", 0.0, "ru uk bg be sr-Cyrl mk"),
    ("koi8-r", 1.5, "ru bg"),
    ("koi8-u", 2.0, "uk ru be"),
    ("iso8859-5", 3.5, _CYRILLIC),
    ("cp866", 2.5, "ru bg be"),
    ("cp1125", 5.5, "uk be"),
    ("cp855", 5.5, "ru bg mk sr-Cyrl uk be"),
    ("mac-cyrillic", 5.0, _CYRILLIC),
    ("kz1048", 5.0, "kk"),
    ("ptcp154", 6.0, "kk tt"),
    ("koi8-t", 6.0, "tg"),
    ("cp1255", 1.0, "he yi"),
    ("iso8859-8", 2.5, "he yi"),
    ("cp862", 5.0, "he"),
    ("cp1256", 1.0, "ar fa ur"),
    ("iso8859-6", 3.0, "ar"),
    ("cp720", 6.0, "ar"),
    ("cp864", 6.5, "ar"),
    ("mac-arabic", 6.5, "ar"),
    ("mac-farsi", 8.0, "fa"),
    ("cp874", 1.0, "th"),
)

USAGES: Final = tuple(Usage(page, prior, tuple(tags.split())) for page, prior, tags in _TABLE)
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
    MultibyteUsage("gb18030", 0.5, "hans"),
    MultibyteUsage("big5hkscs", 0.5, "hant"),
    MultibyteUsage("cp932", 0.5, "japanese"),
    MultibyteUsage("euc_jp", 1.0, "japanese"),
    MultibyteUsage("cp949", 0.5, "hangul"),
    MultibyteUsage("johab", 6.0, "hangul"),
    MultibyteUsage("gb18030", 4.0, "hant"),
    MultibyteUsage("big5hkscs", 7.0, "hans"),
)
