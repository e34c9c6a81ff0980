"""UTF-8 that was read as an East Asian codec, which lost some of its bytes.

The places where that may have happened are found with a regular expression over the bytes; a search
over what the lost ones may have been (``byte_search``) names the characters, and the result has to read
so much better than the garbled text that the codec's price is paid.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache, partial
from itertools import chain
from typing import Final

from mojifix.codepages import losses, multibyte
from mojifix.codepages.losses import REPLACEMENT, Habit
from mojifix.language import score
from mojifix.language.alphabet import class_of, script_of
from mojifix.language.model import Group
from mojifix.mojibake.edits import Edit, wrong_codec
from mojifix.mojibake.lossy.eastasian.byte_lattice import Misreading
from mojifix.mojibake.lossy.eastasian.regions import REGION_LIMIT, region_edits, regions
from mojifix.mojibake.lossy.eastasian.writers import UTF_8
from mojifix.mojibake.lossy.models import Model, model_of, surrounding_blocks
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.utf8.multibyte import DAMAGE_BITS, GENUINE_BITS
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import Span

_MARKED: Final = re.compile("[\ufffd・]|\\?(?<=[^\x00-\x7f]\\?)|\\?(?=[^\x00->@-\x7f])")
# Neither the selectors behind emoji nor joined forms of Arabic: no two bytes make them, and where all
# of a Russian text with U+FFFD is searched for one, some of its words come out wrong.
EAST_ASIAN: Final = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]")
LEAST_FITTING: Final = 0.5  # share of the known bytes beyond ASCII that must be in UTF-8 sequences
_SAMPLE: Final = 200  # characters that choose the reading of a longer text
_TELLING: Final = 8  # whole characters that choose among the languages that write a script
_SHARE: Final = 0.2  # of the characters, that must be of a script for it to be tried
# Readings that fit nearly as well as the best are searched, too; with all, a lone ``≈`` that gbk lost
# bytes of is read as a letter of Sinhala.
_CLOSE: Final = 0.15
_READINGS: Final = 3
# For each known one; above, next to no character can be named. Without it, Japanese that euc_jp lost is
# shorter by what is left of it, no more of its sentences come back, and the search takes half longer.
MOST_LOST_BYTES: Final = 2.5
_REMEMBERED: Final = 64  # models of scripts, by what stands around
MARK: Final = "\x1a"  # in place of a lost byte
_FITTING: Final = re.compile(
    "[\xc2-\xdf][\x80-\xbf\x1a]"
    "|[\xe0-\xef](?:[\x80-\xbf]{2}|[\x80-\xbf]?\x1a[\x80-\xbf]?)"
    "|[\xf0-\xf4][\x80-\xbf\x1a]{2,3}"
    "|\x1a[\x80-\xbf]{1,2}"
)
_KNOWN_HIGH: Final = re.compile("[\x80-\xff]")


def find_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return the repairs under the one reading that saves the most, sorted and disjoint.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by; added to.
        scale: weighs words in the languages of the text.
    """
    if not (_MARKED.search(text) and EAST_ASIAN.search(text)):
        return []
    spans = [*regions(text)]
    edits_of, price = partial(_edits, text, scale), partial(_price, text, known)
    best = best_edits(_readings(text, spans), spans, _SAMPLE, edits_of, price)
    if best:
        known.add(wrong_codec(best))
    return best


def _edits(text: str, scale: Scale, reading: Misreading, regions: list[Span]) -> list[Edit]:
    """Return the repairs under a reading: where bytes were lost, and if there are any, elsewhere."""
    spans = [span for span in regions if not _is_hopeless(text[slice(*span)], reading)]
    marked = [span for span in spans if reading.habit.marker in text[slice(*span)]]
    edits = [edit for span in marked for edit in _region_edits(text, span, reading, scale)]
    if edits and len(marked) < len(spans):
        rest = [span for span in spans if span not in marked]
        edits += [edit for span in rest for edit in _region_edits(text, span, reading, scale)]
        edits.sort(key=lambda edit: edit.start)
    return edits


def _price(text: str, known: set[str], reading: Misreading, edits: list[Edit]) -> float:
    if reading.wrong in known:
        return 0.0
    inside = sum(len(edit.after) for edit in edits)
    genuine = len(EAST_ASIAN.findall(text))
    return DAMAGE_BITS + (GENUINE_BITS if 4 * inside < genuine else 0.0)


def _is_hopeless(piece: str, reading: Misreading) -> bool:
    """Tell whether next to nothing is left of a piece.

    UTF-8 in step makes characters of East Asia: without one, nothing shows that it was read so.
    """
    if not EAST_ASIAN.search(piece):
        return True
    marker = reading.habit.marker
    high = "".join(char for char in piece if char > "\x7f" and char not in (marker, REPLACEMENT))
    data = multibyte.encode(high, reading.wrong, "ignore") or b""
    return piece.count(marker) > MOST_LOST_BYTES * len(data)


def _readings(text: str, spans: list[Span]) -> list[Misreading]:
    """Return the codecs and habits under which most bytes are in UTF-8 sequences, best first."""
    ranked = []
    sample = "\n".join(text[start:end] for start, end in spans)[: 4 * REGION_LIMIT]
    for codec, habits in losses.HABITS.items():
        for number, habit in enumerate(habits):
            if habit.marker not in sample:
                continue
            share = fitting(_template(sample, codec, habit))
            if share >= LEAST_FITTING:
                ranked.append((share - 0.01 * number, codec, habit))
    ranked.sort(key=lambda row: -row[0])
    close = [row for row in ranked[:_READINGS] if row[0] >= ranked[0][0] - _CLOSE]
    return [Misreading(codec, UTF_8, habit) for _, codec, habit in close]


def fitting(data: str) -> float:
    """Return the share of the known bytes beyond ASCII that are in sequences of UTF-8, 0..1.

    Args:
        data: bytes as characters, with SUB for those that are lost.
    """
    total = len(_KNOWN_HIGH.findall(data))
    inside = sum(len(_KNOWN_HIGH.findall(run)) for run in _FITTING.findall(data))
    return inside / total if total else 0.0


def _template(text: str, codec: str, habit: Habit) -> str:
    """Return the bytes of a text as characters, with a mark for those that are lost."""
    marked = text.replace(habit.marker, MARK)
    return (multibyte.encode(marked, codec, "ignore") or b"").decode("latin-1")


def _models(text: str, evidence: str, reading: Misreading) -> list[Model]:
    names: Counter[str] = Counter()
    for run in _sequences(text, reading):
        # Where some of its bytes are lost, the character is one of its block.
        char = run.replace(MARK, "\xa5").encode("latin-1").decode("utf-8", "ignore")[:1]
        script = script_of(char) if char else None
        if script == "han":
            names["japanese" if class_of(char) in ("hiragana", "katakana") else "han"] += 1
        elif script:
            names[script] += 1
    least = _SHARE * sum(names.values())
    scripts = [name for name, count in names.most_common(2) if count > least] or ["latin"]
    likely = chain.from_iterable(_models_of(script, evidence, reading) for script in scripts)
    return list({model.group.alphabet.name: model for model in likely}.values())


@lru_cache(maxsize=_REMEMBERED)
def _models_of(script: str, evidence: str, reading: Misreading) -> tuple[Model, ...]:
    """Return the models that a script is likely to be read with in some text."""
    groups = score.groups_of("han" if script == "japanese" else script)
    if script in ("japanese", "latin"):
        groups = groups[:1]
    elif len(groups) > 1 and len(known := _whole(evidence, reading)) >= _TELLING:
        groups = (min(groups, key=partial(_cost, known)),)
    return tuple(model_of(group, evidence) for group in groups)


def _sequences(text: str, reading: Misreading) -> list[str]:
    """Return the bytes of the characters whose lead bytes are known."""
    runs = _FITTING.findall(_template(text, reading.wrong, reading.habit))
    return [run for run in runs if run[0] != MARK]


def _whole(text: str, reading: Misreading) -> str:
    data = "".join([run for run in _sequences(text, reading) if MARK not in run])
    return data.encode("latin-1").decode("utf-8", "ignore")


def _cost(text: str, group: Group) -> int:
    return min(score.score_group(group, text))


def _region_edits(text: str, span: Span, reading: Misreading, scale: Scale) -> list[Edit]:
    """Return the repairs in a region, none where all is lost: of those, most would be wrong."""
    evidence = f" {surrounding_blocks(text, *span)} "
    models = _models(text[slice(*span)], evidence, reading)
    edits = region_edits(text, span, reading, models, scale)
    return [edit for edit in edits if EAST_ASIAN.search(text, edit.start, edit.end)]
