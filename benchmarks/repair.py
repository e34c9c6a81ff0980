"""Mojibake repair beside the peers: what comes back, what is spoiled, how fast.

    python benchmarks/repair.py [--texts FOLDER] [--documents N] [--lines N] [--seconds S]

Documents of about 3 kB are put together from the sentences of corpus/, or from the lines of the
``*.txt`` files in a folder (one language a file). They are given to each fixer as they are, in
plain ASCII, and damaged in ways that lose nothing. A peer that is not installed is left out and
said so. Times are CPU time of one process, the fixers' first call left out. Lines that were
never seen are given once, after as many others: what a fixer remembers of a line does not help it.

Columns: ``exact``, documents that come back as they were before the damage; ``alike``, those that
do but for quotes, widths, ligatures and blanks, which ftfy.fix_text and plsfix change by default;
``spoiled``, clean documents that were changed at all; ``MB/s``, megabytes of UTF-8 a second.
"""

from __future__ import annotations

import argparse
import itertools
import json
import platform
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from peers import version_of

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.garbling import garble  # noqa: E402 - corpus/ is no part of the package

DOCUMENT_BYTES: Final = 3_000
FIXERS: Final = (
    ("mojifix", "mojifix", "fix"),
    ("ftfy", "ftfy", "fix_encoding"),
    ("ftfy", "ftfy", "fix_text"),
    ("plsfix", "plsfix", "fix_text"),
)
# How much there is of each in the wild is unknown; these are the chains that peers know (the first
# two), those they do not, and two layers.
CHAINS: Final = (
    ("utf-8 as cp1252",),
    ("utf-8 as latin-1",),
    ("utf-8 as cp437",),
    ("utf-8 as mac-roman",),
    ("utf-8 as cp1251",),
    ("utf-8 as cp866",),
    ("utf-8 as koi8-r",),
    ("utf-8 as cp850",),
    ("utf-8 as cp1252", "utf-8 as cp1252"),
)
ASCII: Final = (
    "The night bus was late again, so the four of us walked home along the canal and argued "
    "about soup. Nobody won; it rained, and the shop on the corner had sold out of leeks. "
)

QUOTES: Final = dict.fromkeys(map(ord, "‘’‚‛"), "'") | dict.fromkeys(map(ord, "“”„‟"), '"')

Fixer = Callable[[str], str]


def fixers() -> Iterator[tuple[str, Fixer]]:
    """Yield the fixers that are installed, named with their versions."""
    for package, module, function in FIXERS:
        try:
            fixer: Fixer = getattr(import_module(module), function)
        except ImportError:
            print(f"{module}.{function}: not installed, left out", file=sys.stderr)
            continue
        yield f"{module}.{function} {version_of(package)}", fixer


def sentences(folder: Path | None) -> dict[str, list[str]]:
    """Return sentences by language, from the corpus or from a folder."""
    found: dict[str, list[str]] = {}
    if folder is not None:
        for path in sorted(folder.glob("*.txt")):
            lines = path.read_text(encoding="utf-8").splitlines()
            found[path.stem] = [line for line in lines if line.strip()]
        return found
    for line in (ROOT / "corpus" / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["language"], []).append(row["text"])
    return found


def documents(texts: dict[str, list[str]], count: int) -> list[str]:
    """Put documents together, one per language and then again, until there are enough."""
    sources = [itertools.cycle(lines) for _, lines in sorted(texts.items()) if lines]
    made = []
    for source in itertools.islice(itertools.cycle(sources), count):
        lines: list[str] = []
        size = 0
        while size < DOCUMENT_BYTES:
            line = next(source)
            lines.append(line)
            size += len(line.encode()) + 2
        made.append("\n\n".join(lines))
    return made


def damaged(clean: Sequence[str], chain: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of a damaged and its clean document, where the chain loses nothing."""
    pairs = []
    for text in clean:
        try:
            pairs.append((garble(text, chain), text))
        except UnicodeError:
            continue
    return pairs


def alike(text: str) -> str:
    """Fold what fixers change for the looks of it.

    >>> alike("“ﬁne”  ") == alike('"fine"')
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).split())


def measure(
    fixer: Fixer, pairs: Sequence[tuple[str, str]], seconds: float
) -> tuple[float, float, float]:
    """Return the shares of pairs restored exactly and alike, and the fixer's MB/s.

    Args:
        fixer: what is measured.
        pairs: damaged and clean texts.
        seconds: for which all of them, seen before, are given again and again; 0 measures the
            second half once, never seen, after the first.
    """
    middle = len(pairs) // 2
    seen, pairs = (pairs, pairs) if seconds else (pairs[:middle], pairs[middle:])
    for before, _ in seen:
        fixer(before)
    size = sum(len(before.encode()) for before, _ in pairs)
    rounds, spent, started = 0, 0.0, time.process_time()
    while not rounds or spent < seconds:
        results = [fixer(before) for before, _ in pairs]
        rounds += 1
        spent = time.process_time() - started
    exact = sum(result == after for result, (_, after) in zip(results, pairs, strict=True))
    folded = sum(alike(a) == alike(after) for a, (_, after) in zip(results, pairs, strict=True))
    return exact / len(pairs), folded / len(pairs), rounds * size / spent / 1e6


def distinct_lines(texts: dict[str, list[str]], count: int) -> list[str]:
    """Return lines that are not ASCII, as many of each language, in an order that mixes these."""
    rows = itertools.zip_longest(*(dict.fromkeys(lines) for _, lines in sorted(texts.items())))
    lines = (line for row in rows for line in row if line and not line.isascii())
    return list(itertools.islice(lines, count))


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=Path, help="folder of *.txt files, one language each")
    parser.add_argument("--documents", type=int, default=100, help="clean documents (100)")
    parser.add_argument("--lines", type=int, default=4_000, help="lines never seen (4000)")
    parser.add_argument("--seconds", type=float, default=1.0, help="least time a cell (1)")
    args = parser.parse_args()
    texts = sentences(args.texts)
    clean = documents(texts, args.documents)
    lines = [text.partition("\n")[0] for text in clean]
    ascii_document = (ASCII * (DOCUMENT_BYTES // len(ASCII) + 1))[:DOCUMENT_BYTES]
    rows = [
        ("ASCII", [(ascii_document, ascii_document)]),
        ("clean, many languages", [(text, text) for text in clean]),
        ("clean, single lines", [(line, line) for line in lines]),
        *((" + ".join(chain), damaged(clean, chain)) for chain in CHAINS),
        (f"{CHAINS[0][0]}, single lines", damaged(lines, CHAINS[0])),
    ]
    unseen = distinct_lines(texts, args.lines)
    once = [
        ("clean, lines never seen", [(line, line) for line in unseen]),
        (f"{CHAINS[0][0]}, lines never seen", damaged(unseen, CHAINS[0])),
    ]
    print(f"Python {platform.python_version()}, {len(clean)} documents of 3 kB\n")
    print("| input | fixer | documents | exact | alike | spoiled | MB/s |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    installed = list(fixers())
    for (label, pairs), (name, fixer) in itertools.product([*rows, *once], installed):
        seconds = 0.0 if label in dict(once) else args.seconds
        exact, folded, speed = measure(fixer, pairs, seconds)
        clean_input = all(before == after for before, after in pairs)
        quality = f" | | {1 - exact:.1%}" if clean_input else f"{exact:.1%} | {folded:.1%} | "
        print(f"| {label} | {name} | {len(pairs)} | {quality} | {speed:.2f} |", flush=True)


if __name__ == "__main__":
    main()
