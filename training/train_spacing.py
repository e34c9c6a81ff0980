"""Train where a space stands behind a letter whose last byte of UTF-8 is that of a no-break space.

    python training/train_spacing.py TEXTS src/mojifix/language/spacing.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. Of four letters
``pabc`` in a row, a space between ``a`` and ``b`` or none, the odds of the space are, in bits,

    prior + A(a) + B(b) + AB(ab) + WEIGHT · (PA(pa) + BC(bc)),

each a logarithm of a ratio of counts, smoothed with ``DOUBT`` places of the odds that the shorter
contexts tell, and without those. Stored, in halves of a bit, is what is at least ``LEAST_BITS``: of
the Korean lines left out, 94 % of such places are told right then, and of the Vietnamese ones 99 %;
pairs of letters in the language model tell 68 % of the Korean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2
from typing import Final

from model_files import write_packed, zipped
from texts import paths, read_texts

from mojifix.language.spacing import FORMAT, STEPS_PER_BIT, WRITTEN, ends_like_no_break_space

DOUBT: Final = 4.0
WEIGHT: Final = 0.7
LEAST_BITS: Final = {"hangul": 1.0, "vietnamese": 0.5}
LANGUAGES: Final = {"hangul": "ko", "vietnamese": "vi"}
Place = tuple[str, bool, tuple[str, ...]]


def places(lines: list[str], letters: str) -> Iterator[Place]:
    """Yield each two letters side by side or a space apart, and the contexts that tell which."""
    pattern = re.compile(f"(?=([{letters} ]?)([{letters}])( ?)([{letters}])(.?))")
    for line in lines:
        for match in pattern.finditer(line.lower()):
            before, first, space, second, after = match.groups()
            contexts = (first, second, first + second, before + first, second + after)
            yield first, bool(space), contexts


def odds(lines: list[str], letters: str, least: float) -> list[dict[str, float]]:
    """Return the odds of a space by each kind of context, beyond those of the shorter ones."""
    apart = [Counter[str]() for _ in range(5)]
    joined = [Counter[str]() for _ in range(5)]
    for first, space, contexts in places(lines, letters):
        for kind, context in enumerate(contexts):
            if ends_like_no_break_space(first) or kind in (1, 4):
                (apart if space else joined)[kind][context] += 1
    prior = log2(apart[1].total() / joined[1].total())

    def told(kind: int, context: str, expected: float) -> float:
        share = 1 / (1 + 2**-expected)
        yes = apart[kind][context] + DOUBT * share
        return log2(yes / (joined[kind][context] + DOUBT * (1 - share))) - expected

    firsts, seconds, pairs, lefts, rights = ({*apart[i], *joined[i]} for i in range(5))
    of_first = {context: told(0, context, prior) for context in firsts}
    of_second = {context: told(1, context, prior) for context in seconds}
    found = [
        {"": prior},
        of_first,
        of_second,
        {c: told(2, c, prior + of_first[c[0]] + of_second[c[1]]) for c in pairs},
        {c: WEIGHT * told(3, c, prior + of_first[c[-1]]) for c in lefts},
        {c: WEIGHT * told(4, c, prior + of_second[c[0]]) for c in rights},
    ]
    return [
        {context: bits for context, bits in each.items() if kind < 3 or abs(bits) >= least}
        for kind, each in enumerate(found)
    ]


def main() -> None:
    """Train and write the model."""
    folder, model = paths(__doc__, "texts", "model")
    texts = read_texts(folder)
    groups = {}
    for name, letters in WRITTEN.items():
        found = odds(texts[LANGUAGES[name]], letters, LEAST_BITS[name])
        steps = [{c: round(STEPS_PER_BIT * bits) for c, bits in each.items()} for each in found]
        groups[name] = [
            {c: step for c, step in sorted(each.items()) if step or not c} for each in steps
        ]
        print(name, [len(each) for each in groups[name]])
    write_packed({"TEXTS": folder}, model, FORMAT, zipped(groups))


if __name__ == "__main__":
    main()
