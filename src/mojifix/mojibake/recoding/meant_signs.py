"""Signs that somebody meant, where a pair makes letters of them: in a word, and at its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mojifix.mojibake.weighing.known_words import knowledge_of_pieces
from mojifix.mojibake.weighing.scale import Scale

# An apostrophe that was turned the wrong way, as in ``d‘accord``, or stands for a glottal stop. Of
# 5,962 words with one 156 were changed without this, 28 are now; of 1,159 words and sentences with a
# letter that was garbled so 14 are lost. With 12 bits it is 19 and 37.
_TURNED: Final = re.compile(r"(?<=\w)[‘΄](?=\w)")
_TURNED_BITS: Final = 16.0
# A Latin plural, as ``formulæ``, beside its singular. Of 2,412 texts with a Latin word 174 were changed
# without this, 52 are now; of 312 words and sentences with æ for another letter five are lost, all of
# them from Baltic code pages.
_PLURAL: Final = re.compile(r"(?<=[a-z]{3})æ(?!\w)|(?<=[A-Z]{3})Æ(?!\w)")
_PLURAL_BITS: Final = 4.0
# A sign or a letter of another alphabet, before or behind a word of ASCII: ``bestΩ``, ``½way``. Of
# 53,019 clean texts in which one sign is used for another 433 were changed without this, 214 are now;
# of 1,623 words and sentences with a garbled letter there 39 are lost. With 16 bits it is four and nine
# more, with 30 bits as many as without and ten.
_AT_END: Final = re.compile(
    "^[\xa0-\xbf\u0250-\u2e7f](?=[A-Za-z])|(?<=[A-Za-z])[\xa0-\xbf\u0250-\u2e7f](?!\\w)"
)
_END_BITS: Final = 24.0


def meant_bits(before: str, after: str, scale: Scale) -> Iterator[float]:
    """Yield what a word costs if a sign of it is meant.

    What a language is known to have as a word needs no sign at its end; and of what stands as æ
    there most was ``ć``: ``byæ``, once ``być``.

    Args:
        before: the word as it stands.
        after: what a pair makes of it.
        scale: weighs words in the languages of the text.

    >>> [len([*meant_bits("formulæ", after, Scale(""))]) for after in ("formulę", "formulć")]
    [1, 0]
    """
    if (turned := _TURNED.sub("’", before)) != before:
        yield scale.bits(turned) + _TURNED_BITS
    if (singular := _PLURAL.sub("a", before)) != before and "ć" not in after.lower():
        yield scale.bits(singular) + _PLURAL_BITS
    plain = _AT_END.sub("", before)
    if plain.isascii() and not any(each.is_known for each in knowledge_of_pieces(after)):
        yield scale.bits(plain) + _END_BITS
