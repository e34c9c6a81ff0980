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
import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, starmap
from pathlib import Path
from typing import Any, Final

import numpy as np
from boosted_trees import fitted_trees
from content_weights import content_weights
from domains import parted
from model_files import as_json
from word_scores import word_f1, words_of

from mojifix.boilerplate.cut import best_cut
from mojifix.boilerplate.lines.columns import (
    LOWEST,
    context_columns,
    line_columns,
    word_columns,
)
from mojifix.boilerplate.lines.evidence import View, views_of
from mojifix.boilerplate.lines.model import FORMAT
from mojifix.boilerplate.lines.outline import outline_of
from mojifix.boilerplate.lines.regions import regions_of
from mojifix.boilerplate.trees.column_trees import ColumnTrees
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.flat.lines import segment

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
SOURCES: Final = (
    "WCXB: Web Content eXtraction Benchmark, v1.0, flattened two ways\n"
    "Copyright (c) 2026 Murrough Foley\n"
    "Licensed under the Creative Commons Attribution 4.0 International License (CC-BY-4.0):\n"
    "https://creativecommons.org/licenses/by/4.0/legalcode"
)
# Parts of the pages that each judge what the others were fitted on.
PARTS: Final = 3


class Page:
    """A flattened page with the features and labels of its lines."""

    def __init__(self, row: dict[str, Any], known: dict[str, Any]) -> None:
        self.domain, self.type, self.truth = known["domain"], row["type"], known["text"]
        self.views: list[View] = views_of(segment(row["flat"]))
        self.outline = outline_of(self.views)
        self.columns = line_columns(self.outline, regions_of(self.views))
        self.lines = self.outline.words
        starts = np.cumsum([0] + [len(line) + 1 for line in row["flat"].split("\n")])
        numbers = np.searchsorted(starts, [view.start for view in self.views], "right") - 1
        self.labels = np.array([row["labels"][n] == "1" for n in numbers])
        self.sizes = [len(words_of(view.text)) for view in self.views]
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


def flat_rows(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield the pages in all flattenings there are, each with what is known of the page."""
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as file:
        known = {page["id"]: page | {"html": ""} for page in map(json.loads, file)}
    for path in sorted(folder.glob("flat.*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from (
                (row, known[row["id"]]) for row in map(json.loads, file) if row["flat"].strip()
            )


def weights_of(pages: Sequence[Page]) -> dict[str, int]:
    """Weigh the words of short lines by how much more often they stand in content."""
    labeled = (
        (page.domain, zip(map(set, map(str.split, page.lines)), page.labels, strict=True))
        for page in pages
    )
    return content_weights(labeled, lowest=LOWEST)


def weigh_words(pages: Sequence[Page], weights: Mapping[str, int]) -> None:
    """Give pages the columns of their words."""
    for page in pages:
        page.weighed = word_columns(page.lines, weights)


def fit(rows: Sequence[dict[str, Column]], pages: Sequence[Page], size: dict[str, Any]) -> dict:
    """Fit one ensemble of trees."""
    return fitted_trees(
        rows,
        [page.labels for page in pages],
        [page.weights for page in pages],
        {**SETTINGS, **size},
        step=STEP,
    )


def parts_of(pages: Sequence[Page], what: str) -> Iterator[tuple[list[Page], list[Page]]]:
    """Yield each part of the pages, by domain, with the rest of them before it."""
    return parted(pages, [f"{page.domain}/{what}" for page in pages], PARTS)


def judge(pages: Sequence[Page], trees: ColumnTrees, *, second: bool = False) -> list[np.ndarray]:
    """Return the probabilities of the lines of pages."""
    rows = (page.second_columns() if second else page.first_columns() for page in pages)
    return [1.0 / (1.0 + np.exp(-np.array(trees.logits(row)))) for row in rows]


def train(pages: list[Page]) -> dict[str, Any]:
    """Fit everything; each stage on what the one before says about domains it has not seen."""
    for rest, part in parts_of(pages, "words"):
        weigh_words(part, weights_of(rest))
    rows = [page.first_columns() for page in pages]
    row_of = {id(page): row for page, row in zip(pages, rows, strict=True)}
    for rest, part in parts_of(pages, "inner"):
        trees = ColumnTrees.from_dict(fit([row_of[id(page)] for page in rest], rest, FIRST))
        for page, found in zip(part, judge(part, trees), strict=True):
            page.first = found
    first = fit(rows, pages, FIRST)
    second = fit([page.second_columns() for page in pages], pages, SECOND)
    return {"words": weights_of(pages), "first": first, "second": second}


def score(page: Page, probabilities: np.ndarray) -> float:
    """Return the word F1 of the lines that are kept by their probabilities alone."""
    cut, _ = best_cut(probabilities.tolist(), page.sizes)
    kept = [v.text for v, p in zip(page.views, probabilities, strict=True) if p >= cut]
    return word_f1(" ".join(kept), page.truth)


def report(pages: list[Page], scores: list[float]) -> str:
    """Mean score, by type of page."""
    types = sorted({page.type for page in pages})
    by_type = {
        t: np.mean([s for page, s in zip(pages, scores, strict=True) if page.type == t])
        for t in types
    }
    return f"{np.mean(scores):.4f} " + " ".join(f"{t}={s:.3f}" for t, s in by_type.items())


def model_file(model: dict[str, Any], pages: int) -> str:
    """Return a model as the text of its file, with a header that says where it comes from."""
    header = {
        "format": FORMAT,
        "command": "python training/train_flat.py FOLDER --out "
        "src/mojifix/boilerplate/lines/model.json",
        "sources": SOURCES,
        "pages": pages,
    }
    return as_json(header, model)


def cross_validate(pages: list[Page], folds: int, models: Path | None) -> None:
    """Print the word F1 of pages, each fold judged by a model trained on the others.

    Args:
        pages: all pages.
        folds: their number.
        models: a folder for the model of each fold.
    """
    domains = [page.domain or "" for page in pages]
    scored, scores = [], []
    for fold, (rest, held) in enumerate(parted(pages, domains, folds)):
        model = train(rest)
        if models:
            text = model_file(model, len(rest))
            (models / f"fold-{fold}.json").write_text(text, encoding="utf-8")
        weigh_words(held, model["words"])
        first, second = (ColumnTrees.from_dict(model[stage]) for stage in ("first", "second"))
        for page, found in zip(held, judge(held, first), strict=True):
            page.first = found
        scored += held
        scores += map(score, held, judge(held, second, second=True))
        print(f"fold {fold}: {report(held, scores[-len(held) :])}", flush=True)
    print(report(scored, scores))


def main() -> None:
    """Score in folds, then fit on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--fold-models", type=Path, help="a folder for the model of each fold")
    args = parser.parse_args()
    pages = list(starmap(Page, islice(flat_rows(args.folder), 0, None, args.every)))
    print(len(pages), "pages,", sum(len(page.views) for page in pages), "lines", flush=True)
    if args.folds:
        cross_validate(pages, args.folds, args.fold_models)
    if args.out:
        args.out.write_text(model_file(train(pages), len(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
