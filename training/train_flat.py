"""Fit the trees that judge the lines of flat pages.

    python training/train_flat.py FOLDER [--folds 5] [--out src/mojifix/boilerplate/flat_model.json]

FOLDER holds ``pages.jsonl.xz`` (one page a line: id, domain, text, the true content) and
``flat.*.jsonl.xz`` (the same pages flattened: id, flat, and labels, one character for each line:
1 content, 0 not, . blank). Two stages: the second sees what the first says about the lines
around. Folds are by domain, so that no site is in both parts; the first stage's probabilities
that the second is fitted on come from folds, too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from mojifix.boilerplate.evidence import View, views_of
from mojifix.boilerplate.line_features import Column, line_features, smoothed_features
from mojifix.boilerplate.regions import regions_of
from mojifix.boilerplate.selection import best_cut
from mojifix.layout.flat import segment

# Trees of up to eight leaves fit one byte of ``mojifix.boilerplate.trees``.
ROUNDS: Final = 50
SETTINGS: Final = {
    "objective": "binary",
    "learning_rate": 0.25,
    "num_leaves": 8,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbosity": -1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
}


WORD: Final = re.compile(r"\w+")


class Page:
    """A flattened page with the features and labels of its lines."""

    def __init__(self, row: dict[str, Any], truth: dict[str, Any]) -> None:
        self.domain, self.type, self.truth = truth["domain"], row["type"], truth["text"]
        self.views: list[View] = views_of(segment(row["flat"]))
        self.rows = as_rows(line_features(self.views, regions_of(self.views)))
        starts = np.cumsum([0] + [len(line) + 1 for line in row["flat"].split("\n")])
        numbers = np.searchsorted(starts, [view.start for view in self.views], "right") - 1
        self.labels = np.array([row["labels"][n] == "1" for n in numbers])
        self.sizes = [len(words(view.text)) for view in self.views]
        self.first = np.zeros(len(self.views))

    @property
    def weights(self) -> np.ndarray:
        """Long lines count more, and each page about the same."""
        weights = np.sqrt(np.array(self.sizes) + 1.0)
        return weights / np.sqrt(weights.sum())

    def second_rows(self) -> np.ndarray:
        """Features of the second stage."""
        return np.hstack([self.rows, as_rows(smoothed_features(self.views, self.first.tolist()))])


def as_rows(columns: list[Column]) -> np.ndarray:
    """Turn columns into a row for each line."""
    return np.array(columns, np.float32).T if columns else np.zeros((0, 0), np.float32)


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


def fit(blocks: list[np.ndarray], pages: list[Page]) -> lightgbm.Booster:
    """Fit one stage."""
    data = lightgbm.Dataset(
        np.vstack(blocks),
        np.concatenate([page.labels for page in pages]),
        weight=np.concatenate([page.weights for page in pages]),
        free_raw_data=True,
    )
    return lightgbm.train(SETTINGS, data, ROUNDS)


def fit_both(pages: list[Page], inner: int) -> tuple[lightgbm.Booster, lightgbm.Booster]:
    """Fit both stages; the second on what the first says about pages it has not seen."""
    for k in range(inner):
        rest = [page for page in pages if fold_of(page.domain + "/inner", inner) != k]
        first = fit([page.rows for page in rest], rest)
        for page in pages:
            if fold_of(page.domain + "/inner", inner) == k:
                page.first = first.predict(page.rows)
    second = fit([page.second_rows() for page in pages], pages)
    first = fit([page.rows for page in pages], pages)
    return first, second


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


def as_lists(booster: lightgbm.Booster) -> dict[str, list[Any]]:
    """Write the trees as ``Trees.from_dict`` reads them."""
    trees: dict[str, list[Any]] = {
        name: [] for name in ("features", "cuts", "below", "above", "leaves")
    }
    for info in booster.dump_model()["tree_info"]:
        nodes: dict[str, list[Any]] = {name: [] for name in trees}
        number(info["tree_structure"], nodes)
        for name, values in nodes.items():
            trees[name].append(values)
    return trees


def number(node: dict[str, Any], nodes: dict[str, list[Any]]) -> int:
    """Give numbers to a node and all below it; return its own."""
    if "leaf_value" in node:
        nodes["leaves"].append(round(node["leaf_value"], 4))
        return -len(nodes["leaves"])
    here = len(nodes["features"])
    nodes["features"].append(node["split_feature"])
    nodes["cuts"].append(float(f"{node['threshold']:.5g}"))
    nodes["below"].append(0)
    nodes["above"].append(0)
    nodes["below"][here] = number(node["left_child"], nodes)
    nodes["above"][here] = number(node["right_child"], nodes)
    return here


def as_json(first: lightgbm.Booster, second: lightgbm.Booster, pages: int) -> str:
    """Write both stages with a header that says where they come from."""
    trees = {"first": as_lists(first), "second": as_lists(second)}
    header = {
        "format": "mojifix-flat/1",
        "command": "python training/train_flat.py FOLDER --out "
        "src/mojifix/boilerplate/flat_model.json",
        "sources": "WCXB: Web Content eXtraction Benchmark, v1.0, flattened two ways\n"
        "Copyright (c) 2026 Murrough Foley\n"
        "Licensed under the Creative Commons Attribution 4.0 International License (CC-BY-4.0):\n"
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        "pages": pages,
        "digest": hashlib.sha256(json.dumps(trees).encode()).hexdigest(),
    }
    return json.dumps({**header, **trees}, separators=(",", ":")) + "\n"


def main() -> None:
    """Score in folds, then fit on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--inner", type=int, default=2)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--fold-models", type=Path, help="a folder for the model of each fold")
    args = parser.parse_args()
    pages = read(args.folder, args.every)
    print(len(pages), "pages,", sum(len(page.views) for page in pages), "lines", flush=True)
    scored, one, two = [], [], []
    for k in range(args.folds):
        rest = [page for page in pages if fold_of(page.domain, args.folds) != k]
        held = [page for page in pages if fold_of(page.domain, args.folds) == k]
        first, second = fit_both(rest, args.inner)
        if args.fold_models:
            (args.fold_models / f"fold-{k}.json").write_text(as_json(first, second, len(rest)))
        for page in held:
            page.first = first.predict(page.rows)
            scored.append(page)
            one.append(word_f1(page, page.first))
            two.append(word_f1(page, second.predict(page.second_rows())))
        print(f"fold {k}: {report(scored[-len(held) :], two[-len(held) :])}", flush=True)
    if scored:
        print("first stage ", report(scored, one))
        print("second stage", report(scored, two))
    if args.out:
        first, second = fit_both(pages, args.inner)
        args.out.write_text(as_json(first, second, len(pages)))


if __name__ == "__main__":
    main()
