"""C1 controls that nothing explains: the signs of a text in cp1252 that was read as Latin-1.

Nobody means C1 controls, and a decoder of HTML reads them so, too (The HTML Standard, 13.2.5.80). What
other code page a text may be in is looked for before; here each line is left alone that holds a letter
of one: a control that cp1252 has a letter for, that stands inside of a word or beside Latin-1's others.
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.codepages.singlebyte import C1_CONTROL, with_c1_shown
from mojifix.mojibake.edits import Change, Edit, recoding

_LINE: Final = re.compile("^[^\n\x80-\x9f]*+[\x80-\x9f].*", re.MULTILINE)  # with a control
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")  # or not of a single-byte code page
_SIGNS: Final = "".join(
    control
    for control in map(chr, range(0x80, 0xA0))
    if (sign := with_c1_shown(control)) != control and not sign.isalpha()
)
_LETTER: Final = r"[^\W\d_]"
_BYTE: Final = "[\xa1-\xff]"
_LINE_BREAK: Final = rf"(?<=[.,:;!?])\x85{_LETTER}"  # in EBCDIC, be it behind a sentence
_SIGN: Final = re.compile(
    f"(?!{_LINE_BREAK})(?<!{_BYTE})(?:(?<!{_LETTER})[{_SIGNS}]|[{_SIGNS}](?!{_LETTER}))(?!{_BYTE})"
)
_STEPS, _CODE = recoding("latin-1", "cp1252")
_BITS: Final = 12.0  # what recoding lends this pair of encodings where a text holds controls


def find_change(text: str) -> Change | None:
    r"""Return what reads the controls of a text as cp1252 does, if there are any.

    >>> find_change("Brand\x99 is 5\x80\nna\x95ve \x99").text
    'Brand™ is 5€\nna\x95ve \x99'
    """
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        signs = list(_SIGN.finditer(text, *line.span()))
        is_text = _NO_TEXT.search(line.group()) is None
        if is_text and len(signs) == len(C1_CONTROL.findall(line.group())):
            edits += [_edit(sign) for sign in signs]
    return Change.of(text, edits) if edits else None


def _edit(sign: re.Match[str]) -> Edit:
    return Edit(*sign.span(), with_c1_shown(sign.group()), _STEPS, _BITS, code=_CODE)
