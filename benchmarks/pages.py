"""Main content of HTML pages beside the peers: word F1 by kind of page, CPU time, ratios.

    python benchmarks/pages.py PAGES [--every N] [--folds K]

PAGES is a folder with ``pages.jsonl.xz``, one JSON object a line with ``html``, ``text`` (the main
content), ``type`` and ``domain``, such as the Web Content eXtraction Benchmark. Every page is given
to one extractor after the other, so that a machine that slows down slows all of them down; a peer
that is not installed is left out and said so. Times are CPU time of one process around the call
alone, the first call left out.

The shipped model was trained on these pages, which its line says. With ``--folds 5`` (needs
lightgbm, takes minutes) mojifix judges each page with a model trained on the pages of other domains
only: that F1, not the one without the option, is to be compared with the peers'.

Columns: ``F1``, word F1 (tokens ``\\w+``, lower case, bag overlap; an empty answer for a page without
content is right), mean over pages; then the same by kind; ``ms``, mean milliseconds a page; ``times``,
how many times as long as mojifix.
"""

from __future__ import annotations

import argparse
import json
import lzma
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any, Final

from peers import version_of

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from word_scores import word_f1  # noqa: E402 - found from the folder of this file

Extractor = Callable[[str], str | None]
Page = dict[str, Any]


def mojifix_clean() -> Extractor:
    """Return mojifix, as it is installed."""
    from mojifix import clean

    return lambda page: clean(page, kind="html").text


def trafilatura_default() -> Extractor:
    """Return trafilatura with its defaults."""
    from trafilatura import extract

    return lambda page: extract(page)


def trafilatura_fast() -> Extractor:
    """Return trafilatura without its fallbacks."""
    from trafilatura import extract

    return lambda page: extract(page, fast=True)


def resiliparse_main() -> Extractor:
    """Return resiliparse, main content only."""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True)


def justext_english() -> Extractor:
    """Return jusText, with its English stop words: most pages are English."""
    import justext

    stops = justext.get_stoplist("English")

    def extract(page: str) -> str:
        paragraphs = justext.justext(page.encode(), stops)
        return "\n".join(part.text for part in paragraphs if not part.is_boilerplate)

    return extract


def readability_summary() -> Extractor:
    """Return readability-lxml; the text of the HTML it gives is taken outside of the clock."""
    from readability import Document

    return lambda page: Document(page).summary()


CONTENDERS: Final[tuple[tuple[str, str, Callable[[], Extractor]], ...]] = (
    ("mojifix", "clean, trained on these", mojifix_clean),
    ("trafilatura", "extract", trafilatura_default),
    ("trafilatura", "fast", trafilatura_fast),
    ("resiliparse", "main_content", resiliparse_main),
    ("jusText", "English", justext_english),
    ("readability-lxml", "summary", readability_summary),
)


def contenders() -> Iterator[tuple[str, Extractor]]:
    """Yield the extractors that are installed, named with their versions."""
    for package, setting, make in CONTENDERS:
        try:
            extractor = make()
        except ImportError:
            print(f"{package}: not installed, left out", file=sys.stderr)
            continue
        yield f"{package} {version_of(package)} {setting}", extractor


def read_pages(folder: Path, every: int) -> list[Page]:
    """Return every so many pages of a folder."""
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for n, line in enumerate(file) if n % every == 0]


def text_of(html: str) -> str:
    """Return the text of a piece of HTML."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(html).text(separator=" ")


class Contest:
    """What one extractor made of the pages so far: F1 by kind, and CPU time in seconds."""

    def __init__(self, name: str, extractor: Extractor) -> None:
        self.name, self._extractor = name, extractor
        self.scores: defaultdict[str, list[float]] = defaultdict(list)
        self.seconds = 0.0

    def warm_up(self, page: Page) -> None:
        """Extract a page without counting it."""
        self._extractor(page["html"])

    def enter(self, page: Page) -> None:
        """Extract a page."""
        started = time.process_time()
        try:
            found = self._extractor(page["html"]) or ""
        except Exception:
            found = ""
        self.seconds += time.process_time() - started
        if found.startswith("<html"):
            found = text_of(found)
        self.scores[page["type"]].append(word_f1(found, page["text"]))


def cross_validated(folder: Path, folds: int) -> dict[str, list[float]]:
    """Return mojifix's F1 of each page, judged by a model trained on other domains."""
    import train_pages

    scores: defaultdict[str, list[float]] = defaultdict(list)
    examples = train_pages.read_examples(folder, folds)
    for kind, f1, _ in train_pages.judged_by_others(examples, folds):
        scores[kind].append(f1)
    return scores


def row(name: str, scores: dict[str, list[float]], kinds: list[str]) -> str:
    """Return the start of a line of the table."""
    overall = mean(f1 for values in scores.values() for f1 in values)
    return f"| {name} | {overall:.3f} | " + " | ".join(f"{mean(scores[k]):.3f}" for k in kinds)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path, help="folder of pages.jsonl.xz")
    parser.add_argument("--every", type=int, default=1, help="take every Nth page (1)")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate mojifix (0: do not)")
    args = parser.parse_args()
    pages = read_pages(args.pages, args.every)
    kinds = sorted({page["type"] for page in pages})
    print(f"Python {platform.python_version()}, {len(pages)} pages\n")
    print(f"| extractor | F1 | {' | '.join(kinds)} | ms | times |")
    print("| --- | ---: |" + " ---: |" * (len(kinds) + 2))
    if args.folds:
        scores = cross_validated(args.pages, args.folds)
        print(row(f"mojifix, {args.folds} folds by domain", scores, kinds) + " | | |", flush=True)
    contests = [Contest(name, extractor) for name, extractor in contenders()]
    for contest in contests:
        contest.warm_up(pages[0])
    for page in pages:
        for contest in contests:
            contest.enter(page)
    for contest in contests:
        mean_ms = 1000 * contest.seconds / len(pages)
        times = contest.seconds / contests[0].seconds
        print(row(contest.name, contest.scores, kinds) + f" | {mean_ms:.1f} | {times:.1f} |")


if __name__ == "__main__":
    main()
