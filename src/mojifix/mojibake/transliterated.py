r"""Garbled text that was transliterated to ASCII afterwards: of ``youâ€™re`` that made ``youa€™re``.

Cleaners of corpora and tools that spin articles take the accents off letters, and some spell what signs
ASCII lacks: ``youaEUR(tm)re``. Nobody writes what a quotation mark or a dash became, so one of them is
enough. An ``A`` with a sign behind may be a label or a brand: without such a mark in the text, what the
two were has to make a word that a language is known to have.

>>> from mojifix.mojibake.edits import replaced
>>> [replaced(text, find_edits(text)) for text in ("youa€™re", "the cafA©", "USA®", "5 a€")]
['you’re', 'the café', 'USA®', '5 a€']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple
from unicodedata import is_normalized, normalize

from mojifix.codepages import singlebyte, utf8
from mojifix.language.lexicon import small_letter
from mojifix.mojibake.edits import Edit, disjoint, recoding
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.known_words import knowledge_of_pieces, known_bits
from mojifix.mojibake.weighing.scale import CloseScale, Scale
from mojifix.mojibake.weighing.word_kinds import is_in_one_case, stripped
from mojifix.mojibake.words import spliced
from mojifix.surrogates import utf8_length

_STEPS: Final = ("undo transliteration",)
_CODEPAGE: Final = "cp1252"
_TABLE: Final = singlebyte.table(_CODEPAGE)
# How tools spell characters of it that ASCII lacks (Unidecode, iconv), and what ``â€`` is then.
_SPELLED: Final = {
    "€": ("EUR",), "™": ("(tm)", "(TM)", "TM"), "œ": ("oe",), "‚": (",",), "˜": ("~",), "¦": ("|",),
}  # fmt: skip
_ALL_ASCII: Final = "aEUR"
_SPACED_DASH: Final = f' {_ALL_ASCII}" '
# A sign whose last byte was lost, as that of ``”`` is a control, or made straight, as that of dashes.
_OF_LOST: Final = {
    r"(?<=\S)a(?:€|EUR)(?![\w\"'\x80-\xff])": "”",
    r"(?<=[\w.,] )a(?:€|EUR)\"(?= )|(?<=\d)a(?:€|EUR)\"(?=\d)": "–",
    r"(?<=\w)a(?:€|EUR)\"(?=\w)": "—",
    r"(?<=[A-Za-z])a(?:€|EUR)(?=[a-z]{1,2}\b)": "’",
}
_SIGN_BITS: Final = 20.0  # no writer means a garbled sign
_GUESS_BITS: Final = 10.0

# Bytes behind the first one of a sequence that have no accent to lose …
_BYTE: Final = f"[{re.escape(''.join(c for c in _TABLE[0x80:0xC0] if is_normalized('NFD', c)))}]"
# … and of those what does not stand inside a word.
_ODD: Final = f"(?![\xa0\xad·‘’‚“”„‹›«»–—…]){_BYTE}"
# Two bytes or three as they stand then: ``As`` and ``AY`` were ``Ú`` and ``ß``.
_SEQUENCE: Final = re.compile(f"(?!a[€\x80])[A-Za-z](?:{_BYTE}{{1,2}}|(?<=A)[SYZsz])")
_WORD: Final = re.compile(f"(?:A\xa0|(?!\xa0)(?:[0-9A-Za-z]|{_BYTE}))+")
_ODD_PLACE: Final = re.compile(f"[a-z]{_ODD}[a-z]")
_CAPITAL: Final = re.compile(f"A{_BYTE}")
_POSSIBLE: Final = re.compile(f"A{_BYTE}|a(?:[€\x80]|[‚,]¬|„¢|{_ODD}[a-z])")
# Longer words, and those with more sequences, are not weighed, nor more readings of one at a time.
_LONGEST: Final = 40
_MOST_SEQUENCES: Final = 6
_MOST_READINGS: Final = 4
_ENOUGH: Final = 2  # words that show by themselves that a text was garbled
# That one letter is a word which the text's languages do not have: ``à``, ``è`` and ``é`` cost 5 to 7
# bits in French, Italian and Portuguese, where they are words, and 13 and more elsewhere, as symbols.
_LONE_BITS: Final = 8.0
_WORD_BITS: Final = 10.0


class _Piece(NamedTuple):
    """A sequence of UTF-8 in a word: where it is, and the character that it was."""

    start: int
    end: int
    after: str


class _Reading(NamedTuple):
    """What a word may have been, and the sequences that tell so."""

    word: str
    pieces: tuple[_Piece, ...]


class _Word(NamedTuple):
    """A word of a text that may have been garbled, and the likeliest reading of it.

    Attributes:
        start: where it is.
        text: the word.
        reading: what it was.
        saved: the bits that this saves.
    """

    start: int
    text: str
    reading: _Reading
    saved: float

    @property
    def is_in_two_cases(self) -> bool:
        """Tell whether it holds a capital behind a small letter, or the other way round."""
        return not is_in_one_case(stripped(self.text))

    @property
    def is_known(self) -> bool:
        """Tell whether a language has it."""
        return any(known.is_known for known in knowledge_of_pieces(self.reading.word))

    @property
    def is_telling(self) -> bool:
        """Tell whether nothing but garbling is likely to make such a word."""
        if not all(piece.after.isalpha() for piece in self.reading.pieces):
            return False
        return self.is_in_two_cases or (_ODD_PLACE.search(self.text) is not None and self.is_known)


def may_be_in(text: str) -> bool:
    """Tell whether a text that has nothing odd about it otherwise may hold such words.

    >>> may_be_in("open 5 a€“ 10"), may_be_in("FranÃ§ois, À la carte, 5 €")
    (True, False)
    """
    if text.isascii():
        return "U" in text and _ALL_ASCII in text  # one letter is looked for sooner
    return "a€" in text or _CAPITAL.search(text) is not None


def find_edits(text: str) -> list[Edit]:
    """Return what reads transliterated garbled text, sorted and disjoint."""
    if not (_ALL_ASCII in text or (not text.isascii() and _POSSIBLE.search(text))):
        return []
    found = list(_edits_of_signs(text))
    rest = spliced(text, ((sign.start, sign.end, " " * (sign.end - sign.start)) for sign in found))
    words = list(_words(rest))
    telling = {word.text: word.is_known for word in words if word.is_telling}
    is_clear = found or _SPACED_DASH in text
    if is_clear or (len(telling) >= _ENOUGH and any(telling.values())):
        found += _edits_of_lost(rest)
    else:
        words = [word for word in words if telling.get(word.text) and word.is_in_two_cases]
    for word in words:
        found += [_edit(piece, word.saved).moved(word.start) for piece in word.reading.pieces]
    return disjoint(found)


def _edit(piece: _Piece, bits: float, layers: int = 1, *, guessed: bool = False) -> Edit:
    steps, code = recoding(_CODEPAGE)
    return Edit(*piece, (*_STEPS, *steps * layers), bits, guessed, code)


def _edits_of_signs(text: str) -> Iterator[Edit]:
    signs, pattern = _signs()
    for match in pattern.finditer(text):
        sign, layers = signs[match.group()]
        yield _edit(_Piece(*match.span(), sign), _SIGN_BITS, layers)


def _edits_of_lost(text: str) -> Iterator[Edit]:
    for pattern, sign in _OF_LOST.items():
        for match in re.finditer(pattern, text):
            yield _edit(_Piece(*match.span(), sign), _GUESS_BITS, guessed=True)


@cache
def _signs() -> tuple[dict[str, tuple[str, int]], re.Pattern[str]]:
    """Map what became of signs of the code page to them and the layers, and return its expression."""
    found: dict[str, tuple[str, int]] = {}
    signs = [char for char in _TABLE[0x80:0xA0] if utf8_length(char) == 3]
    for sign, codepage, layers in product(signs, (_CODEPAGE, "latin-1"), (1, 2)):
        shown = sign
        for _ in range(layers):
            shown = singlebyte.decode(shown.encode(), codepage)
        # ``a€s`` was ``â€š``, or ``â€™s``.
        if "\xa0" not in shown and (layers > 1 or is_normalized("NFD", shown[1:])):
            form = "".join(normalize("NFD", char)[0] for char in shown)
            ways = product(*((char, *_SPELLED.get(char, ())) for char in form))
            forms = map("".join, ways) if layers == 1 else (form, form.lower())
            found |= dict.fromkeys(forms, (sign, layers))
    return found, re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True))))


def _words(text: str) -> Iterator[_Word]:
    """Yield the words of a text that hold sequences, and read better without them."""
    scale = CloseScale(text)
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) <= _LONGEST and (readings := _readings(word)):
            costs = [_cost(reading.word, scale) for reading in readings]
            saved = scale.bits(word) - min(costs)
            if saved > 0:
                yield _Word(match.start(), word, readings[costs.index(min(costs))], saved)


def _cost(word: str, scale: Scale) -> float:
    is_lone = len(word) == 1 and word.isalpha()
    is_word = not is_lone or known_bits(word, scale.languages) < _WORD_BITS
    return scale.bits(word) + (0.0 if is_word else _LONE_BITS)


@lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[_Reading, ...]:
    """Return the likeliest readings of a word, none where it holds no sequence, or too many."""
    found = list(_SEQUENCE.finditer(word))
    if len(found) > _MOST_SEQUENCES:
        return ()
    readings = [_Reading(word, ())]
    for match in found:
        pieces = [
            _Piece(match.start(), match.start() + size, char)
            for size, char in _characters(match.group())
            if char.isalpha() or not _is_clean_sign(word, match.start())
        ]
        paths = ((*reading.pieces, piece) for reading, piece in product(readings, pieces))
        if pieces:
            extended = [_Reading(spliced(word, path), path) for path in paths]
            extended.sort(key=lambda reading: word_bits(reading.word))
            readings = extended[:_MOST_READINGS]
    return tuple(reading for reading in readings if reading.pieces)


def _is_clean_sign(word: str, start: int) -> bool:
    """Tell whether a sign stands behind small letters, or behind capitals: ``Kanada¹``, ``USA®``."""
    before, lead = word[max(0, start - 1) : start], word[start]
    return before.isalpha() and (lead.islower() or before.isupper())


@cache
def _bytes_by_form() -> dict[str, list[int]]:
    """Map what is left of characters of the code page, in small letters too, to their bytes."""
    found: dict[str, list[int]] = {}
    for byte in range(utf8.CONTINUATIONS.start, utf8.LEADS.stop):
        form = normalize("NFD", _TABLE[byte])[0]
        for each in {form, form.lower()}:
            found.setdefault(each, []).append(byte)
    return found


@lru_cache(maxsize=4096)
def _characters(sequence: str) -> tuple[tuple[int, str], ...]:
    """Return what the beginning of some bytes may have been, and how many of them."""
    found = []
    for lead in set(_bytes_by_form().get(sequence[0], ())).intersection(utf8.LEADS):
        size = 1 + utf8.continuations_of(lead)
        behind = [_bytes_by_form().get(char, ()) for char in sequence[1:size]]
        for rest in product(*behind) if size <= len(sequence) else ():
            char = bytes((lead, *rest)).decode(errors="ignore")
            if char == "\xa0" or (char.isalpha() or (char.isprintable() and sequence[-1] > "\x7f")):
                found.append((size, small_letter(char) if sequence[0].islower() else char))
    return tuple(found)
