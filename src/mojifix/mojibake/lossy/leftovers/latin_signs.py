"""Quotes, dashes and apostrophes of which Latin-1 left the first byte, an ``â``, and nothing else.

The two others are controls there, which many programs drop, or show as ``?`` or as U+FFFD. One such
word may be a name in a language that writes the letter: marks of the loss, two signs around a phrase,
a word such as ``don’t``, or several apostrophes beside words of the text have to show that none is
meant.

>>> text = "The sign said âno geeseâ, and we didnâ??t argue."
>>> [edit.after for edit in find_edits(text)]
['“', '”', '’']
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from typing import Final

from mojifix.language.lexicon import Lexicon, load_lexicon
from mojifix.language.model import letters
from mojifix.mojibake.edits import Edit, placed, recoding, replaced
from mojifix.mojibake.lossy.leftovers.blind_punctuation import NOTHING, language_around, named
from mojifix.mojibake.weighing.scale import CloseScale
from mojifix.mojibake.words import Span, merged, window

_CODEPAGE: Final = "latin-1"
LEAD: Final = "â"  # what it shows for 0xE2, the first byte of all typographic signs in UTF-8
_SAMPLE: Final = 8  # signs around which the language is asked for
# … on a line that has no other letters beyond ASCII, as French ones do.
_LINE: Final = re.compile(rf"[\x00-\x09\x0b-\x7f{LEAD}\ufffd-\uffff]*+")
_SIGN: Final = re.compile(rf"(?<![^\x00-\x7f]){LEAD}(?:\?\?(?!\?)|\ufffd\ufffd)?(?![^\x00-\x7f])")
# … which nobody writes: of 607,347 clean lines none holds such.
_MARKED: Final = re.compile(
    rf"(?<![^\x00-\x7f]){LEAD}(?:\?\?(?!\?)|[?\ufffd]?([¢¦¬])|\ufffd\ufffd)(?![^\x00-\x7f])"
)
# The sign that is common of those that end in a byte, and its share of 130,611 of them in pages and in
# descriptions of packages. Of those that end in another none is common.
_BY_LAST_BYTE: Final = {"¢": ("•", 0.99), "¦": ("…", 0.97), "¬": ("€", 0.78)}
_WORD: Final = re.compile("[A-Za-z0-9]")
_PLAIN: Final = re.compile(r"\b[a-z]{2,}\b")
_LONGEST: Final = 30  # characters of a word beside an apostrophe
_LAST: Final = re.compile(r"[a-z]{2,}$")
_FIRST: Final = re.compile(r"^[a-z]{3,}")
_LETTERS_BEFORE: Final = re.compile(r"(?<![a-z`])[a-z]++$")  # in backticks they are an example
_LETTERS_BEHIND: Final = re.compile(r"^[a-z]++")
_QUOTES: Final = frozenset("“”")
# That no letter is meant. Of 1,058 clean lines in 40 languages and of 5,558 sentences with words that
# hold one, 8 bits are the most that any saves; of 283 texts of 12 English lines 152 save 15.
DAMAGE_BITS: Final = 15.0
# That it is chance where a known word comes out, as ``don’t`` of ``donât``.
_KNOWN_BITS: Final = 5.0
# That a word may be a name, as ``Neuchâtel``, where the letter stands within it and no known word comes
# out. A list of names, in which each beginning or end is some word of it, saves 4 bits by each; of 169
# garbled texts of 1 to 60 English lines 18 stay as they are.
_NAME_BITS: Final = 5.0


def find_edits(text: str, languages: Collection[str] = ()) -> list[Edit]:
    """Return the signs of a text, sorted and disjoint: all, or those that show that they lost bytes."""
    if LEAD not in text:
        return []
    return _all_edits(text, languages) or _marked_edits(text)


def _all_edits(text: str, languages: Collection[str]) -> list[Edit]:
    lines = [line for line in _lines_with_lead(text) if _LINE.fullmatch(text, *line)]
    spans = [match.span() for line in lines for match in _SIGN.finditer(text, *line)]
    if not spans or len(spans) < sum(text.count(LEAD, *line) for line in lines):
        return []
    blanked, places = _blanked(text, spans)
    around = set()
    for tag in (language_around(blanked, *place) for place in places[:_SAMPLE]):
        if LEAD in letters().get(tag, ""):  # as around the first one, in clean text
            return []
        around.add(tag)
    if any(LEAD in letters().get(tag, "") for tag in languages):
        return []
    lexicons = [words for tag in around if (words := load_lexicon(tag))]
    edits = [
        _edit(span, "’" if _is_contraction(text, *span, lexicons) else char, probability)
        for span, (_, char, probability) in zip(spans, named(blanked, places), strict=True)
    ]
    price = DAMAGE_BITS + CloseScale(text).doubt(len(text))
    return edits if _bits_saved(text, edits, lexicons) > price else []


def _marked_edits(text: str) -> list[Edit]:
    """Return the signs whose last byte is left, or two marks, some within a word or behind none."""
    matches = list(_MARKED.finditer(text))
    if not any(map(_is_marked, matches)) or _WORD.search(text) is None:
        return []
    blanked, places = _blanked(text, [match.span() for match in matches])
    tags = {language_around(blanked, *place) for place in places[:_SAMPLE]}
    lexicons = [words for tag in tags if (words := load_lexicon(tag))]
    edits = []
    for match, (_, char, probability) in zip(matches, named(blanked, places), strict=True):
        if last := match[1]:
            char, probability = _BY_LAST_BYTE[last]
            char = "™" if last == "¢" and _ends_word(match) else char
        elif _is_contraction(text, *match.span(), lexicons):
            char = "’"
        edits.append(_edit(match.span(), char, probability))
    return edits


def _is_marked(match: re.Match[str]) -> bool:
    """Tell whether no word of a language may end in the letter, as ``voilâ??`` might."""
    text = match.string
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match[1] is not None or behind.isalnum() or not before.isalpha()


def _ends_word(match: re.Match[str]) -> bool:
    return match.string[match.start() - 1 : match.start()].isalnum()


def _edit(span: Span, char: str, probability: float) -> Edit:
    steps, code = recoding(_CODEPAGE)
    return Edit(*span, char, steps, 1.0, guessed=True, code=code, guesses=probability)


def _lines_with_lead(text: str) -> Iterator[Span]:
    """Yield the spans of the lines that hold the letter, quickly where few do."""
    at = text.find(LEAD)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        if end < 0:
            end = len(text)
        yield start, end
        at = text.find(LEAD, end)


def _blanked(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return a text with nothing known of what was in some spans, and where they are in it."""
    blanks = [Edit(*span, NOTHING, (), 0.0) for span in spans]
    return replaced(text, blanks), [(start, end) for start, end, _ in placed(blanks)]


def _bits_saved(text: str, edits: list[Edit], lexicons: list[Lexicon]) -> float:
    """Return the bits that edits save, where a word counts once however often it occurs."""
    scale = CloseScale(text)
    if not scale.has_context:
        return 0.0
    # Quotes tell where each that opens is closed, as in ``mandâ coments tu âs`` none is.
    signs = "".join(edit.after for edit in edits if edit.after in _QUOTES)
    quotes = _QUOTES if signs and not signs.replace("“”", "") else frozenset()
    plain = set(_PLAIN.findall(text.lower()))
    saved: dict[str, float] = {}
    for word, inside in _words(text, edits):
        if not any(map(str.isalnum, word.replace(LEAD, ""))):  # as in ``â_â``
            continue
        known = [_is_contraction(word, edit.start, edit.end, lexicons) for edit in inside]
        saved[word] = -_NAME_BITS * sum(
            not is_known and _is_within(word, edit)
            for edit, is_known in zip(inside, known, strict=True)
        )
        if any(known) or any(edit.after in quotes or _tells(word, edit, plain) for edit in inside):
            saved[word] += scale.saved(word, replaced(word, inside)) + _KNOWN_BITS * any(known)
    return sum(saved.values())


def _is_contraction(text: str, start: int, end: int, lexicons: list[Lexicon]) -> bool:
    """Tell whether a word is known that has an apostrophe in some place.

    Of 1,279 words with the letter in 109 languages that is true of one in English, ``hâm``.
    """
    before = _LETTERS_BEFORE.search(text[max(0, start - _LONGEST) : start].lower())
    behind = _LETTERS_BEHIND.search(text[end : end + _LONGEST].lower())
    if before is None or behind is None:
        return False
    return any(f"{before.group()}'{behind.group()}" in words for words in lexicons)


def _is_within(word: str, edit: Edit) -> bool:
    return word[edit.start - 1 : edit.start].isalpha() and word[edit.end : edit.end + 1].isalpha()


def _tells(word: str, edit: Edit, plain: Set[str]) -> bool:
    """Tell whether a sign shows that it lost bytes, or is an apostrophe beside a word of the text.

    A word may end in the letter and two question marks.
    """
    before = word[max(0, edit.start - _LONGEST) : edit.start].lower()
    after = word[edit.end : edit.end + _LONGEST].lower()
    if edit.end - edit.start > 1:
        return after[:1].isalpha() or not before[-1:].isalpha()
    parts = {*_LAST.findall(before), *_FIRST.findall(after)}
    return edit.after == "’" and not parts.isdisjoint(plain)


def _words(text: str, edits: list[Edit]) -> Iterator[tuple[str, list[Edit]]]:
    """Yield the words with edits, each with those inside it."""
    spans = merged(window(text, edit.start, edit.end) for edit in edits)
    number = 0
    for left, right in spans:
        inside = []
        while number < len(edits) and edits[number].start < right:
            inside.append(edits[number].moved(-left))
            number += 1
        yield text[left:right], inside
