"""Train the character language model from a folder of running text.

    python training/train_language.py TEXTS src/mojifix/language/model.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out.

The model is a set of interpolated character bigrams, one per language, over the alphabet of the
language's script group (``mojifix.language.alphabet``):

    P(b | a) = (n(ab) + k(a) · G(b | a)) / (n(a) + k(a)),   k(a) = KNOWN + SEEN · |{b : n(ab) > 0}|

where G is the same estimate over all languages of the group, each with equal weight, backed off to
the frequency of b alone, as in Witten & Bell (1991). Costs are stored in units of 1/8 bit. What is
stored for a language is its back-off shift per row and the cells that differ from the backed-off
value; the loader rebuilds the full table.
"""

from __future__ import annotations

import random
import re
import struct
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from class_frequencies import CLASS_FLOOR, CLASS_SIZE, RUNS
from model_files import write_packed
from texts import paths, read_texts

from mojifix.language import alphabet
from mojifix.language.model import FORMAT, UNITS_PER_BIT, Alphabet

PUNCTUATION: Final = ".,'\"-!?:;()/’‘“”„–—…«»%"
BUCKETS: Final = 32
OWN_GROUP: Final = {"vi": "vietnamese", "ja": "japanese", "zh-Hans": "hans", "zh-Hant": "hant"}
SMALL_SCRIPT: Final = 250  # a script with more characters than that gets frequency buckets

KNOWN: Final = 2.0
SEEN: Final = 0.5
GROUP_SEEN: Final = 1.0
LETTER_SHARE: Final = 3e-5  # of the text: a rarer letter is not one of the language
WEIGHT: Final = 1e5  # characters that each language contributes to its group, at most

# What sentences hold too little of: share of the text that is added in another dress.
UPPER_SHARE: Final = 0.04
TITLE_SHARE: Final = 0.03
QUOTED_SHARE: Final = 0.10
ENGLISH_SHARE: Final = 0.02
QUOTES: Final = ("“”", "«»", "„“", "‘’", "„”")
OPENED_BY: Final = Counter(opening for opening, _ in QUOTES)  # kinds that start alike
LEAST_QUOTES: Final = 2


@dataclass
class Language:
    """The text of one language and what was counted in it."""

    tag: str
    lines: list[str]
    counts: np.ndarray = field(default_factory=lambda: np.zeros((256, 256)))


def group_of(language: Language) -> str:
    """Name the group of a language: its own, or that of its commonest script."""
    if language.tag in OWN_GROUP:
        return OWN_GROUP[language.tag]
    scripts: Counter[str] = Counter()
    for char, count in Counter("".join(language.lines[:2000])).items():
        script = alphabet.script_of(char)
        if script:
            scripts[script] += count
    return scripts.most_common(1)[0][0]


def make_alphabet(name: str, languages: list[Language]) -> Alphabet:
    """Choose the symbols of a group: classes, punctuation, frequent characters, buckets."""
    frequency: Counter[str] = Counter()
    for language in languages:
        counts = Counter("".join(language.lines))
        total = sum(counts.values())
        weight = min(1.0, total / 50_000) / total
        for char, count in counts.items():
            frequency[char] += count * weight
            upper = char.upper()
            if len(upper) == 1 and upper != char and name != "georgian":
                frequency[upper] += count * weight * UPPER_SHARE / 4
    script = {"vietnamese": "latin", "japanese": "han", "hans": "han", "hant": "han"}.get(
        name, name
    )
    own = [
        char
        for char, _ in frequency.most_common()
        if alphabet.script_of(char) == script
        or (unicodedata.category(char)[0] in "MN" and not char.isascii())
        or char in "。、「」，！？：；（）《》・ー"
    ]
    room = 256 - len(alphabet.CLASSES) - len(PUNCTUATION)
    if len(own) <= SMALL_SCRIPT or script == "latin":
        return Alphabet(name, alphabet.CLASSES, tuple(PUNCTUATION) + tuple(own[:room]))
    room -= BUCKETS
    rest = own[room:]
    mass = np.cumsum([-np.log2(frequency[char]) for char in rest])
    edges = np.searchsorted(mass, np.linspace(0, mass[-1], BUCKETS + 1)[1:-1])
    buckets = tuple(
        "".join(rest[a:b]) for a, b in zip([0, *edges], [*edges, len(rest)], strict=True)
    )
    return Alphabet(name, alphabet.CLASSES, tuple(PUNCTUATION) + tuple(own[:room]) + buckets)


def count(symbols: Alphabet, lines: list[str]) -> np.ndarray:
    """Count the symbol bigrams of some lines, with a space at each end."""
    data = symbols.encode(" " + " ".join(lines) + " ")
    ids = np.frombuffer(data, dtype=np.uint8).astype(np.int64)
    return np.bincount(ids[:-1] * 256 + ids[1:], minlength=65536).reshape(256, 256).astype(float)


def letters(language: Language) -> str:
    """Return the letters beyond ASCII that a language is written with, in both cases."""
    counts = Counter("".join(language.lines))
    floor = max(2, LETTER_SHARE * sum(counts.values()))
    found = set()
    for char, number in counts.items():
        if not char.isascii() and alphabet.script_of(char) and number >= floor:
            found |= {c for c in (char, upper(char, language.tag), char.lower()) if len(c) == 1}
    return "".join(sorted(found))


def upper(text: str, tag: str) -> str:
    """Return capitals as the language writes them, one character for one."""
    if tag in ("tr", "az", "tt"):
        text = text.replace("i", "İ")
    if tag == "ka":
        return text
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def dressed_up(language: Language, rng: random.Random) -> list[tuple[list[str], float]]:
    """Return the text as capitals, as titles and with typographic quotes, with weights."""
    sample = rng.sample(language.lines, min(len(language.lines), 1500))
    capitals = [upper(line, language.tag) for line in sample]
    titles = [
        " ".join(upper(word[:1], language.tag) + word[1:] for word in line.split(" "))
        for line in sample
    ]
    weights = quote_weights(language.lines)
    quoted = []
    for line in sample:
        ((opening, closing),) = rng.choices(QUOTES, weights)
        words = line.replace("'", "’").replace(" - ", rng.choice((" – ", " — "))).split(" ")
        cut = rng.randrange(len(words))
        words[cut] = opening + words[cut] + closing
        cut = rng.randrange(len(words))
        words[cut : cut + 2] = ["—".join(words[cut : cut + 2])]
        quoted.append(" ".join(words) + rng.choice(("", "…", "")))
    return [(capitals, UPPER_SHARE), (titles, TITLE_SHARE), (quoted, QUOTED_SHARE)]


def quote_weights(lines: list[str]) -> list[int]:
    """Return how often each kind of quotation marks opens a word, at least ``LEAST_QUOTES``."""
    text = " ".join(lines)
    found = Counter(re.findall(rf" ([{''.join(opening for opening, _ in QUOTES)}])(?=\w)", text))
    return [LEAST_QUOTES + found[opening] // OPENED_BY[opening] for opening, _ in QUOTES]


def count_language(symbols: Alphabet, language: Language, english: list[str]) -> None:
    """Fill ``language.counts``."""
    rng = random.Random(language.tag)
    language.counts = count(symbols, language.lines)
    total = language.counts.sum()
    for lines, share in dressed_up(language, rng):
        extra = count(symbols, lines)
        language.counts += extra * (share * total / extra.sum())
    if symbols.name not in ("latin", "vietnamese"):
        extra = count(symbols, english)
        language.counts += extra * (ENGLISH_SHARE * total / extra.sum())


def symbol_sizes(symbols: Alphabet) -> np.ndarray:
    """Return how many characters share each symbol."""
    sizes = np.ones(256)
    members: Counter[str] = Counter(
        alphabet.class_of(chr(p)) for p in range(0x80, 0x10000) if not 0xD800 <= p < 0xE000
    )
    for number, name in enumerate(symbols.classes):
        sizes[number] = CLASS_SIZE.get(name, max(1, members[name]))
    for number, chars in enumerate(symbols.chars, len(symbols.classes)):
        sizes[number] = len(chars)
    return sizes


def group_model(symbols: Alphabet, languages: list[Language]) -> np.ndarray:
    """Return G(b | a) for a group."""
    counts = np.zeros((256, 256))
    for language in languages:
        total = language.counts.sum()
        counts += language.counts * (WEIGHT * min(1.0, total / 50_000) / total)
    single = counts.sum(0)
    single /= single.sum()
    for number, name in enumerate(symbols.classes):
        single[number] = max(single[number], CLASS_FLOOR.get(name, 1e-7))
    single[len(symbols.classes) :] += 3e-7
    single[symbols.size :] = 0
    single /= single.sum()
    strength = KNOWN + GROUP_SEEN * (counts > 0).sum(1, keepdims=True)
    model = (counts + strength * single) / (counts.sum(1, keepdims=True) + strength)
    for number, name in enumerate(symbols.classes):
        share = RUNS.get(name, 0.0)
        if counts[number].sum() < 1000 and share:
            model[number] *= 1 - share
            model[number, number] += share
    return model


def language_model(language: Language, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return P(b | a) and the back-off weight of each row."""
    counts = language.counts
    strength = KNOWN + SEEN * (counts > 0).sum(1, keepdims=True)
    weight = strength / (counts.sum(1, keepdims=True) + strength)
    return (counts + strength * group) / (counts.sum(1, keepdims=True) + strength), weight


def cost(probability: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return costs in units, rounded and clipped to a byte."""
    units = -np.log2(np.maximum(probability, 1e-12) / sizes[None, :]) * UNITS_PER_BIT
    return np.clip(np.round(units), 1, 255).astype(np.uint8)


def pack_language(costs: np.ndarray, weight: np.ndarray, group: np.ndarray, size: int) -> bytes:
    """Pack what differs from the back-off: shifts per row, then (gap, cost) of the cells."""
    shift = np.clip(np.round(-np.log2(weight[:size, 0]) * UNITS_PER_BIT), 0, 255).astype(int)
    backed_off = np.minimum(group[:size, :size].astype(int) + shift[:, None], 255)
    table = costs[:size, :size].astype(int)
    table = np.where(table > 16, table // 2 * 2, table)
    differs = np.flatnonzero((np.abs(table - backed_off) > 3).ravel())
    flat = table.ravel()
    gaps, values, last = bytearray(), bytearray(), -1
    for position in [*differs.tolist(), size * size]:
        while position - last > 255:
            last += 255
            gaps.append(255)
            values.append(int(backed_off.ravel()[last]) if last < size * size else 0)
        if position < size * size:
            gaps.append(position - last)
            values.append(int(flat[position]))
            last = position
    return bytes(shift.tolist()) + struct.pack("<I", len(gaps)) + bytes(gaps) + bytes(values)


def main() -> None:
    """Train and write the model."""
    folder, model_file = paths(__doc__, "texts", "model")
    texts = read_texts(folder)
    languages = [Language(tag, lines) for tag, lines in texts.items()]
    english = texts["en"][:3000]
    groups: dict[str, list[Language]] = {}
    for language in languages:
        groups.setdefault(group_of(language), []).append(language)

    payload, index = bytearray(), []
    for name in sorted(groups):
        symbols = make_alphabet(name, groups[name])
        sizes = symbol_sizes(symbols)
        for language in groups[name]:
            count_language(symbols, language, english)
        model = group_model(symbols, groups[name])
        group_costs = cost(model, sizes)
        size = symbols.size
        packed = [bytes(group_costs[:size, :size].tobytes())]
        for language in groups[name]:
            probability, weight = language_model(language, model)
            packed.append(pack_language(cost(probability, sizes), weight, group_costs, size))
        section = zlib.compress(b"".join(packed), 9)
        index.append(
            {
                "name": name,
                "chars": list(symbols.chars),
                "languages": {language.tag: letters(language) for language in groups[name]},
                "offset": len(payload),
                "length": len(section),
            }
        )
        payload += section
        print(f"{name:12s} {size:4d} symbols {len(groups[name]):3d} languages {len(section):8d} B")
    print(f"{len(languages)} languages")
    classes = list(alphabet.CLASSES)
    write_packed(
        {"TEXTS": folder}, model_file, FORMAT, bytes(payload), classes=classes, groups=index
    )


if __name__ == "__main__":
    main()
