"""How fast flat pages are judged and cleaned, in megabytes of UTF-8 a second of CPU time.

    python benchmarks/flat.py [--pages FILE.jsonl.xz] [--every N] [--line MB]

The pages are those of corpus/flat, or the ``flat`` of each row of a file. ``judge`` is lines,
roles, trees and blocks; ``clean`` is all of it, repair of garbled text included. ``one line`` is a
page whose paragraphs were run together, to show that time grows with length alone.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from mojifix import Options, clean  # noqa: E402 - found from the folder of this file
from mojifix.boilerplate.lines.judging import judge_flat  # noqa: E402
from mojifix.layout.flat.lines import segment  # noqa: E402

FLAT: Final = Options(kind="flat")
SENTENCE: Final = "The ferry left at nine, and nobody on the quay had thought of the soup. "


def pages(path: Path | None, every: int) -> list[str]:
    """Read the pages."""
    if path is None:
        return [page.read_text("utf-8") for page in sorted((ROOT / "corpus/flat").glob("*.txt"))]
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(row)["flat"] for row in islice(file, 0, None, every)]


def judge(text: str) -> object:
    """Judge a text that needs no repair."""
    return judge_flat(segment(text), FLAT)


def whole(text: str) -> object:
    """Repair a text and judge it."""
    return clean(text, kind="flat")


def speed(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return megabytes a second."""
    work(texts[0])
    started = time.process_time()
    for text in texts:
        work(text)
    spent = time.process_time() - started
    return sum(len(text.encode()) for text in texts) / 1e6 / spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--line", type=int, default=50, help="megabytes on one line; 0 for none")
    args = parser.parse_args()
    texts = pages(args.pages, args.every)
    print(f"{len(texts)} pages, {sum(map(len, texts)):,} characters")
    print(f"judge    {speed(judge, texts):8.2f} MB/s")
    print(f"clean    {speed(whole, texts):8.2f} MB/s")
    if args.line:
        line = SENTENCE * (args.line * 1_000_000 // len(SENTENCE))
        print(f"one line {speed(judge, [line]):8.2f} MB/s judge, {args.line} MB")


if __name__ == "__main__":
    main()
