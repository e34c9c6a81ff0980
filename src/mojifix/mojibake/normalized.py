r"""Garbled text that was normalized afterwards (UAX #15), and is not what a codec makes any more.

NFKC, which cleaners of corpora and tokenizers apply, makes ``1⁄4`` of the ``¼`` in ``fÃ¼r``; NFD, as
in names of files, ``A`` and a tilde of its ``Ã``. What a code page shows a byte as has few such forms.
All is composed, and where a form makes a sequence of UTF-8 with what stands beside it, the character
is put back, for what looks for garbled text to weigh. Nothing of that stays but what led to a repair.

>>> [replaced(text, find_edits(text)) for text in ("fÃ1⁄4r", "Tür, 1⁄4 l")]
['fÃ¼r', 'Tür, 1⁄4 l']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from math import inf
from types import MappingProxyType
from typing import Final, NamedTuple
from unicodedata import is_normalized, normalize

from mojifix.codepages import singlebyte, utf8
from mojifix.language.alphabet import class_of
from mojifix.mojibake.edits import Edit, Layers, placed, replaced
from mojifix.mojibake.gate.verdict import passes
from mojifix.mojibake.utf8.runs import CODEPAGE_BITS
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import CLEAN_BITS
from mojifix.mojibake.weighing.word_kinds import is_in_one_case
from mojifix.mojibake.words import MARKUP, window

_CODE: Final = "normalized"
_COMPOSE: Final = ("normalize NFC",)
_PUT_BACK: Final = ("undo NFKC",)
# What one of the repairs saves that undo NFKC, where there are no others. Of 2,712 single words 4 in
# 1,000 save less, and half of the letters with a digit behind that may be bytes, as ``Ča``.
_LEAST_BITS: Final = 20.0
_AROUND: Final = ".,:;!?()[]\"'"
_NEVER: Final = frozenset(("control", "unassigned", "private"))  # what no writer meant
_LINE: Final = re.compile(r"^[\x00-\t\x0b-\x7f]*+[^\x00-\x7f].*", re.MULTILINE)  # beyond ASCII


class _Forms(NamedTuple):
    """The characters of a code page as NFKC leaves them.

    Attributes:
        chars: the character that each form was, which is another.
        form: the expression for a form or a character.
        sequence: the expression for a sequence of UTF-8 that they show.
    """

    chars: dict[str, str]
    form: re.Pattern[str]
    sequence: re.Pattern[str]


def may_be_in(text: str) -> bool:
    """Tell whether a text holds a sign that a normalization puts in place of a part of a character.

    >>> may_be_in("fÃ1⁄4r"), may_be_in("A\u0303¼"), may_be_in("für ¼ l")
    (True, True, False)
    """
    return not text.isascii() and _signs().search(text) is not None


@cache
def _signs() -> re.Pattern[str]:
    """Return the expression for marks and the like of which characters of code pages are made."""
    chars = frozenset().union(*map(singlebyte.beyond_ascii, CODEPAGE_BITS))
    forms = (form for char in chars if len(form := normalize("NFKD", char)) > 1)
    parts = {part for part in chain(*forms) if part > "\x7f" and not part.isalpha()}
    return re.compile(f"[{re.escape(''.join(sorted(parts)))}]")


def undone(text: str) -> Layers:
    """Return a text composed, and with what NFKC may have replaced in garbled text put back.

    Nothing is done for the sake of words that a language explains, and no sign is put back for a letter
    of what reads as it is: ``“São João”`` holds what ``ú`` comes to.
    """
    composed = Layers(text)
    if not may_be_in(text):
        if passes(text):  # as what is escaped does
            return composed
    else:
        # Imported late: few texts need it, and its expressions are slow to load.
        from mojifix.mojibake.tidy import find_compositions

        found = find_compositions(text)
        composed.apply([Edit(e.start, e.end, e.after, _COMPOSE, 0.0, code=_CODE) for e in found])
    put_back = find_edits(composed.text)
    if put_back and passes(composed.text):
        put_back = [e for e in put_back if not composed.text[e.start : e.end].isalpha()]
    spans = placed(composed.edits)
    if put_back or any(not _is_in_clean_word(composed.text, *span) for *span, _ in spans):
        # Beside a letter that was composed the receipt of both tells that one was put back.
        steps = (*_COMPOSE, *_PUT_BACK) if composed.is_changed else _PUT_BACK
        composed.apply([replace(edit, steps=steps) for edit in put_back])
        return composed
    return Layers(text)


def _is_in_clean_word(text: str, start: int, end: int) -> bool:
    """Tell whether some language explains the word that a span of a text is in."""
    word = text[slice(*window(text, start, end))]
    return word_bits(word) < CLEAN_BITS * (len(word) + 1)


def only_repairs(layers: Layers) -> Layers:
    """Return the repair of a text without what of a normalization was undone for nothing.

    What was put back was to make UTF-8.
    """
    return layers.only(
        [
            edit
            for edit in layers.edits
            if edit.code != _CODE and (_PUT_BACK[0] not in edit.steps or "utf8-as-" in edit.code)
        ]
    )


def is_undone(edits: Sequence[Edit]) -> bool:
    """Tell whether some edits undo a normalization."""
    return any(_CODE in edit.code for edit in edits)


def worthwhile(text: str, layers: Layers) -> Layers:
    """Return the repair of a text without what saves too little of what the text was really like.

    Until then characters were weighed that were put back, which cost more. A letter with a digit
    behind it is a label, and tells of no damage; nor do letters that a word of an unknown language
    may be spelled with, as ``gaƒoƒo`` in Ewe is.
    """
    saved: dict[int, float] = {}
    most = 0.0
    for start, end, edit in placed(layers.edits):
        if _PUT_BACK[0] in edit.steps:
            before = normalize("NFC", text[slice(*window(text, edit.start, edit.end))])
            after = layers.text[slice(*window(layers.text, start, end))]
            saved[edit.start] = bits = word_bits(before) - word_bits(after)
            is_label = len(after.strip(_AROUND)) < 2 and not may_be_in(before)
            spelled = text[slice(*window(text, edit.start, edit.end, MARKUP))]
            is_spelled = text[edit.start : edit.end].isalpha() and is_in_one_case(spelled)
            if not (is_label or is_spelled):
                most = max(most, bits)
    if not saved:
        return layers
    is_known = any("-as-" in edit.code and edit.start not in saved for edit in layers.edits)
    least = 0.0 if is_known or most >= _LEAST_BITS else inf
    return layers.only([edit for edit in layers.edits if saved.get(edit.start, inf) > least])


def find_edits(text: str) -> list[Edit]:
    """Return what puts back the characters of a code page that NFKC replaced, sorted and disjoint.

    The code page is the one that has the most of them in sequences of UTF-8.
    """
    found: dict[str, list[Edit]] = {}
    for match in _matches(text) if not text.isascii() else ():
        start = match.start()
        readings = _readings(match[1])
        if readings and not _is_in_clean_word(text, *match.span(1)):
            for codepage, edits in readings.items():
                edits_before = found.setdefault(codepage, [])
                if not edits_before or edits_before[-1].end <= start:
                    edits_before += [edit.moved(start) for edit in edits]
    return max((found[page] for page in CODEPAGE_BITS if page in found), key=len, default=[])


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a sequence on each line that holds nothing which NFKC replaces."""
    for line in _LINE.finditer(text):
        found = [*_possible().finditer(text, *line.span())]
        if found and is_normalized("NFKC", line.group()):
            yield from found


@lru_cache(maxsize=4096)
def _readings(piece: str) -> Mapping[str, tuple[Edit, ...]]:
    """Return what puts back characters of the sequence that a piece starts with, by code page."""
    readings = {}
    for codepage in CODEPAGE_BITS:
        forms = _forms(codepage)
        match = forms.sequence.match(piece)
        edits = tuple(
            Edit(*form.span(), forms.chars[form.group()], _PUT_BACK, 0.0, code=_CODE)
            for form in (forms.form.finditer(match.group()) if match else ())
            if form.group() in forms.chars
        )
        if match and edits and _is_sequence(replaced(match.group(), edits), codepage):
            readings[codepage] = edits
    return MappingProxyType(readings)


def _is_sequence(shown: str, codepage: str) -> bool:
    try:
        char = utf8.decode(shown, codepage)
    except UnicodeError:
        return False
    return class_of(char) not in _NEVER


@cache
def _possible() -> re.Pattern[str]:
    """Return the expression for a lead byte in some code page, with a form among what follows it."""
    tables = [singlebyte.table(codepage) for codepage in CODEPAGE_BITS]
    leads = {*chain(*(table[0xC2:0xF5] for table in tables))}
    more = _class_of(chain(*(table[0x80:0xC0] for table in tables)))
    chars = [pair for page in CODEPAGE_BITS for pair in _forms(page).chars.items()]
    forms = _alternatives(form for form, _ in chars)
    leading = {form for form, char in chars if char in leads}
    rest = f"(?:{forms}|{more}){{0,2}}"
    # What one may start with is searched for at the speed of C; another may start within it.
    return re.compile(
        f"{_class_of([*leads, *(form[0] for form in leading)])}"
        f"(?<=(?=({_class_of(leads)}{more}{{0,2}}(?:{forms}){rest}"
        f"|(?:{_alternatives(leading)})(?:{forms}|{more}){rest})).)"
    )


def _class_of(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted({*chars})))}]"


def _alternatives(forms: Iterable[str]) -> str:
    """Return the expression for some forms, the longest that there is."""
    return "|".join(map(re.escape, sorted({*forms}, key=len, reverse=True)))


@cache
def _forms(codepage: str) -> _Forms:
    table = singlebyte.table(codepage)
    forms = {char: normalize("NFKC", char) for char in table[0x80:]}
    # White space has become others' in other ways, too.
    chars = {form: char for char, form in forms.items() if form != char and not form.isspace()}

    def shown(first: int, last: int) -> str:
        own = table[first : last + 1]
        others = _alternatives({forms[char] for char in own} & chars.keys())
        return f"(?:{others}|[{re.escape(own)}])" if others else f"[{re.escape(own)}]"

    more = shown(0x80, 0xBF)
    leads = ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    sequence = "|".join(shown(*lead) + more * count for count, lead in enumerate(leads, 1))
    return _Forms(chars, re.compile(shown(0x80, 0xFF)), re.compile(sequence))
