"""Train the model that tells a page's content from what stands around it.

    python training/train_pages.py PAGES src/mojifix/boilerplate/page_model.json [--folds 5]

PAGES holds ``pages.jsonl.xz``: one JSON object per line with ``html``, ``text`` (the main content),
``domain``, ``type`` and ``id``, and may hold ``LICENSE.txt``, whose first lines go into the header.
A block is labeled content when the words of the main content hold it (``label``). Two ensembles of
gradient-boosted trees (LightGBM): the second sees what the first thought of the neighborhood, on
folds it was not trained on. With ``--folds`` the model is cross-validated by domain and nothing is
written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import statistics
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from mojifix.boilerplate.page_features import Places, first_rows, second_rows
from mojifix.boilerplate.selection import best_cut
from mojifix.layout.html import parse
from mojifix.options import Options

FORMAT: Final = "mojifix-pages/1"
WORD: Final = re.compile(r"\w+")
FIRST: Final = {"num_trees": 50, "num_leaves": 16}
SECOND: Final = {"num_trees": 80, "num_leaves": 20}
SETTINGS: Final = {
    "objective": "binary", "learning_rate": 0.12, "min_data_in_leaf": 60, "lambda_l2": 5.0,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "verbose": -1, "seed": 7,
    "deterministic": True, "num_threads": 2,
}  # fmt: skip


@dataclass
class Example:
    """One page: features, labels and weights of its blocks."""

    name: str
    kind: str
    fold: int
    page: Any
    places: Any
    rows: list[list[float]]
    labels: np.ndarray
    truth: str
    first: np.ndarray = field(default_factory=lambda: np.zeros(0))

    @property
    def weights(self) -> np.ndarray:
        """Return the weight of each block: its words, with each page counting about the same."""
        words = np.maximum(1, np.array(self.places.words, dtype=float))
        return np.sqrt(words) * 30 / np.sqrt(words.sum() + 1)


def label(texts: list[str], truth: str) -> np.ndarray:
    """Return 1 for the texts that are part of the truth, 0 for the others.

    A text of four words or more is when half of its words lie in runs of four that the truth holds;
    a shorter one when it is a line of the truth, or stands in it beside its neighbor.
    """
    words = [WORD.findall(text.lower()) for text in texts]
    whole = " " + " ".join(WORD.findall(truth.lower())) + " "
    lines = Counter(" ".join(WORD.findall(line.lower())) for line in truth.split("\n"))
    held = WORD.findall(truth.lower())
    runs = {tuple(held[n : n + 4]) for n in range(len(held) - 3)}
    labels = np.zeros(len(texts))
    used: Counter[str] = Counter()
    for n, found in enumerate(words):
        joined = " ".join(found)
        if len(found) >= 4:
            covered = [False] * len(found)
            for k in range(len(found) - 3):
                if tuple(found[k : k + 4]) in runs:
                    covered[k : k + 4] = [True] * 4
            content = sum(covered) >= 0.5 * len(found) or f" {joined} " in whole
        elif found:
            before = words[n - 1][-3:] if n else []
            after = words[n + 1][:3] if n + 1 < len(words) else []
            beside = any(
                near and f" {' '.join(pair)} " in whole
                for near, pair in ((before, before + found), (after, found + after))
            )
            content = beside or joined in lines
        else:
            content = False
        if content and used[joined] < max(1, whole.count(f" {joined} ")):
            used[joined] += 1
            labels[n] = 1
    return labels


def read_examples(folder: Path, folds: int) -> list[Example]:
    """Parse every page of a folder and label its blocks."""
    examples = []
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            page = parse(row["html"], Options())
            places = Places(page)
            domain = (row["domain"] or row["id"]).encode()
            fold = int(hashlib.sha256(domain).hexdigest(), 16) % folds
            labels = label([block.text for block in page.blocks], row["text"])
            examples.append(
                Example(
                    row["id"],
                    row["type"],
                    fold,
                    page,
                    places,
                    first_rows(page, places),
                    labels,
                    row["text"],
                )
            )
    return examples


def fit(examples: list[Example], rows: list[np.ndarray], size: dict[str, int]) -> lightgbm.Booster:
    """Fit one ensemble."""
    x = np.vstack([r for r in rows if len(r)])
    y = np.concatenate([e.labels for e in examples])
    w = np.concatenate([e.weights for e in examples])
    data = lightgbm.Dataset(x, y, weight=w)
    return lightgbm.train({**SETTINGS, "num_leaves": size["num_leaves"]}, data, size["num_trees"])


def train(examples: list[Example]) -> tuple[lightgbm.Booster, lightgbm.Booster]:
    """Fit both ensembles; the second on probabilities from folds the first did not see."""
    rows = [np.array(e.rows, dtype=np.float32) for e in examples]
    halves = [int(hashlib.sha256(e.name.encode()).hexdigest(), 16) % 2 for e in examples]
    for half in (0, 1):
        seen = [n for n, h in enumerate(halves) if h != half]
        model = fit([examples[n] for n in seen], [rows[n] for n in seen], FIRST)
        for n, h in enumerate(halves):
            if h == half:
                examples[n].first = model.predict(rows[n]) if len(rows[n]) else np.zeros(0)
    second = [
        np.array(second_rows(e.page, e.places, e.rows, e.first.tolist()), dtype=np.float32)
        for e in examples
    ]
    return fit(examples, rows, FIRST), fit(examples, second, SECOND)


def predict(models: tuple[lightgbm.Booster, lightgbm.Booster], example: Example) -> list[float]:
    """Return the probabilities of a page's blocks."""
    if not example.rows:
        return []
    first = models[0].predict(np.array(example.rows, dtype=np.float32)).tolist()
    second = second_rows(example.page, example.places, example.rows, first)
    return list(models[1].predict(np.array(second, dtype=np.float32)))


def score(example: Example, probabilities: list[float]) -> tuple[float, float]:
    """Return the word F1 of the selected blocks and the F1 that was expected."""
    cut, quality = best_cut(probabilities, example.places.words)
    kept = [b.text for b, p in zip(example.page.blocks, probabilities, strict=True) if p >= cut]
    found = Counter(WORD.findall("\n".join(kept).lower()))
    truth = Counter(WORD.findall(example.truth.lower()))
    if not truth or not found:
        return float(not truth and not found), quality
    both = sum((found & truth).values())
    return 2 * both / (sum(found.values()) + sum(truth.values())), quality


def as_trees(model: lightgbm.Booster) -> dict[str, list[list[float]]]:
    """Return an ensemble as plain numbers, in the form of ``mojifix.boilerplate.trees``."""
    trees: dict[str, list[list[float]]] = {
        name: [] for name in ("features", "cuts", "below", "above", "leaves")
    }
    for info in model.dump_model()["tree_info"]:
        nodes: list[dict[str, Any]] = []
        leaves: list[float] = []
        _number(info["tree_structure"], nodes, leaves)
        trees["features"].append([node["feature"] for node in nodes])
        trees["cuts"].append([float(f"{node['threshold']:.5g}") for node in nodes])
        trees["below"].append([node["left"] for node in nodes])
        trees["above"].append([node["right"] for node in nodes])
        trees["leaves"].append([round(leaf, 4) for leaf in leaves])
    return trees


def _number(tree: dict[str, Any], nodes: list[dict[str, Any]], leaves: list[float]) -> int:
    if "leaf_value" in tree:
        leaves.append(tree["leaf_value"])
        return ~(len(leaves) - 1)
    node = {"feature": tree["split_feature"], "threshold": tree["threshold"]}
    nodes.append(node)
    index = len(nodes) - 1
    node["left"] = _number(tree["left_child"], nodes, leaves)
    node["right"] = _number(tree["right_child"], nodes, leaves)
    return index


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print the word F1 of each fold, trained on the others."""
    kinds: defaultdict[str, list[float]] = defaultdict(list)
    pairs = []
    for fold in range(folds):
        models = train([e for e in examples if e.fold != fold])
        for example in (e for e in examples if e.fold == fold):
            pair = score(example, predict(models, example))
            kinds[example.kind].append(pair[0])
            pairs.append(pair)
        print(f"fold {fold}: mean so far {statistics.mean(f1 for f1, _ in pairs):.4f}", flush=True)
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
    first, second = train(examples)
    trees = {"first": as_trees(first), "second": as_trees(second)}
    license_file = arguments.pages / "LICENSE.txt"
    header = {
        "format": FORMAT,
        "command": "python training/train_pages.py PAGES src/mojifix/boilerplate/page_model.json",
        "sources": license_file.read_text(encoding="utf-8").split("\n\n")[0]
        if license_file.exists()
        else "",
        "digest": hashlib.sha256(json.dumps(trees).encode()).hexdigest(),
    }
    text = json.dumps({**header, **trees}, separators=(",", ":"))
    arguments.model.write_text(text + "\n", encoding="utf-8")
    print(f"{len(examples)} pages, {len(text)} bytes")


if __name__ == "__main__":
    main()
