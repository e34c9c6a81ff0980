"""The choice among code pages and multi-byte codecs, by the bits of the sample."""

from __future__ import annotations

from typing import Final

from mojifix.codepages import singlebyte
from mojifix.decoding import codec, fallback
from mojifix.decoding.mixtures import in_legacy
from mojifix.decoding.scoring import candidates, known_words
from mojifix.decoding.scoring.sample import SIZE, Sample
from mojifix.decoding.scoring.scored import Scored, probabilities
from mojifix.decoding.signs.declared import Declaration
from mojifix.decoding.verdict import Verdict, read_as

# Bits per pair of characters with one beyond ASCII that no text in a known language and encoding
# needs. On 1,068 development strings the dearest right reading of 40 such pairs and more had 8.2;
# random bytes have 13 and more.
_NO_LANGUAGE_BITS: Final = 10.0
_NO_LANGUAGE_PAIRS: Final = 40
_IN_NO_LANGUAGE: Final = 0.5  # the most probable that any reading is then
_NO_LANGUAGE: Final = "in no language of the model"
# A codec in which more than this share of the bytes beyond ASCII is ill-formed is the wrong one.
_MOST_ILL_FORMED: Final = 0.01
_ASCII: Final = bytes(range(128))
# Begins a syllable that KS X 1001 lacks and spells with four characters; cp949 has one for it.
_FILLER: Final = "\u3164".encode("euc_kr")
_TIE_SEARCHED: Final = 1 << 18  # bytes searched for what tells two equal readings apart
_TIE_MARGIN: Final = 24  # bytes on each side of it


def choose(
    data: bytes, taken: Sample, ranked: list[Scored], declaration: Declaration | None
) -> Verdict:
    """Take the likeliest of the ranked readings of a sample that reads the whole input, no UTF-8."""
    most_replaced = max(2.0, _MOST_ILL_FORMED * len(data.translate(None, _ASCII)))
    in_no_language = (
        taken.pairs >= _NO_LANGUAGE_PAIRS and ranked[0].own_bits > _NO_LANGUAGE_BITS * taken.pairs
    )
    if in_no_language and (verdict := _second_opinion(data, most_replaced)):
        return verdict
    distinct = known_words.weigh(taken.window, ranked)
    chances = probabilities([row.bits for row in distinct])
    rated = list(zip(distinct, chances, strict=True))
    for place, (row, chance) in enumerate(rated):
        name = _untied(data, taken.window, row, ranked)
        found = in_legacy.decode(data, name)
        if found.replaced > most_replaced:
            continue
        evidence = _evidence(row, distinct, declaration)
        if in_no_language:
            evidence = (_NO_LANGUAGE, *evidence)
        if found.repairs:
            evidence = (*evidence, f"{len(found.repairs)} runs in it are UTF-8")
        return Verdict(
            codec=name,
            text=found.text,
            evidence=evidence,
            probability=min(chance, _IN_NO_LANGUAGE) if in_no_language else chance,
            language=row.language,
            ranked=[rated[place], *rated[:place], *rated[place + 1 :]],
            repairs=found.repairs,
            replaced=found.replaced,
        )
    raise AssertionError("a single-byte code page reads any bytes")


def _second_opinion(data: bytes, most_replaced: float) -> Verdict | None:
    opinion = fallback.ask(data)
    if opinion is None:
        return None
    said = _NO_LANGUAGE, f"charset-normalizer takes it for {opinion}"
    verdict = read_as(data, opinion, *said, probability=_IN_NO_LANGUAGE)
    return verdict if verdict.replaced <= most_replaced else None


def _untied(data: bytes, window: bytes, best: Scored, ranked: list[Scored]) -> str:
    """Return the codec that what is not in the sample speaks for, of those that read it alike."""
    if best.codec == "cp949" and _FILLER in data and codec.decode_strict(data, "euc_kr"):
        return "euc_kr"
    if len(data) <= SIZE or not codec.is_single_byte(best.codec):
        return best.codec
    text = singlebyte.decode(window, best.codec)
    rivals = {
        row.codec: singlebyte.table(row.codec)
        for row in ranked
        if codec.is_single_byte(row.codec) and singlebyte.decode(window, row.codec) == text
    }
    if len(rivals) < 2:
        return best.codec
    telling = [b for b in range(128, 256) if len({table[b] for table in rivals.values()}) > 1]
    places = [data.find(byte, 0, _TIE_SEARCHED) for byte in telling]
    windows = tuple(
        data[max(0, place - _TIE_MARGIN) : place + _TIE_MARGIN] for place in places if place >= 0
    )
    if not windows:
        return best.codec
    prior = {row.codec: row.bits - row.own_bits for row in reversed(ranked)}
    again = [row for row in candidates.rank(Sample(windows)) if row.codec in rivals]
    return min(again, key=lambda row: row.own_bits + prior[row.codec], default=best).codec


def _evidence(
    row: Scored, distinct: list[Scored], declaration: Declaration | None
) -> tuple[str, ...]:
    words = [f"cheapest reading in {row.language}: {row.own_bits:.0f} bits"]
    runner_up = next((other for other in distinct if other is not row), None)
    if runner_up:
        words.append(f"{runner_up.bits - row.bits:.0f} bits less than {runner_up.codec}")
    if declaration and declaration.codec == row.codec:
        words.insert(0, declaration.evidence)
    elif declaration:
        words.append(f"{declaration.evidence}, overruled")
    return tuple(words)
