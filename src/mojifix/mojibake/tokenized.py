"""Signs of garbled text that was tokenized afterwards: ``it â € ™ s`` was ``itâ€™s``.

Tokenizers of corpora put spaces around signs, and so between those that the bytes of one were read as.
Nobody writes these parts of a sign; where spaces belong around it is not told, and they stay. Letters
that were parted, as ``caf Ã ©``, are not joined.

>>> from mojifix.mojibake.edits import replaced
>>> text = "He said , â € œ We don â€ ™ t know , â €  for Â £ 20 ."
>>> replaced(text, find_edits(text))
'He said , “ We don ’ t know , ”  for £ 20 .'
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.mojibake.edits import Edit, recoding
from mojifix.surrogates import utf8_length

_STEPS: Final = ("join tokens",)
_CODEPAGE: Final = "cp1252"
_TABLE: Final = singlebyte.table(_CODEPAGE)
_BITS: Final = 20.0  # no writer means what is left
# A closing quote, whose last byte is a control: it closes what was opened so.
_CLOSED: Final = re.compile(r"â ?€(?=[ ]|$)(?<=â[ ]€)")
_OPENED: Final = re.compile("â ?€ ?œ")


def find_edits(text: str) -> list[Edit]:
    """Return what joins the signs of a text that are parted, sorted and disjoint."""
    has_lead = "â" in text or "Â" in text  # at the speed of C
    if not has_lead or not any(map(text.__contains__, ("â ", "â€ ", "â‚ ", "Â "))):
        return []
    signs, pattern = _signs()
    found = [
        _edit(match, signs[match.group().replace(" ", "")]) for match in pattern.finditer(text)
    ]
    if _OPENED.search(text):
        taken = {edit.start for edit in found}
        closed = [match for match in _CLOSED.finditer(text) if match.start() not in taken]
        found += [_edit(match, "”", guessed=True) for match in closed]
    return sorted(found, key=lambda edit: edit.start)


def _edit(match: re.Match[str], sign: str, *, guessed: bool = False) -> Edit:
    steps, code = recoding(_CODEPAGE)
    return Edit(*match.span(), sign, (*_STEPS, *steps), _BITS, guessed, code)


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    """Map what signs were read as to them, and return the expression for that in parts.

    Of two parts the first may be left of a no-break space: ``is Â £5`` was.
    """
    shown = {singlebyte.decode(sign.encode(), _CODEPAGE): sign for sign in _TABLE[0x80:]}
    signs = {each: sign for each, sign in shown.items() if utf8_length(sign) == 3}
    of_two = {each: sign for each, sign in shown.items() if each[0] == "Â" and sign not in "\xa0«»"}
    parted = "|".join(f" {two} ?{three}|{two} {three}" for _, two, three in map(list, signs))
    behind = f" [{re.escape(''.join(of_two.values()))}](?=[ ]|$)"
    # The engine skips to the class of characters with which this begins.
    return signs | of_two, re.compile(rf"[âÂ](?:(?<=â)(?:{parted})|(?<=Â)(?<!\SÂ){behind})")
