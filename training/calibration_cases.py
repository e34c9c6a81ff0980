"""Repairs of text whose truth is known: what each of them stated, and whether it is right.

    python training/calibration_cases.py TEXTS CASES.jsonl [--sentences 320]

TEXTS holds one file per language, as for ``train_language.py``. Only the lines that the language
model is not trained on are taken. Each is garbled along a random chain of those that its language
was written in, as a whole or but for one of its words, and with bytes lost or not; one in eight is
left alone. CASES gets a line for each repair: language, bits, the probability of its guesses,
whether it is guessed, kind, lengths and whether it is right.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus.garbling import garble
from mojifix import Options
from mojifix.mojibake.edits import placed
from mojifix.mojibake.repairing import _repaired
from mojifix.mojibake.words import window
from training.texts import HELD_OUT_EVERY

CHAINS: Final = Path(__file__).resolve().parents[1] / "corpus" / "chains.jsonl"
LEAST_LENGTH: Final = 20  # code points of a sentence
MOST_LENGTH: Final = 400
# What becomes of the bytes that a decoder does not define.
LOSSES: Final = ("with ?", "with U+FFFD", "with nothing")
MULTI_BYTE: Final = ("gbk", "big5", "cp932", "cp949", "euc_kr", "euc_jp")  # losing bytes often
# What other software does to garbled text.
AFTER: Final = (
    "no-break spaces to spaces", "no-break spaces collapsed", "no-break spaces dropped",
    "C1 controls dropped", "quotes flattened", "lower-cased", "as numeric entities",
    "as JSON escapes",
)  # fmt: skip


def cases(language: str, sentences: Sequence[str], count: int) -> Iterator[dict[str, Any]]:
    """Yield the repairs of so many garblings of a language's sentences."""
    chance = random.Random(language)
    chains = [
        row["chain"]
        for row in map(json.loads, CHAINS.read_text("utf-8").splitlines())
        if (row["languages"] == "all" or language in row["languages"])
        and not any(" with " in step for step in row["chain"])  # what is lost is chosen below
    ]
    own = [chain for chain in chains if not chain[0].startswith("utf-8")]
    for text in chance.choices(sentences, k=count):
        true = text
        if chance.random() < 1 / 8:
            garbled, name = text, "clean"
        else:
            chain = _chain(chance, chains, own)
            try:
                garbled, true = _garbled(text, chain, chance)
            except UnicodeError:
                continue
            name = " > ".join(chain)
        for found, is_right in judged(garbled, true):
            yield found | {"language": language, "chain": name, "right": is_right}


def _chain(
    chance: random.Random, chains: Sequence[list[str]], own: Sequence[list[str]]
) -> list[str]:
    """Return a random chain, half of those of one step with a loss."""
    chain = chance.choice(own if own and chance.random() < 1 / 3 else chains)
    loss = chance.random() if len(chain) == 1 else 1.0
    if loss < 1 / 8:
        return [f"{chain[0]} {chance.choice(LOSSES)}"]
    if loss < 1 / 4:
        return [f"utf-8 as {chance.choice(MULTI_BYTE)} {chance.choice(LOSSES)}"]
    return [*chain, chance.choice(AFTER)] if loss < 1 / 2 else chain


def _garbled(text: str, chain: list[str], chance: random.Random) -> tuple[str, str]:
    """Return a text garbled, all of it or one word, and what it was."""
    words = [word for word in text.split() if not word.isascii()]
    piece = chance.choice(words) if words and chance.random() < 1 / 3 else text
    before, _, after = text.partition(piece)
    true = piece.lower() if "lower-cased" in chain else piece
    return f"{before}{garble(piece, chain)}{after}", f"{before}{true}{after}"


def judged(garbled: str, true: str) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the repairs of a text, and whether each is what was there."""
    layers, _ = _repaired(garbled, Options())
    text, edits = layers.text, layers.edits
    same = [(0, len(true))]
    if text != true:
        blocks = SequenceMatcher(None, text, true, autojunk=False).get_matching_blocks()
        same = [(block.a, block.a + block.size) for block in blocks]
    for first, last, edit in placed(edits):
        is_right = any(start <= first and last <= end for start, end in same)
        left, right = window(text, first, last)
        before = garbled[edit.start : edit.end]
        yield {**asdict(edit), "before": before, "word": text[left:right]}, is_right


def held_out(path: Path) -> list[str]:
    """Read the sentences of a language that its model is not trained on."""
    lines = lzma.decompress(path.read_bytes()).decode().split("\n")[::HELD_OUT_EVERY]
    return [line for line in lines if LEAST_LENGTH <= len(line) <= MOST_LENGTH]


def main() -> None:
    """Write the cases of all languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", type=int, default=320, help="of each language")
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8") as out:
        for path in sorted(arguments.texts.glob("*.txt.xz")):
            language = path.name.partition(".")[0]
            sentences = held_out(path)
            if not sentences:
                continue
            for row in cases(language, sentences, arguments.sentences):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
