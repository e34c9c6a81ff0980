"""Fit the weights by which the title of a flat page is chosen among its lines.

    python training/train_titles.py FOLDER FOLDS [--out src/mojifix/boilerplate/lines/titles.json]

FOLDER is that of ``train_flat.py``, with the title of each page; FOLDS holds the models that
``train_flat.py --fold-models`` wrote. Each page is judged by the model that has not seen its domain,
and so are its titles in the figures. What is fitted is the probability of the lines that say the
title's words among all that may be it, page by page.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from domains import part_of
from model_files import as_json
from scipy.optimize import minimize
from train_flat import SOURCES, flat_rows
from word_scores import words_of

from mojifix.boilerplate.cut import best_cut
from mojifix.boilerplate.lines.evidence import views_of
from mojifix.boilerplate.lines.model import Model
from mojifix.boilerplate.lines.regions import regions_of
from mojifix.boilerplate.lines.titles import (
    FORMAT,
    LEAST,
    MEASURES,
    first_sentences,
    title_lines,
)
from mojifix.layout.flat.lines import segment

PENALTY: Final = 1e-3  # of the squares of weights, each in deviations of what is measured


class Page(NamedTuple):
    """The lines of a page that may be its title, one at least.

    Attributes:
        fold: the fold that its domain is in.
        measures: of each line.
        right: whether it says the words of the title.
        same: whether it is the title to the character, but for case and spaces.
    """

    fold: int
    measures: np.ndarray
    right: np.ndarray
    same: np.ndarray


def page_of(flat: str, title: str, fold: int, model: Model) -> Page | None:
    """Measure the lines of a page; None for one without a line that may be its title."""
    views = views_of(segment(flat))
    regions = regions_of(views)
    probabilities = model.probabilities(views, regions)
    cut, _ = best_cut(probabilities, [view.width for view in views])
    sentences = first_sentences(views, regions, probabilities, cut)
    found = dict(title_lines(views, regions, sentences, probabilities)) if sentences else {}
    if not found:
        return None
    texts = [views[i].text for i in found]
    return Page(
        fold,
        np.array(list(found.values()), float),
        np.array([words_of(text) == words_of(title) for text in texts]),
        np.array([folded(text) == folded(title) for text in texts]),
    )


def folded(text: str) -> str:
    """Return a text without what case and spaces tell apart."""
    return " ".join(text.split()).casefold()


def fit(pages: Sequence[Page]) -> np.ndarray:
    """Return the weights that make the right lines of pages likeliest."""
    pages = [page for page in pages if page.right.any()]
    lines = np.vstack([page.measures for page in pages])
    right = np.concatenate([page.right for page in pages])
    counts = [len(page.right) for page in pages]
    starts = np.cumsum([0, *counts[:-1]])
    deviations = lines.std(0)
    lines = lines / deviations

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logits = lines @ weights
        odds = np.exp(logits - np.repeat(np.maximum.reduceat(logits, starts), counts))
        all_odds, of_right = (np.add.reduceat(o, starts) for o in (odds, odds * right))
        wrong = odds / np.repeat(all_odds, counts) - odds * right / np.repeat(of_right, counts)
        value = np.log(all_odds / of_right).mean() + PENALTY * weights @ weights
        return value, wrong @ lines / len(pages) + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(len(MEASURES)), jac=True, method="L-BFGS-B")
    return found.x / deviations


def report(pages: Sequence[Page | None], folds: int) -> str:
    """Count the titles that weights fitted on the other folds choose."""
    counts = {"right": 0, "right but unlikely": 0, "wrong": 0, "none": pages.count(None)}
    known = [page for page in pages if page]
    for fold in range(folds):
        weights = fit([page for page in known if page.fold != fold])
        for page in known:
            if page.fold == fold:
                logits = page.measures @ weights
                best = logits.argmax()
                is_likely = LEAST * np.exp(logits - logits[best]).sum() <= 1
                name = "wrong" if is_likely else "none"
                if page.same[best]:
                    name = "right" if is_likely else "right but unlikely"
                counts[name] += 1
    return str(counts)


def model_file(weights: np.ndarray, pages: int) -> str:
    """Return weights as the text of their file, with a header that says where they come from."""
    header: dict[str, Any] = {
        "format": FORMAT,
        "command": "python training/train_titles.py FOLDER FOLDS --out "
        "src/mojifix/boilerplate/lines/titles.json",
        "sources": SOURCES,
        "pages": pages,
    }
    rounded = [round(weight, 3) for weight in weights.tolist()]
    return as_json(header, {"weights": dict(zip(MEASURES, rounded, strict=True))})


def main() -> None:
    """Count what is right in folds, then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("folds", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    paths = sorted(args.folds.glob("fold-*.json"))
    models = [Model.from_dict(json.loads(path.read_text(encoding="utf-8"))) for path in paths]
    pages = []
    for row, known in flat_rows(args.folder):
        fold = part_of(known["domain"] or "", len(models))
        pages.append(page_of(row["flat"], known["title"], fold, models[fold]))
    print(len(pages), "pages:", report(pages, len(models)))
    if args.out:
        weights = fit([page for page in pages if page])
        args.out.write_text(model_file(weights, len(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
