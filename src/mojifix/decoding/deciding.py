"""From bytes to the reading that is believed, one stage after the other.

The order is that of certainty: signatures of files that are no text, byte order marks, UTF-8 of the
whole input, the NULs and control characters of UTF-16 and of binary data, escape sequences, and only
then the candidates, which are scored by content. What headers and pages declare counts as bits in
favor of a candidate, never as the truth.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Final

from mojifix.decoding import bom, candidates, codec, escapes, fallback, magic, mixed, sample, wide
from mojifix.decoding.candidates import Scored
from mojifix.decoding.confidence import probabilities
from mojifix.decoding.declared import Declaration
from mojifix.language import best_language
from mojifix.records import Repair


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading that was not the likeliest.

    Attributes:
        codec: Python's name of a codec, or that of a single-byte code page.
        language: BCP 47 tag.
        probability: that it is right, 0..1.
        excess: bits that it costs more than the likeliest.
    """

    codec: str
    language: str
    probability: float
    excess: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How some bytes are to be read.

    Attributes:
        codec: Python's name of a codec, or that of a single-byte code page; None for binary data.
        text: the decoded text; empty for binary data.
        evidence: what decided, in words, most telling first.
        probability: that this is right, 0..1.
        language: BCP 47 tag, where the decision came from a language.
        others: what else was considered, likeliest first, with probabilities.
        repairs: runs read with another codec than the rest.
        replaced: number of U+FFFD that stand for bytes without meaning.
        had_bom: whether a byte order mark was removed.
    """

    codec: str | None
    text: str
    evidence: tuple[str, ...]
    probability: float = 1.0
    language: str | None = None
    others: tuple[Alternative, ...] = ()
    repairs: tuple[Repair, ...] = field(default=())
    replaced: int = 0
    had_bom: bool = False


# Control characters that texts hardly hold; tab, line breaks, form feed and escape are none of them.
_CONTROLS: Final = bytes(c for c in range(32) if c not in (9, 10, 11, 12, 13, 27))
_HEAD: Final = 4096  # bytes that are searched for control characters
# Share of control characters in the head above which bytes are not taken for text as they are:
# random bytes have 0.10, log files with control characters under 0.01.
_MANY_CONTROLS: Final = 0.02
# ASCII is text with a higher share: records separated by NULs, terminal sessions.
_MOST_CONTROLS_IN_ASCII: Final = 0.15
_MOST_NULS_IN_ASCII: Final = 0.30
# A multi-byte codec in which more than this share of the bytes is ill-formed is the wrong one.
_MOST_ILL_FORMED: Final = 0.01
# Bits per pair of characters with one beyond ASCII that no text in a known language and encoding
# needs. On 1,068 development strings the dearest right reading of 40 such pairs and more had 8.2;
# random bytes have 13 and more.
_NO_LANGUAGE_BITS: Final = 10.0
_NO_LANGUAGE_PAIRS: Final = 40


def decide(
    data: bytes, declaration: Declaration | None = None, languages: Collection[str] = ()
) -> Verdict:
    """Return how some bytes are to be read."""
    if name := magic.kind(data):
        return Verdict(None, "", (f"the bytes are {name}",))
    if mark := bom.find(data):
        text, replaced = codec.decode_replacing(data[mark.length :], mark.codec)
        evidence = (f"byte order mark of {mark.codec}",)
        return Verdict(mark.codec, text, evidence, replaced=replaced, had_bom=True)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, declaration, languages)
    return _utf8(data, text, declaration)


def _utf8(data: bytes, text: str, declaration: Declaration | None) -> Verdict:
    ascii_only = len(text) == len(data)
    if ascii_only and (escaped := escapes.find(data)):
        return Verdict(escaped.codec, escaped.text, (escaped.evidence,), 0.99)
    controls = _control_share(data)
    if controls and ((found := wide.find(data)) or controls > _MOST_CONTROLS_IN_ASCII):
        if found:
            return _as_wide(data, found)
        if data.count(b"\0") > _MOST_NULS_IN_ASCII * len(data) or b"\0" not in data[:_HEAD]:
            return Verdict(None, "", (f"{controls:.0%} of the bytes are control characters",), 0.95)
    if not ascii_only:
        return Verdict("utf-8", text, ("all of it is well-formed UTF-8",))
    if declaration and declaration.by == "caller" and _reads_ascii_differently(declaration.codec):
        return _declared_only(data, declaration)
    return Verdict("utf-8", text, ("ASCII only, which every usual encoding reads alike",))


def _reads_ascii_differently(name: str) -> bool:
    return bytes(range(32, 127)).decode(name, "replace") != "".join(map(chr, range(32, 127)))


def _declared_only(data: bytes, declaration: Declaration) -> Verdict:
    """Believe a caller who names a codec that is never guessed, such as EBCDIC or UTF-7."""
    text, replaced = codec.decode_replacing(data, declaration.codec)
    return Verdict(declaration.codec, text, (declaration.words,), 0.9, replaced=replaced)


def _control_share(data: bytes) -> float:
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if not controls and b"\0" in data:
        return 1 / len(data)
    return controls / len(head) if head else 0.0


def _as_wide(data: bytes, name: str) -> Verdict:
    text, replaced = codec.decode_replacing(data, name)
    evidence = (f"every other byte repeats as in {name}, and the text is a language",)
    return Verdict(name, text, evidence, 0.99, replaced=replaced)


def _not_utf8(
    data: bytes,
    error: UnicodeDecodeError,
    declaration: Declaration | None,
    languages: Collection[str],
) -> Verdict:
    if verdict := _cut_off(data, error):
        return verdict
    if found := wide.find(data):
        return _as_wide(data, found)
    controls = _control_share(data)
    ebcdic = declaration is not None and _reads_ascii_differently(declaration.codec)
    if controls > _MANY_CONTROLS and not ebcdic:
        return Verdict(None, "", (f"{controls:.0%} of the bytes are control characters",), 0.95)
    pieces = sample.take(data)
    bonus = declaration.bonus if declaration else {}
    ranked = candidates.rank(pieces, bonus, languages)
    verdict = _two_encodings(data, pieces, ranked, bonus, languages)
    if verdict:
        return verdict
    return _legacy(data, pieces, ranked, declaration)


def _cut_off(data: bytes, error: UnicodeDecodeError) -> Verdict | None:
    """Accept UTF-8 whose last character is incomplete."""
    if error.end != len(data) or error.reason != "unexpected end of data":
        return None
    head = data[: error.start]
    if head.isascii() and len(data) - error.start < 2:
        return None  # one byte beyond ASCII at the end is a letter of a code page
    evidence = "well-formed UTF-8 but for its last character, which is cut off"
    return Verdict("utf-8", head.decode("utf-8") + "\ufffd", (evidence,), 0.98, replaced=1)


def _two_encodings(
    data: bytes,
    pieces: tuple[bytes, ...],
    ranked: list[Scored],
    bonus: dict[str, float],
    languages: Collection[str],
) -> Verdict | None:
    """Read the bytes as UTF-8 with runs of a legacy encoding, or the reverse, if that is cheaper."""
    window = b" ".join(pieces)
    runs = mixed.utf8_runs(window)
    if not runs and mixed.valid_characters(window) < _MANY_TO_ONE:
        return None
    least = ranked[0].bits - bonus.get(ranked[0].codec, 0.0)
    runs_bits = mixed.utf8_bits(runs) + _MIXED_PRIOR
    count = mixed.census(window)
    mostly_utf8 = count.valid >= _MANY_TO_ONE * count.lost
    if not mostly_utf8 and runs_bits >= least:
        return None
    words = count.words
    if not words:  # what is not UTF-8 lies outside the sample
        words = mixed.census(data).words[:_OTHER_WORDS]
    legacy = {name: bits for name, bits in bonus.items() if name != "utf-8"}
    language = best_language(window.decode("utf-8", "ignore")[:_LANGUAGE_SAMPLE])
    others = candidates.rank((b" ".join(words),), legacy, (*languages, language))
    other = next((row for row in others if not _ill_formed(words, row.codec)), others[0])
    split_bits = runs_bits + other.bits
    if not mostly_utf8 and split_bits >= least:
        return None
    probability = 0.95 if mostly_utf8 else probabilities([split_bits, ranked[0].bits])[0]
    if mostly_utf8 or sum(map(len, runs)) >= count.lost:
        main, result = "utf-8", mixed.decode_utf8(data, other.codec)
        strangers = f"in {other.codec}"
    else:
        main, result = other.codec, mixed.decode_legacy(data, other.codec)
        strangers = "of UTF-8"
    parts = [f"{len(result.repairs)} runs {strangers}"] if result.repairs else []
    parts += [f"{result.replaced} ill-formed sequences"] if result.replaced else []
    return Verdict(
        main,
        result.text,
        (f"{main} but for {' and '.join(parts)}",),
        probability,
        None if main == "utf-8" else other.language,
        repairs=result.repairs,
        replaced=result.replaced,
    )


# Characters of UTF-8 to one byte that is not: then it is UTF-8 with damage, whatever it costs. A
# legacy text has one such pair by chance in dozens.
_MANY_TO_ONE: Final = 20
_LANGUAGE_SAMPLE: Final = 400  # characters
_OTHER_WORDS: Final = 60  # words that the other encoding is chosen by
_MIXED_PRIOR: Final = 14.0  # bits for taking a file to hold two encodings
_ASCII: Final = bytes(range(128))


def _ill_formed(words: list[bytes], name: str) -> bool:
    bad = sum(codec.decode_strict(word, name) is None for word in words)
    return bad * 10 > len(words)


def _legacy(
    data: bytes,
    pieces: tuple[bytes, ...],
    ranked: list[Scored],
    declaration: Declaration | None,
) -> Verdict:
    """Take the likeliest candidate that reads the whole input."""
    best = ranked[0]
    pairs = sum(len(piece.translate(None, _ASCII)) + _high_runs(piece) for piece in pieces)
    if pairs >= _NO_LANGUAGE_PAIRS and best.own_bits > _NO_LANGUAGE_BITS * pairs:
        if answer := fallback.ask(data):
            text, replaced = codec.decode_replacing(data, answer)
            evidence = (
                "in no language of the model",
                f"charset-normalizer takes it for {answer}",
            )
            return Verdict(answer, text, evidence, 0.5, replaced=replaced)
        return Verdict(None, "", ("in no language and no encoding of text",), 0.8)
    distinct = _distinct(pieces, ranked)
    chances = probabilities([row.bits for row in distinct])
    for row, chance in zip(distinct, chances, strict=True):
        text, replaced = codec.decode_replacing(data, row.codec)
        if replaced > max(2, _MOST_ILL_FORMED * len(data)):
            continue
        verdict = Verdict(
            row.codec,
            text,
            _evidence(row, distinct, declaration),
            chance,
            row.language,
            tuple(
                Alternative(other.codec, other.language, p, other.bits - row.bits)
                for other, p in zip(distinct, chances, strict=True)
                if other is not row
            ),
            replaced=replaced,
        )
        return _with_utf8_runs(data, verdict)
    raise AssertionError("a single-byte code page reads any bytes")


def _high_runs(piece: bytes) -> int:
    return len(_HIGH_RUN.findall(piece))


_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")


def _distinct(pieces: tuple[bytes, ...], ranked: list[Scored]) -> list[Scored]:
    """Return the cheapest reading for each text that the sample can be read as."""
    window = b" ".join(pieces)
    texts: set[str] = set()
    known: set[str] = set()
    rows: list[Scored] = []
    for row in ranked:
        if row.codec in known:
            continue
        known.add(row.codec)
        text = codec.decode_replacing(window, row.codec)[0]
        if text not in texts:
            texts.add(text)
            rows.append(row)
    return rows


def _with_utf8_runs(data: bytes, verdict: Verdict) -> Verdict:
    assert verdict.codec is not None
    found = mixed.decode_legacy(data, verdict.codec)
    if not found.repairs:
        return verdict
    return replace(
        verdict,
        text=found.text,
        repairs=found.repairs,
        replaced=found.replaced,
        evidence=(*verdict.evidence, f"{len(found.repairs)} runs in it are UTF-8"),
    )


def _evidence(
    row: Scored, ranked: list[Scored], declaration: Declaration | None
) -> tuple[str, ...]:
    runner_up = next((other for other in ranked if other.codec != row.codec), None)
    words = [f"cheapest reading in {row.language}: {row.own_bits:.0f} bits"]
    if runner_up:
        words.append(f"{runner_up.bits - row.bits:.0f} bits less than {runner_up.codec}")
    if declaration:
        agrees = declaration.codec == row.codec
        words.insert(0 if agrees else 2, declaration.words + ("" if agrees else ", overruled"))
    return tuple(words)
