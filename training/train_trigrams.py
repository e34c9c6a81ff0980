"""Train what three letters in a row tell beyond what pairs of them do.

    python training/train_trigrams.py TEXTS src/mojifix/language/trigrams.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. For each language
of the groups whose letters tell neighbors apart, with letters ``abc`` in small,

    P(c | ab) = (n(abc) + k(ab) · P(c | b)) / (n(ab) + k(ab)),
    k(ab) = KNOWN + SEEN · |{c : n(abc) > 0}|

after Witten & Bell (1991), where a word counts at most ``MOST`` times, so that names weigh as much
as what everybody says. What is stored is log2 P(c | b) / P(c | ab), in halves of a bit: of each
``abc`` that was seen and is not ASCII, and of each ``ab`` for all others after it
(``mojifix.language.trigrams``).
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from math import log2
from typing import Final

import regex
from model_files import write_packed
from texts import paths, read_texts

from mojifix.language.model import group_languages
from mojifix.language.trigrams import BOUNDARY, FORMAT, GROUPS, STEPS_PER_BIT, ZERO

KNOWN: Final = 2.0
SEEN: Final = 0.5
MOST: Final = 3
# Bits that a trigram may cost which no word of the text holds. Half as many again restore one word
# more in a hundred, but clean words that the text lacks come 2 bits nearer to a change.
MOST_BITS: Final = 3.0
# How often a trigram must be seen to be stored, where that is not once; it halves the size.
LEAST_SEEN: Final = {"cyrillic": 2, "arabic": 2, "hebrew": 2, "greek": 2, "thai": 2}

WORD: Final = regex.compile(r"[\p{L}\p{M}]+")
Corrections = dict[str, float]


def trigrams(lines: list[str]) -> Counter[str]:
    """Count the trigrams of the words of a language."""
    words = Counter(WORD.findall("\n".join(lines).lower()))
    counts: Counter[str] = Counter()
    for word, number in words.items():
        bounded = f"{BOUNDARY}{word}{BOUNDARY}"
        for start in range(len(word)):
            counts[bounded[start : start + 3]] += min(number, MOST)
    return counts


def corrections(counts: Counter[str], least: int) -> tuple[Corrections, Corrections]:
    """Return what trigrams cost beyond their last two letters, and what all others after two do."""
    pairs: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    contexts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for trigram, number in counts.items():
        pairs[trigram[1:]] += number
        singles[trigram[1]] += number
        contexts[trigram[:2]] += number
        kinds[trigram[:2]] += 1
    strength = {context: KNOWN + SEEN * kinds[context] for context in contexts}
    unseen = {
        context: min(MOST_BITS, log2((number + strength[context]) / strength[context]))
        for context, number in contexts.items()
    }
    seen = {}
    for trigram, number in counts.items():
        if trigram.isascii() or number < least:
            continue
        known = strength[trigram[:2]]
        by_pair = pairs[trigram[1:]] / singles[trigram[1]]
        ratio = (number / by_pair + known) / (contexts[trigram[:2]] + known)
        seen[trigram] = min(-log2(ratio), unseen[trigram[:2]])
    return seen, unseen


def packed_keys(keys: list[int]) -> bytes:
    """Pack sorted keys: the three bytes of each difference from the one before, byte by byte."""
    gaps = array("I", [key - last for last, key in zip([0, *keys], keys, strict=False)]).tobytes()
    return gaps[::4] + gaps[1::4] + gaps[2::4]


def packed_group(
    letters: str, columns: list[tuple[Corrections, Corrections]]
) -> tuple[bytes, int, int]:
    """Return the section of a group, and how many trigrams and pairs it holds."""
    number = {letter: at for at, letter in enumerate(BOUNDARY + letters)}
    base = len(number) + 1

    def key(run: str) -> int:
        total = 0
        for letter in run:
            total = total * base + number[letter]
        return total

    parts, sizes = [], []
    for kind in (0, 1):
        stored: list[dict[int, int]] = []
        for column in columns:
            steps = {
                key(run): round(bits * STEPS_PER_BIT) + (0 if kind else ZERO)
                for run, bits in column[kind].items()
                if kind or round(bits * STEPS_PER_BIT) != round(column[1][run[:2]] * STEPS_PER_BIT)
            }
            stored.append({run: min(255, max(1, step)) for run, step in steps.items() if step})
        keys = sorted({run for column in stored for run in column})
        parts.append(packed_keys(keys))
        parts += [bytes(column.get(run, 0) for run in keys) for column in stored]
        sizes.append(len(keys))
    return zlib.compress(b"".join(parts), 9), sizes[0], sizes[1]


def main() -> None:
    """Train and write the model."""
    folder, model = paths(__doc__, "texts", "model")
    texts = read_texts(folder)
    payload, index = bytearray(), []
    for name in GROUPS:
        tags = group_languages(name)
        counts = [trigrams(texts[tag]) for tag in tags]
        columns = [corrections(each, LEAST_SEEN.get(name, 1)) for each in counts]
        found = {char for each in counts for run in each for char in run}
        letters = "".join(sorted(found - {BOUNDARY}))
        section, trigram_count, pair_count = packed_group(letters, columns)
        sizes = {"trigrams": trigram_count, "pairs": pair_count}
        place = {"offset": len(payload), "length": len(section)}
        index.append({"name": name, "letters": letters, **sizes, **place})
        payload += section
        print(
            f"{name:12s} {len(tags):3d} languages {len(letters):4d} letters "
            f"{trigram_count:6d} trigrams {pair_count:5d} pairs {len(section):8d} B"
        )
    write_packed({"TEXTS": folder}, model, FORMAT, bytes(payload), groups=index)


if __name__ == "__main__":
    main()
