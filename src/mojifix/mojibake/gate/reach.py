"""Text in alphabets that no code page holds: no misreading of bytes can have made it.

The letters of Hindi, Tamil, Georgian or Amharic are in none of the code pages that text is read as by
mistake, single-byte or East Asian (gb18030, which has all of Unicode, shows by its Han characters).
Words with such letters cannot be turned back into bytes, so whatever their language, there is nothing
to look for.

>>> is_out_of_reach("रण संवाद – मध्ये"), is_out_of_reach("रण संवाद – тест"), is_out_of_reach("रण “h“tel”")
(True, False, False)
"""

from __future__ import annotations

import re
from typing import Final

# Armenian; Thaana; from Devanagari to Sinhala; from Lao to Georgian; Ethiopic; Khmer; and what stands
# between words that are written without blanks.
ALPHABETS: Final = (
    "\u0530-\u058f\u0780-\u07bf\u0900-\u0dff\u0e80-\u10ff\u1200-\u137f\u1780-\u17ff\u200b"
)
# Signs that stand beside them, and are bytes of code pages: beside a Latin letter they may stand for
# another, as in ``h“tel``, and two of them for one of UTF-8. Joiners have their place behind a letter.
SIGNS: Final = "‘’“”„«»–—…"
JOINERS: Final = "\u200c\u200d"
_IN_REACH: Final = re.compile(
    rf"[^\x01-\x7f{ALPHABETS}](?:"  # NUL is a byte of UTF-16
    rf"(?<![{SIGNS}{JOINERS}])"
    rf"|(?<=[A-Za-z0-9{SIGNS}][{SIGNS}])|(?<=[{SIGNS}])(?=[A-Za-z0-9])"
    rf"|(?<=[{JOINERS}])(?<![^\x00-\x7f{SIGNS}].))"
)


def is_out_of_reach(text: str) -> bool:
    """Tell whether nothing beyond ASCII in a text can have been garbled; False means "look closer".

    Bytes of UTF-16 in the wrong order may be letters of any alphabet, but no ASCII space.
    """
    return " " in text and not _IN_REACH.search(text)
