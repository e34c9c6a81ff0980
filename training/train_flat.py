"""Fit the model that judges the lines of flat pages: weights of words, and trees.

    python training/train_flat.py FOLDER [--folds 5] [--out src/mojifix/boilerplate/lines/model.json]

FOLDER holds ``pages.jsonl.xz`` (one page a line: id, domain, text, the true content) and
``flat.*.jsonl.xz`` (the same pages flattened: id, flat, and labels, one character for each line:
1 content, 0 not, . blank). Two stages: the second sees what the first says about the lines
around. Folds are by domain, so that no site is in both parts; the weights of words and the first
stage's probabilities that the trees are fitted on come from folds, too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from train_pages import as_trees

from mojifix.boilerplate.lines.context import context_columns
from mojifix.boilerplate.lines.cut import best_cut
from mojifix.boilerplate.lines.evidence import View, views_of
from mojifix.boilerplate.lines.model import FORMAT, line_columns
from mojifix.boilerplate.lines.outline import outline_of
from mojifix.boilerplate.lines.regions import regions_of
from mojifix.boilerplate.lines.words import LOWEST, MOST_WORDS, NEUTRAL, word_columns
from mojifix.boilerplate.trees.column_trees import ColumnTrees
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.flat import segment

FIRST: Final = {"num_trees": 40, "num_leaves": 12, "learning_rate": 0.2}
SECOND: Final = {"num_trees": 75, "num_leaves": 16, "learning_rate": 0.13}
SETTINGS: Final = {
    "objective": "binary", "min_data_in_leaf": 80, "lambda_l2": 5.0, "max_bin": 255,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "verbosity": -1,
    "seed": 1, "deterministic": True, "num_threads": 1,
}  # fmt: skip
# Of the logarithm of odds, to which leaves are rounded: a few dozen values are quick to add up, and
# what the leaves of 75 trees are rounded by is 0.08 together.
STEP: Final = 1 / 32
# Parts of the pages that each judge what the others were fitted on.
PARTS: Final = 3
# A word is weighed when it stands on pages of this many domains, and tells this much (steps of a
# natural unit of log odds each). A page counts a word so often at most.
DOMAINS: Final = 6
TELLING: Final = 8
STEPS: Final = 24
MOST_OF_PAGE: Final = 3

WORD: Final = re.compile(r"\w+")


class Page:
    """A flattened page with the features and labels of its lines."""

    def __init__(self, row: dict[str, Any], truth: dict[str, Any]) -> None:
        self.domain, self.type, self.truth = truth["domain"], row["type"], truth["text"]
        self.views: list[View] = views_of(segment(row["flat"]))
        self.outline = outline_of(self.views)
        self.columns = line_columns(self.outline, regions_of(self.views))
        self.lines = self.outline.words
        starts = np.cumsum([0] + [len(line) + 1 for line in row["flat"].split("\n")])
        numbers = np.searchsorted(starts, [view.start for view in self.views], "right") - 1
        self.labels = np.array([row["labels"][n] == "1" for n in numbers])
        self.sizes = [len(words(view.text)) for view in self.views]
        self.weighed: dict[str, Column] = {}
        self.first = np.zeros(len(self.views))

    @property
    def weights(self) -> np.ndarray:
        """Long lines count more, and each page about the same."""
        weights = np.sqrt(np.array(self.sizes) + 1.0)
        return weights / np.sqrt(weights.sum())

    def first_columns(self) -> dict[str, Column]:
        """Features of the first stage."""
        return self.columns | self.weighed

    def second_columns(self) -> dict[str, Column]:
        """Features of the second stage."""
        return self.first_columns() | context_columns(self.outline, self.first.tolist())


def words(text: str) -> list[str]:
    """Count words as the scorer does."""
    return WORD.findall(text.lower())


def fold_of(domain: str, folds: int) -> int:
    """Put a domain into a fold, the same everywhere."""
    return int(hashlib.sha256((domain or "").encode()).hexdigest(), 16) % folds


def read(folder: Path, every: int) -> list[Page]:
    """Read the pages in all flattenings there are."""
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as file:
        truth = {}
        for line in file:
            page = json.loads(line)
            truth[page["id"]] = {"domain": page["domain"], "text": page["text"]}
    pages = []
    for path in sorted(folder.glob("flat.*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            rows = (json.loads(line) for n, line in enumerate(file) if n % every == 0)
            pages += [Page(row, truth[row["id"]]) for row in rows if row["flat"].strip()]
    return pages


def weights_of(pages: Sequence[Page]) -> dict[str, int]:
    """Weigh the words of short lines by how much more often they stand in content."""
    seen: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    domains: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        of_page: tuple[Counter[str], Counter[str]] = Counter(), Counter()
        for line, is_content in zip(page.lines, page.labels, strict=True):
            of_page[int(is_content)].update(set(line.split()[:MOST_WORDS]))
        for total, counts in zip(seen, of_page, strict=True):
            for word, count in counts.items():
                total[word] += min(count, MOST_OF_PAGE)
                domains[word].add(page.domain)
    outside, within = seen
    level = log(within.total() / outside.total())
    weights = {
        word: NEUTRAL + round(STEPS * (log((within[word] + 1) / (outside[word] + 1)) - level))
        for word, found in sorted(domains.items())
        if len(found) >= DOMAINS
    }
    return {
        word: max(LOWEST, min(255, weight))
        for word, weight in weights.items()
        if abs(weight - NEUTRAL) >= TELLING
    }


def weigh_words(pages: Sequence[Page], weights: Mapping[str, int]) -> None:
    """Give pages the columns of their words."""
    for page in pages:
        page.weighed = word_columns(page.lines, weights)


def fit(rows: Sequence[dict[str, Column]], pages: Sequence[Page], size: dict[str, Any]) -> dict:
    """Fit one ensemble of trees."""
    blocks = [np.array([np.frombuffer(c, np.uint8) for c in row.values()]).T for row in rows]
    data = lightgbm.Dataset(
        np.vstack(blocks),
        np.concatenate([page.labels for page in pages]),
        weight=np.concatenate([page.weights for page in pages]),
        feature_name=list(rows[0]),
    )
    return as_trees(lightgbm.train({**SETTINGS, **size}, data), step=STEP)


def parted(pages: Sequence[Page], what: str) -> Iterator[tuple[list[Page], list[Page]]]:
    """Give each part of the pages, by domain, with the rest of them before it."""
    numbers = [fold_of(f"{page.domain}/{what}", PARTS) for page in pages]
    for part in range(PARTS):
        rest = [page for page, number in zip(pages, numbers, strict=True) if number != part]
        yield rest, [page for page, number in zip(pages, numbers, strict=True) if number == part]


def judge(pages: Sequence[Page], trees: ColumnTrees, *, second: bool = False) -> list[np.ndarray]:
    """Return the probabilities of the lines of pages."""
    rows = (page.second_columns() if second else page.first_columns() for page in pages)
    return [1.0 / (1.0 + np.exp(-np.array(trees.logits(row)))) for row in rows]


def train(pages: list[Page]) -> dict[str, Any]:
    """Fit everything; each stage on what the one before says about domains it has not seen."""
    for rest, part in parted(pages, "words"):
        weigh_words(part, weights_of(rest))
    rows = [page.first_columns() for page in pages]
    row_of = {id(page): row for page, row in zip(pages, rows, strict=True)}
    for rest, part in parted(pages, "inner"):
        trees = ColumnTrees.from_dict(fit([row_of[id(page)] for page in rest], rest, FIRST))
        for page, found in zip(part, judge(part, trees), strict=True):
            page.first = found
    first = fit(rows, pages, FIRST)
    second = fit([page.second_columns() for page in pages], pages, SECOND)
    return {"words": weights_of(pages), "first": first, "second": second}


def word_f1(page: Page, probabilities: np.ndarray) -> float:
    """Score a page as shared with everyone else: F1 of its bag of words."""
    cut, _ = best_cut(probabilities.tolist(), page.sizes)
    kept = [v.text for v, p in zip(page.views, probabilities, strict=True) if p >= cut]
    found, true = Counter(words(" ".join(kept))), Counter(words(page.truth))
    both = sum((found & true).values())
    return 2 * both / max(found.total() + true.total(), 1)


def report(pages: list[Page], scores: list[float]) -> str:
    """Mean score, by type of page."""
    types = sorted({page.type for page in pages})
    by_type = {
        t: np.mean([s for page, s in zip(pages, scores, strict=True) if page.type == t])
        for t in types
    }
    return f"{np.mean(scores):.4f} " + " ".join(f"{t}={s:.3f}" for t, s in by_type.items())


def as_json(model: dict[str, Any], pages: int) -> str:
    """Write a model with a header that says where it comes from."""
    header = {
        "format": FORMAT,
        "command": "python training/train_flat.py FOLDER --out "
        "src/mojifix/boilerplate/lines/model.json",
        "sources": "WCXB: Web Content eXtraction Benchmark, v1.0, flattened two ways\n"
        "Copyright (c) 2026 Murrough Foley\n"
        "Licensed under the Creative Commons Attribution 4.0 International License (CC-BY-4.0):\n"
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        "pages": pages,
        "digest": hashlib.sha256(json.dumps(model).encode()).hexdigest(),
    }
    return json.dumps({**header, **model}, separators=(",", ":"), ensure_ascii=False) + "\n"


def main() -> None:
    """Score in folds, then fit on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--fold-models", type=Path, help="a folder for the model of each fold")
    args = parser.parse_args()
    pages = read(args.folder, args.every)
    print(len(pages), "pages,", sum(len(page.views) for page in pages), "lines", flush=True)
    scored, scores = [], []
    for k in range(args.folds):
        rest = [page for page in pages if fold_of(page.domain, args.folds) != k]
        held = [page for page in pages if fold_of(page.domain, args.folds) == k]
        model = train(rest)
        if args.fold_models:
            text = as_json(model, len(rest))
            (args.fold_models / f"fold-{k}.json").write_text(text, encoding="utf-8")
        weigh_words(held, model["words"])
        first, second = (ColumnTrees.from_dict(model[stage]) for stage in ("first", "second"))
        for page, found in zip(held, judge(held, first), strict=True):
            page.first = found
        scored += held
        scores += map(word_f1, held, judge(held, second, second=True))
        print(f"fold {k}: {report(held, scores[-len(held) :])}", flush=True)
    if scored:
        print(report(scored, scores))
    if args.out:
        args.out.write_text(as_json(train(pages), len(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
