"""Repairs of text whose truth is known: what each of them stated, and whether it is right.

    python training/calibration_cases.py TEXTS CASES.jsonl [--sentences 320]

TEXTS holds one file per language, as for ``train_language.py``. Only the lines that the language
model is not trained on are taken, half of them as they are, the others with the quotes, dashes and
amounts of printed pages, or a few words of them alone or as a value in code. Each is garbled along a
random chain of those that its language was written in, as a whole or but for one of its words, and
with bytes lost or not, often as cp1252 loses them; one in eight is left alone. CASES gets a line for
each repair: language, what was done, the edit and whether it is right.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from texts import HELD_OUT_EVERY

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus.garbling import garble
from mojifix import Options
from mojifix.mojibake.certainty import WORD_ENDS
from mojifix.mojibake.edits import placed
from mojifix.mojibake.repairing import _repaired
from mojifix.mojibake.words import window

CHAINS: Final = Path(__file__).resolve().parents[1] / "corpus" / "chains.jsonl"
LEAST_LENGTH: Final = 20  # code points of a sentence
MOST_LENGTH: Final = 400
# What becomes of the bytes that a decoder does not define.
LOSSES: Final = ("with ?", "with U+FFFD", "with nothing")
MULTI_BYTE: Final = ("gbk", "big5", "cp932", "cp949", "euc_kr", "euc_jp")  # losing bytes often
# What the files of the web were read as, and how often, about.
WEB: Final = ("cp1252",) * 6 + ("latin-1", "cp1250", "cp1251", "cp1254", "mac-roman", "cp437")
# What other software does to garbled text.
AFTER: Final = (
    "no-break spaces to spaces", "no-break spaces collapsed", "no-break spaces dropped",
    "C1 controls dropped", "quotes flattened", "lower-cased", "as numeric entities",
    "as JSON escapes",
)  # fmt: skip
# Where a few words stand alone in a file.
FRAMES: Final = (
    "{}", "{}", "<b>{}</b>", "<td>{}</td>", 'name = "{}"', "# {}", '{{"title": "{}"}},', "{};1",
    "print('{}')",
)  # fmt: skip
# What is set in type otherwise than it is typed.
TYPESET: Final = (
    (r"(?<=\w)'(?=\w)", "\N{RIGHT SINGLE QUOTATION MARK}"),
    (r'"([^"]+)"', "\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}"),
    (r" -+ ", " \N{EN DASH} "),
    (r", (?=\w+ \w+[,.])", "\N{EM DASH}"),
    (r"\.\.\.|\.$", "\N{HORIZONTAL ELLIPSIS}"),
    (r"\b([1-9]\d+)\b(?!°)", "\N{POUND SIGN}\\1"),
    (r"(\d)%", "\\1 \N{EURO SIGN}"),
)


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
    for sentence in chance.choices(sentences, k=count):
        true = text = _set(sentence, chance)
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
    """Return a random chain, a third of them of the web, half of those of one step with a loss."""
    if chance.random() < 1 / 3:
        step = f"utf-8 as {chance.choice(WEB)}"
        layers = [f"{step} {chance.choice(LOSSES)}" for _ in range(chance.choice((1, 1, 2)))]
        return layers + chance.choices(("quotes flattened", *AFTER), k=chance.choice((0, 0, 1)))
    chain = chance.choice(own if own and chance.random() < 1 / 3 else chains)
    loss = chance.random() if len(chain) == 1 else 1.0
    if loss < 1 / 8:
        return [f"{chain[0]} {chance.choice(LOSSES)}"]
    if loss < 1 / 4:
        return [f"utf-8 as {chance.choice(MULTI_BYTE)} {chance.choice(LOSSES)}"]
    return [*chain, chance.choice(AFTER)] if loss < 1 / 2 else chain


def _set(sentence: str, chance: random.Random) -> str:
    """Return a sentence, or part of it, as it may stand in a file."""
    form = chance.random()
    if form < 1 / 2:
        return sentence
    if form < 3 / 4:
        for typed, printed in chance.sample(TYPESET, k=4):
            sentence = re.sub(typed, printed, sentence)
        return sentence
    words = sentence.split()
    first = chance.randrange(len(words))
    few = " ".join(words[first : first + chance.randint(1, 4)])
    return chance.choice(FRAMES).format(few)


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
        left, right = window(text, first, last, WORD_ENDS)
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
