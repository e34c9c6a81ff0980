"""One encoding or two? Weighs UTF-8 with runs of a code page, or the reverse, against one alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from mojifix.codepages import utf8
from mojifix.decoding.mixtures import in_legacy, in_utf8
from mojifix.decoding.scoring import candidates, known_words, prose
from mojifix.decoding.scoring.sample import Sample
from mojifix.decoding.scoring.scored import Scored, probabilities
from mojifix.decoding.signs.declared import Declaration
from mojifix.decoding.verdict import Verdict
from mojifix.language import best_language

# Characters of UTF-8 to one byte that is not: then it is UTF-8 with damage, whatever it costs. A
# legacy text has one such character by chance in dozens of bytes.
_MANY_TO_ONE: Final = 20
# … and so it is with as many characters of three bytes and more as others, from so many on: of
# 407,798 words and lines in 65 legacy encodings, none has more than five that outnumber the rest.
_FEWEST_LONG: Final = 6
_PRIOR: Final = 14.0  # bits for taking a file to hold two encodings
_OTHER_WORDS: Final = 60  # words that the other encoding is chosen by
_LANGUAGE_SAMPLE: Final = 400  # characters
# How probable UTF-8 with runs of another encoding is to be read exactly, and with ill-formed bytes: of
# 592 development strings 567 with runs are, of 230 with ill-formed bytes 208, and of 24 with both none.
_EXACT: Final = {(True, False): 0.96, (False, True): 0.9, (True, True): 0.04}
_ASCII: Final = bytes(range(128))
# Where a piece of a sample was cut.
_EDGES: Final = re.compile(rb"\A[\x80-\xbf]{1,3}|[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


def weigh(
    data: bytes,
    taken: Sample,
    ranked: list[Scored],
    declaration: Declaration | None,
    languages: Collection[str],
) -> Verdict | None:
    """Return the reading in two encodings where it is cheaper than the first of those in one."""
    window = taken.window
    runs = in_legacy.utf8_runs(prose.NO_BREAK.sub(b" ", window))
    valid, long, lost = _balance(window.replace(utf8.REPLACEMENT, b""))
    damaged = valid >= _MANY_TO_ONE * lost or long >= max(lost, _FEWEST_LONG)
    if not runs and not damaged:
        return None
    bonus = {**declaration.bonus} if declaration else {}
    alone = ranked[0].bits + bonus.get(ranked[0].codec, 0.0)
    together = in_legacy.utf8_bits(runs) + _PRIOR
    if not damaged and together >= alone:
        return None
    bonus.pop("utf-8", None)
    other = other_reading(data, taken, bonus, languages)
    if damaged:
        return _verdict(data, "utf-8", other, 1.0)
    together += other.bits
    if together >= alone:
        return None
    main = "utf-8" if sum(map(len, runs)) >= lost else other.codec
    return _verdict(data, main, other, probabilities([together, alone])[0])


def _balance(data: bytes) -> tuple[int, int, int]:
    """Return how many characters of UTF-8 are beyond ASCII, and long, and how many bytes in none."""
    text = data.decode("utf-8", "ignore")
    ascii_bytes = len(data) - len(data.translate(None, _ASCII))
    long = sum(map("\u07ff".__lt__, text))
    return len(text) - ascii_bytes, long, len(data) - len(text.encode("utf-8"))


def other_reading(
    data: bytes, taken: Sample, bonus: dict[str, float], languages: Collection[str]
) -> Scored:
    """Return the reading of what is not UTF-8, preferably in the language of what is."""
    window = b"\n".join(_EDGES.sub(b"", piece) for piece in taken.pieces)
    # Where there are none in the sample, they are in the rest.
    words = in_utf8.strange_words(window) or in_utf8.strange_words(data)[:_OTHER_WORDS]
    joined = b" ".join(words)
    language = best_language(window.decode("utf-8", "ignore")[:_LANGUAGE_SAMPLE])
    if all(map(in_utf8.holds_signs, words)):  # too little for a choice: take the commonest
        return Scored(0.0, "cp1252", language, 0.0)
    ranked = candidates.rank(Sample((joined,)), bonus, (*languages, language))
    return known_words.weigh(joined, ranked)[0]


def _verdict(data: bytes, main: str, other: Scored, probability: float) -> Verdict:
    if main == "utf-8":
        result = in_utf8.decode(data, other.codec, (other.language,))
        strangers = f"in {other.codec}"
        exact = _EXACT.get((bool(result.repairs), result.replaced > 0), 1.0)
        probability = min(probability, exact)
    else:
        result, strangers = in_legacy.decode(data, main), "of UTF-8"
    parts = [f"{len(result.repairs)} runs {strangers}"] if result.repairs else []
    parts += [f"{result.replaced} ill-formed sequences"] if result.replaced else []
    return Verdict(
        codec=main,
        text=result.text,
        evidence=(f"{main} but for {' and '.join(parts)}" if parts else main,),
        probability=probability,
        language=None if main == "utf-8" else other.language,
        repairs=result.repairs,
        replaced=result.replaced,
    )
