"""From bytes to the reading that is believed, one stage after the other.

The order is that of certainty: signatures of files that are no text, byte order marks, UTF-8 of the
whole input, the control characters of UTF-16 and of binary data, escape sequences, EBCDIC, and only
then the candidates, which are scored by content. What headers and pages declare counts as bits in favor
of a candidate, never as the truth.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from mojifix.codepages import utf8
from mojifix.decoding import legacy
from mojifix.decoding.mixtures import mixture
from mojifix.decoding.mixtures.pieces import LOST_BITS, text_bits
from mojifix.decoding.scoring import candidates, known_words, sample
from mojifix.decoding.signs import bom, controls, ebcdic, escapes, magic, wide
from mojifix.decoding.signs.declared import Declaration
from mojifix.decoding.verdict import Verdict, binary, read_as
from mojifix.surrogates import encodable

# UTF-16 without NULs is looked for only when every other reading costs more than this per pair, and
# control characters make binary data of bytes only then, or where they are more than UTF-8 has: read as
# anything else they have 10 and more, and 99 % of legacy texts have less.
_DEAR_BITS: Final = 6.5
# All of 60 dictionaries and tables of letters that declare their encoding are in it.
_DECLARED_PROBABILITY: Final = 0.95
# What a page says of few pairs is weighed, not believed: of 1,034 pages in a codec other than the one
# they name, 15 more are read rightly.
_DECLARED_PAIRS: Final = 40
_CONTINUATIONS: Final = bytes(utf8.CONTINUATIONS)
_LEAST_LETTERS: Final = 4  # of a word that is known, as shorter ones are by accident
# Fewer behind a first character that is cut off may be letters of a code page, as ``πρώτο`` of cp737.
# Of 530 such pieces of UTF-8 368 are still read rightly, 453 without; of 12,742 words and lines of
# other encodings some twenty more are.
_FEW_BEHIND_CUT: Final = 4
_LAST_WORD: Final = re.compile(r"[A-Za-z]*\Z")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def decide(
    data: bytes, declaration: Declaration | None = None, languages: Collection[str] = ()
) -> Verdict:
    """Return how some bytes are to be read."""
    if name := magic.kind(data):
        return binary(f"the bytes are {name}")
    if mark := bom.find(data):
        verdict = read_as(data[mark.length :], mark.codec, f"byte order mark of {mark.codec}")
        return replace(verdict, had_bom=True)
    return decide_content(data, declaration, languages)


def decide_content(
    data: bytes, declaration: Declaration | None = None, languages: Collection[str] = ()
) -> Verdict:
    """Return how bytes from the middle of something are to be read: no signatures, no marks."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _cut_off(data) or _in_halves(data) or _not_utf8(data, declaration, languages)
    return _utf8(data, text, declaration)


def _utf8(data: bytes, text: str, declaration: Declaration | None) -> Verdict:
    is_ascii = len(text) == len(data)
    if is_ascii and (verdict := escapes.find(data)):
        return verdict
    # What is behind the head says nothing more: UTF-16 has its NULs in it.
    if found := controls.share(data[: controls.HEAD]):
        if name := wide.find(data):
            return _as_wide(data, name)
        if controls.are_too_many_for_utf8(data):
            return binary(f"{found:.0%} of the bytes are control characters", 0.95)
    if not is_ascii:
        return Verdict(codec="utf-8", text=text, evidence=("all of it is well-formed UTF-8",))
    if declaration and declaration.by == "caller" and declaration.reads_ascii_differently:
        return read_as(data, declaration.codec, declaration.evidence, probability=0.9)
    evidence = ("ASCII only, which every usual encoding reads alike",)
    return Verdict(codec="utf-8", text=text, evidence=evidence)


def _cut_off(data: bytes) -> Verdict | None:
    """Accept UTF-8 whose first or last character is incomplete, as in a piece of a file."""
    head = data[:3]
    front = len(head) - len(head.lstrip(_CONTINUATIONS))
    body = data[front:]
    try:
        text, end = body.decode("utf-8"), 0
    except UnicodeDecodeError as error:
        if error.end != len(body) or error.reason != "unexpected end of data":
            return None
        text, end = body[: error.start].decode("utf-8"), len(body) - error.start
    if "\0" in text or controls.are_too_many(controls.share(data)):
        return None  # UTF-16 may end like that
    beyond_ascii = sum(map("\x7f".__lt__, text))
    if beyond_ascii < bool(front) + bool(end) and (front or not _is_cut(body[-end:], text)):
        return None
    if front and beyond_ascii < _FEW_BEHIND_CUT and _is_cheaper_whole(data, text):
        return None
    return Verdict(
        codec="utf-8",
        text="\ufffd" * front + text + "\ufffd" * bool(end),
        evidence=("well-formed UTF-8 but for a character at its edge, which is cut off",),
        probability=0.98,
        replaced=front + bool(end),
    )


def _is_cheaper_whole(data: bytes, text: str) -> bool:
    """Return whether bytes are rather a text of a code page than what is left of them in UTF-8."""
    whole = candidates.rank(sample.take(data))
    return known_words.weigh(data, whole)[0].bits < text_bits(text) + LOST_BITS


def _is_cut(rest: bytes, before: str) -> bool:
    """Return whether bytes behind ASCII are the start of a character and no letters of a code page.

    One byte can be one, but no capital stands behind a small letter, and ``ß`` is none. More can end a
    word that some language has, as ``Tomáš``.
    """
    if len(rest) == 1:
        return rest < b"\xdf" and before[-1:].islower()
    word = _LAST_WORD.findall(before)[0].encode() + rest
    return len(word) < _LEAST_LETTERS or not known_words.is_word(word)


def _in_halves(data: bytes) -> Verdict | None:
    """Accept UTF-8 whose characters beyond U+FFFF are written as two surrogates of three bytes.

    Java and some databases write so: CESU-8, Unicode Technical Report 26.
    """
    try:
        apart = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    text = encodable(apart)
    halves = len(_SURROGATE.findall(apart))
    lone = halves - 2 * (len(apart) - len(text))
    return Verdict(
        codec="utf-8",
        text=text,
        evidence=(f"well-formed UTF-8 but for {halves} surrogates, as in CESU-8",),
        probability=0.99,
        replaced=lone,
    )


def _as_wide(data: bytes, name: str) -> Verdict:
    evidence = f"every other byte repeats as in {name}, and the text is a language"
    return read_as(data, name, evidence, probability=0.99)


def _as_declared(data: bytes, declaration: Declaration) -> Verdict | None:
    """Believe the declaration of what is in no language, such as patterns and tables of letters."""
    # A server's header is most often its default.
    if declaration.by == "http" or declaration.reads_ascii_differently:
        return None
    evidence = declaration.evidence, "in no language of the model"
    verdict = read_as(data, declaration.codec, *evidence, probability=_DECLARED_PROBABILITY)
    return None if verdict.replaced else verdict


def _not_utf8(data: bytes, declaration: Declaration | None, languages: Collection[str]) -> Verdict:
    bonus = declaration.bonus if declaration else {}
    if name := ebcdic.find(data, bonus):
        return read_as(data, name, f"the blanks and letters are those of {name}", probability=0.99)
    found = controls.share(data)
    if found and (name := wide.find(data)):
        return _as_wide(data, name)
    taken = sample.take(data)
    ranked = candidates.rank(taken, bonus, languages)
    is_dear = ranked[0].own_bits > _DEAR_BITS * taken.pairs
    if (
        controls.are_too_many(found)
        and (is_dear or found > controls.MOST_IN_UTF8)
        and not (declaration and declaration.reads_ascii_differently)
    ):
        return binary(f"{found:.0%} of the bytes are control characters", 0.95)
    if declaration and not taken.has_words and (verdict := _as_declared(data, declaration)):
        return verdict
    if is_dear and (name := wide.find(data, False)):
        return _as_wide(data, name)
    if verdict := mixture.weigh(data, taken, ranked, declaration, languages):
        return verdict
    if is_dear and declaration and (declaration.by != "meta" or taken.pairs >= _DECLARED_PAIRS):
        verdict = _as_declared(data, declaration)
    return verdict or legacy.choose(data, taken, ranked, declaration)
