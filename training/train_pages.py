"""Train the model that tells a page's content from what stands around it.

    python training/train_pages.py PAGES src/mojifix/boilerplate/pages/model.json [--folds 5]

PAGES holds ``pages.jsonl.xz``: one JSON object per line with ``html``, ``text`` (the main content),
``domain``, ``type`` and ``id``, and may hold ``LICENSE.txt``, whose first lines go into the header.
A block is labeled content when the main content holds its words (``page_labels``). Names of elements
and words of headings (``content_weights``) and traits of pages (``kind_weights``) are weighed. Then
come two ensembles of gradient-boosted trees (``boosted_trees``); the second sees what the first
thought of the neighborhood. The ensembles are trained on what the weights, and the first of them,
say about domains that they did not see. With ``--folds`` the model is cross-validated by domain and
nothing is written.
"""

from __future__ import annotations

import argparse
import json
import lzma
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp
from pathlib import Path
from typing import Any, Final

import numpy as np
from boosted_trees import fitted_trees
from content_weights import content_weights
from domains import part_of, parted
from kind_weights import kind_weights_of
from model_files import as_json
from page_labels import labels
from word_scores import word_f1

from mojifix.boilerplate.pages.columns.context import context_columns
from mojifix.boilerplate.pages.columns.features import Features, features_of
from mojifix.boilerplate.pages.columns.headings import heading_words
from mojifix.boilerplate.pages.columns.page_kinds import page_traits
from mojifix.boilerplate.pages.judging import judge
from mojifix.boilerplate.pages.model import FORMAT, Model, Weights
from mojifix.boilerplate.trees.column_trees import ColumnTrees
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.html.parsing import parse
from mojifix.layout.page import Page
from mojifix.options import Options
from mojifix.render import text

# Kinds of pages that are few and hard count for more: F1 of products 0.573 to 0.587, of all 0.870 to
# 0.872. With the second ensemble as it is, F1 without is the same (0.8843, 0.8847), of documentation
# 0.929 to 0.933, of collections 0.703 to 0.690.
KIND_WEIGHTS: Final = {
    "product": 2.5, "collection": 2.0, "listing": 2.0, "forum": 1.5, "service": 1.5,
    "documentation": 1.3,
}  # fmt: skip
# Weights and the first ensemble are asked about pages they do not come from, in so many parts.
PARTS: Final = 3
FIRST: Final = {"num_trees": 50, "num_leaves": 16, "learning_rate": 0.12}
# With 16 leaves F1 is 0.8814, with 31 0.8836; 140 trees at 0.07 reach 0.8821.
SECOND: Final = {"num_trees": 110, "num_leaves": 31, "learning_rate": 0.09}
SETTINGS: Final = {
    "objective": "binary", "min_data_in_leaf": 60, "lambda_l2": 5.0, "max_bin": 255,
    "feature_fraction": 0.4, "bagging_fraction": 0.6, "bagging_freq": 1, "verbose": -1, "seed": 7,
    "deterministic": True, "num_threads": 1,
}  # fmt: skip


@dataclass
class Example:
    """One page: features, labels and weights of its blocks."""

    domain: str
    kind: str
    fold: int
    page: Page
    features: Features
    labels: np.ndarray
    truth: str
    weighed: Weights | None = None
    first: np.ndarray = field(default_factory=lambda: np.zeros(0))

    @property
    def weights(self) -> np.ndarray:
        """Return the weight of each block: what it moves its page's F1, the rarer kinds more.

        The root lets short blocks count for more than their words: there are many of them.
        """
        words = np.maximum(1, np.array(self.features.words, dtype=float))
        scale = max(words[self.labels == 1].sum(), 0.25 * words.sum(), 20.0)
        return KIND_WEIGHTS.get(self.kind, 1.0) * np.sqrt(np.minimum(words, 60) / scale)

    def columns(self, *, second: bool = False) -> dict[str, Column]:
        """Return the columns that the first ensemble sees, or the second."""
        assert self.weighed is not None
        columns = self.features.columns | self.weighed.names_of(self.page, self.features)
        if second:
            columns |= context(self.features, self.first)
            columns |= self.weighed.others_of(self.page, self.features)
        return columns

    def around(self) -> Iterator[frozenset[str]]:
        """Yield the parts of the names of all elements around each block."""
        parts_of = self.features.places.parts
        around: list[frozenset[str]] = []
        for names, parent in zip(self.page.names, self.page.parents, strict=True):
            parts = frozenset(parts_of[names])
            around.append(around[parent] | parts if parent >= 0 else parts)
        for home, inner in zip(self.page.homes, self.page.inner_names, strict=True):
            yield around[home] | frozenset(parts_of[inner])


def context(features: Features, logits: np.ndarray) -> dict[str, bytes]:
    """Return the columns of a first judgement."""
    odds = logits.tolist()
    return context_columns(features.places, features.words, odds, [1 / (1 + exp(-x)) for x in odds])


def read_examples(folder: Path, folds: int) -> list[Example]:
    """Parse every page of a folder and label its blocks."""
    examples = []
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            page = parse(row["html"], Options())
            if not page.texts:
                continue
            fold = part_of(row["domain"] or "", folds)
            of_page = page, features_of(page), labels(page.texts, row["text"]), row["text"]
            examples.append(Example(row["domain"] or "", row["type"], fold, *of_page))
    return examples


def weights_from(examples: Sequence[Example]) -> dict[str, Any]:
    """Weigh names, words and traits."""
    labeled = [(example, example.labels.astype(bool)) for example in examples]
    names = content_weights((e.domain, zip(e.around(), own, strict=True)) for e, own in labeled)
    headings = content_weights(
        (e.domain, zip(heading_words(e.page), own, strict=True)) for e, own in labeled
    )
    kinds = kind_weights_of(
        [page_traits(example.page, example.features) for example in examples],
        [example.kind for example in examples],
        [example.domain for example in examples],
    )
    return {"names": names, "headings": headings, "kinds": kinds}


def parts_of(
    examples: Sequence[Example], what: str
) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield each part of the pages, by domain, with the rest of them before it."""
    return parted(examples, [f"{what} {example.domain}" for example in examples], PARTS)


def fit(
    examples: Sequence[Example], size: dict[str, Any], *, second: bool = False
) -> dict[str, Any]:
    """Fit one ensemble."""
    return fitted_trees(
        (example.columns(second=second) for example in examples),
        [example.labels for example in examples],
        [example.weights for example in examples],
        {**SETTINGS, **size},
    )


def train(examples: list[Example]) -> dict[str, Any]:
    """Fit everything; each stage on what the one before says of domains that it did not see."""
    for rest, part in parts_of(examples, "names"):
        weights = Weights.from_dict(weights_from(rest))
        for example in part:
            example.weighed = weights
    for rest, part in parts_of(examples, "part"):
        trees = ColumnTrees.from_dict(fit(rest, FIRST))
        for example in part:
            example.first = np.array(trees.logits(example.columns()))
    return {
        **weights_from(examples),
        "first": fit(examples, FIRST),
        "second": fit(examples, SECOND, second=True),
    }


def score(example: Example, model: Model) -> tuple[float, float]:
    """Return the word F1 of what is kept of a page, and the F1 that was expected."""
    judged = judge(example.page, example.features, Options(), model)
    return word_f1(text(judged.blocks), example.truth), judged.quality or 0.0


def judged_by_others(examples: list[Example], folds: int) -> Iterator[tuple[str, float, float]]:
    """Yield the kind of each page, its word F1 and the F1 expected, by a model of other domains."""
    for fold in range(folds):
        model = Model.from_dict(train([e for e in examples if e.fold != fold]))
        for example in examples:
            if example.fold == fold:
                yield example.kind, *score(example, model)


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print the word F1 by kind of page, each fold judged by a model trained on the others."""
    kinds: defaultdict[str, list[float]] = defaultdict(list)
    pairs = []
    for kind, found, expected in judged_by_others(examples, folds):
        kinds[kind].append(found)
        pairs.append((found, expected))
    print(f"{len(pairs)} pages, mean F1 {statistics.mean(found for found, _ in pairs):.4f}")
    print("  ".join(f"{kind} {statistics.mean(v):.3f}" for kind, v in sorted(kinds.items())))
    ranks = [np.argsort(np.argsort(values)) for values in zip(*pairs, strict=True)]
    print(f"rank correlation of quality with F1: {np.corrcoef(*ranks)[0, 1]:.3f}")


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    examples = read_examples(arguments.pages, arguments.folds or 5)
    if arguments.folds:
        cross_validate(examples, arguments.folds)
        return
    model = train(examples)
    license_file = arguments.pages / "LICENSE.txt"
    header = {
        "format": FORMAT,
        "command": "python training/train_pages.py PAGES src/mojifix/boilerplate/pages/model.json",
        "sources": license_file.read_text(encoding="utf-8").split("\n\n")[0]
        if license_file.exists()
        else "",
    }
    arguments.model.write_text(as_json(header, model), encoding="utf-8", newline="\n")
    print(f"{len(examples)} pages, {arguments.model.stat().st_size} bytes")


if __name__ == "__main__":
    main()
