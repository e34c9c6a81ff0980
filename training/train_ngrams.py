"""Train which characters follow one another in languages that write no spaces, and in Korean.

    python training/train_ngrams.py TEXTS MORE WORDS src/mojifix/language/ngrams.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. The folder MORE holds
the like, of manuals, and for some languages ``TAG.tsv``: a word and how often it was seen, in any
unit, per line (those of Traditional Chinese are Simplified ones, which OpenCC converted). Those of the
other languages are from WORDS (``tesseract_words.py``). Words tell more than running text holds, but
nothing of what stands between them: all that is known behind the last character of a word is that it
may end.

    P(c | h) = (n(hc) + k(h) · P(c | h')) / (n(h) + k(h)),
    k(h) = KNOWN + SEEN · |{c : n(hc) > 0}| + the words that end in h

after Witten & Bell (1991), for up to three characters h, of which h' is the last. What is stored are
the costs of the n-grams that tell most, and what each h adds to the costs of all others
(``mojifix.language.ngrams``).
"""

from __future__ import annotations

import csv
from collections import Counter
from math import log2
from pathlib import Path
from typing import Final

from model_files import write_packed, zipped
from texts import paths, read_texts

from mojifix.language.ngrams import FORMAT, LANGUAGES, STEPS_PER_BIT, level_mark, normalized

# Characters of an n-gram: so many where a script has thousands, else one more. Of the letters of Thai
# sentences that lost one in ten 85.6 % are named rightly with 2, 96.0 % with 3, 97.5 % with 4 and 5;
# with 5 the file is twice as large.
ORDER: Final = 3
OF_THOUSANDS: Final = frozenset({"hans", "hant", "japanese", "hangul"})
KNOWN: Final = 2.0
SEEN: Final = 0.5
# Of the lost characters of unseen texts of other kinds (games, scripture, a handbook) 52.8 % are named
# rightly and 10.8 % wrongly without words, 53.8 % and 10.3 % with these, 53.7 % and 9.9 % with 1e6; of
# held-out lines 58.3 % and 8.5 %, 57.9 % and 8.1 %, 57.3 % and 8.6 %.
WORDS_SIZE: Final = 3e5  # characters that the words of a language stand for
# … of words that were not counted. Of the 87 % of lost letters of unseen texts in Khmer that are named
# rightly without words, and the 71 % in Burmese, it makes 96 % and 91 %; with 2e5 Thai has fewer.
LISTED_SIZE: Final = 5e4
# Of a character of MORE, which is of one kind. At 1, 43.4 % of the unseen sentences come back whole
# where 40.6 % do without, and 11.3 % of their lost characters are named wrongly, 10.5 % without.
MORE_WEIGHT: Final = 0.5
# Occurrences × bits that an n-gram must save over what is known without its first character. With 6
# the file is three times as large as with 15, and 0.7 % more of the lost characters are named rightly.
# Of scripts that have few characters half: of 116 Thai sentences 92 come back, not 86, with 3 90.
LEAST_SAVED: Final = 10.0
RAREST: Final = 1.0  # occurrences of a character that is stored


def read_words(more: Path, listed: Path, tag: str) -> dict[str, float]:
    """Read the words of a language, and for how many characters of text each stands."""
    counted = more / f"{tag}.tsv"
    if counted.exists():
        with counted.open(encoding="utf-8", newline="") as file:
            entries = csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE)
            words, size = {word: float(count) for word, count in entries}, WORDS_SIZE
    else:
        every = (listed / f"{tag}.txt").read_text(encoding="utf-8").split()
        words, size = dict.fromkeys(every, 1.0), LISTED_SIZE
    share = size / sum(count * len(word) for word, count in words.items())
    return {word: count * share for word, count in words.items()}


def counted(
    lines: list[str], more: list[str], words: dict[str, float], order: int
) -> tuple[list[Counter[str]], Counter[str]]:
    """Return how often n-grams were seen, by their size, and how often words end in each."""
    counts: list[Counter[str]] = [Counter() for _ in range(order + 1)]
    ends: Counter[str] = Counter()
    for weight, part in ((1.0, lines), (MORE_WEIGHT, more)):
        for line in part:
            _count(counts, f" {normalized(line)} ", weight)
    for word, count in words.items():
        shown = normalized(word)
        _count(counts, shown, count)
        for size in range(1, min(len(shown), order - 1) + 1):
            ends[shown[-size:]] += count
    return counts, ends


def _count(counts: list[Counter[str]], text: str, weight: float) -> None:
    for size, of_size in enumerate(counts[1:], 1):
        for start in range(len(text) - size + 1):
            of_size[text[start : start + size]] += weight


def rows(
    counts: list[Counter[str]], ends: Counter[str], least: float
) -> dict[str, tuple[float, dict[str, float]]]:
    """Return, for each context, what others cost more behind it, and what those kept cost, in bits.

    Args:
        counts: how often n-grams were seen, by their size.
        ends: how often words end in each.
        least: what an n-gram that is kept must save.
    """
    total = counts[1].total()
    kept = {char: -log2(n / total) for char, n in counts[1].items() if n >= RAREST}
    found = {"": (0.0, kept)}
    rarest = max(kept.values())
    for size in range(2, len(counts)):
        sums: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for gram, n in counts[size].items():
            sums[gram[:-1]] += n
            kinds[gram[:-1]] += 1
        strength = {h: KNOWN + SEEN * kinds[h] + ends[h] for h in sums | ends if len(h) == size - 1}
        new: dict[str, tuple[float, dict[str, float]]] = {
            h: (log2((sums[h] + strength[h]) / strength[h]), {}) for h in sums
        }
        for gram, n in counts[size].items():
            h, char = gram[:-1], gram[-1]
            lower = _cost(found, h[1:], char, rarest)
            backed_off = new[h][0] + lower
            probability = (n + strength[h] * 2.0**-lower) / (sums[h] + strength[h])
            bits = -log2(probability)
            if n * (backed_off - bits) >= least:
                new[h][1][char] = bits
        found |= {h: row for h, row in new.items() if row[1]}
    return found


def _cost(
    found: dict[str, tuple[float, dict[str, float]]], h: str, char: str, rarest: float
) -> float:
    more = 0.0
    while True:
        other, kept = found.get(h, (0.0, {}))
        if char in kept:
            return more + kept[char]
        if not h:
            return more + rarest
        more += other
        h = h[1:]


def packed_row(other: float, kept: dict[str, float]) -> str:
    """Return a row as text: the level of all others, then the characters of each level behind it."""
    levels: dict[int, list[str]] = {}
    for char, bits in sorted(kept.items()):
        levels.setdefault(round(bits * STEPS_PER_BIT), []).append(char)
    shown = [level_mark(level) + "".join(chars) for level, chars in sorted(levels.items())]
    return level_mark(round(other * STEPS_PER_BIT)) + "".join(shown)


def main() -> None:
    """Train and write the model."""
    texts, more, words, model = paths(__doc__, "texts", "more", "words", "model")
    running, manuals = read_texts(texts), read_texts(more)
    payload, groups = bytearray(), {}
    for name, tag in LANGUAGES.items():
        more_order, less = (0, 1.0) if name in OF_THOUSANDS else (1, 0.5)
        seen = counted(
            running[tag], manuals.get(tag, []), read_words(more, words, tag), ORDER + more_order
        )
        found = rows(*seen, LEAST_SAVED * less)
        section = zipped({h: packed_row(*row) for h, row in sorted(found.items())})
        groups[name] = [len(payload), len(section)]
        payload += section
        size = sum(len(kept) for _, kept in found.values())
        print(f"{name:9s} {len(found):6d} contexts {size:7d} n-grams")
    folders = {"TEXTS": texts, "MORE": more, "WORDS": words}
    write_packed(folders, model, FORMAT, bytes(payload), groups=groups)


if __name__ == "__main__":
    main()
