"""Train which two characters of Chinese and Japanese go together.

    python training/train_characters.py TEXTS src/mojifix/language/characters.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. The language model
has a symbol of its own for the commonest characters only, others share one with some hundred. Of two
characters ``ab`` that were seen ``LEAST_SEEN`` times,

    n(ab) / (n(a) + DOUBT)

is how likely ``b`` is after ``a``; stored is by how many bits that is cheaper than in the language
model, in steps, where it is a step at least.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log2
from typing import Final

from model_files import write_packed, zipped
from texts import paths, read_texts

from mojifix.language.alphabet import script_of
from mojifix.language.characters import BITS_PER_STEP, FORMAT, STEPS
from mojifix.language.model import UNITS_PER_BIT, load_group

LANGUAGES: Final = {"hans": "zh-Hans", "hant": "zh-Hant", "japanese": "ja"}
LEAST_SEEN: Final = 3
DOUBT: Final = 4.0


def steps_of(lines: list[str], group: str) -> list[dict[str, str]]:
    """Return the characters that go with each, by the steps that they are likelier by."""
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        pairs.update(pairwise(line))
    firsts: Counter[str] = Counter()
    for (first, _), count in pairs.items():
        firsts[first] += count
    model = load_group(group)
    table, symbol_of = model.tables[0], model.alphabet.symbol_of
    found: list[dict[str, str]] = [{} for _ in range(STEPS)]
    for (first, second), count in sorted(pairs.items()):
        if count < LEAST_SEEN or not (_is_han(first) and _is_han(second)):
            continue
        cost = table[symbol_of[first] | symbol_of[second] << 8] / UNITS_PER_BIT
        step = int((cost + log2(count / (firsts[first] + DOUBT))) / BITS_PER_STEP)
        if step > 0:
            of_step = found[min(step, STEPS) - 1]
            of_step[first] = of_step.get(first, "") + second
    return found


def _is_han(char: str) -> bool:
    """Tell whether a character is Han or kana, or the sign that repeats a Han character."""
    return script_of(char) == "han" or char == "々"


def main() -> None:
    """Train and write the model."""
    folder, model = paths(__doc__, "texts", "model")
    texts = read_texts(folder)
    groups = {name: steps_of(texts[tag], name) for name, tag in LANGUAGES.items()}
    for name, found in groups.items():
        print(name, [sum(map(len, step.values())) for step in found])
    write_packed({"TEXTS": folder}, model, FORMAT, zipped(groups))


if __name__ == "__main__":
    main()
