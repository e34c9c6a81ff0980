"""Fit how likely a repair is right to repairs whose truth is known.

    python training/calibration_cases.py TEXTS CASES.jsonl
    python training/train_calibration.py CASES.jsonl [--out src/mojifix/mojibake/certainty.json]

For guesses and for what is read off a logistic regression each over
``mojifix.mojibake.certainty.signs``, and what its odds come to: of repairs in groups of equal odds,
how many are right, made monotone by pooling neighbors that violate it (Zadrozny and Elkan,
"Transforming classifier scores into accurate multiclass probability estimates", 2002). Prints, for bins
of what is stated, how many repairs are right: by models fitted without the language of the repair, five
folds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np

from mojifix.mojibake.certainty import MOST_WORD, is_change_of_encoding, signs
from mojifix.mojibake.edits import Edit

FOLDS: Final = 5
GROUP: Final = 400  # cases of about equal odds
PENALTY: Final = 1.0  # of the squared weights
ROUNDS: Final = 12
BINS: Final = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.0)

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


def edit_of(row: dict[str, Any]) -> Edit:
    """Return the edit of a case."""
    values = {field.name: row[field.name] for field in fields(Edit)}
    return Edit(**values | {"steps": tuple(row["steps"])})


def fitted(table: Matrix, right: Vector) -> Vector:
    """Return the weights of a logistic regression, by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        stated = predicted(table, weights)
        slope = table.T @ (right - stated) - PENALTY * weights
        curve = (table * (stated * (1 - stated))[:, None]).T @ table
        weights += np.linalg.solve(curve + PENALTY * np.eye(len(weights)), slope)
    return weights


def predicted(table: Matrix, weights: Vector) -> Vector:
    """Return the probability of each row."""
    return 1 / (1 + np.exp(-table @ weights))


def knots(odds: Vector, right: Vector) -> list[tuple[float, float]]:
    """Return what some log odds come to, as points of a rising line."""
    order = np.argsort(odds, kind="stable")
    pools: list[list[float]] = []  # odds and right cases, summed, and how many cases
    for part in np.array_split(order, max(2, len(order) // GROUP)):
        pools.append([odds[part].sum(), right[part].sum(), len(part)])
        while len(pools) > 1 and share(pools[-2]) >= share(pools[-1]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(pool[0] / pool[2], share(pool)) for pool in pools]


def share(pool: list[float]) -> float:
    """Return how many of the cases of a pool are likely right, by Krichevsky and Trofimov."""
    _, hits, count = pool
    return (hits + 0.5) / (count + 1)


def stated_by(points: list[tuple[float, float]], odds: Vector) -> Vector:
    """Return the probabilities that some log odds come to."""
    return np.interp(odds, *zip(*points, strict=True))


def out_of_fold(table: Matrix, right: Vector, fold: Vector) -> Vector:
    """Return the log odds of each row by weights fitted without its fold."""
    odds = np.zeros(len(right))
    for part in set(fold.tolist()):
        weights = fitted(table[fold != part], right[fold != part])
        odds[fold == part] = table[fold == part] @ weights
    return odds


def cross_validated(table: Matrix, right: Vector, fold: Vector) -> Vector:
    """Return what is stated of each row by a model fitted without its fold."""
    stated = np.zeros(len(right))
    for part in range(FOLDS):
        rest = fold != part
        points = knots(out_of_fold(table[rest], right[rest], fold[rest]), right[rest])
        weights = fitted(table[rest], right[rest])
        stated[~rest] = stated_by(points, table[~rest] @ weights)
    return stated


def reliability(stated: Vector, right: Vector) -> str:
    """Return, for each bin, how many there are, what they state and how many are right."""
    lines = [f"{'from':>6} {'cases':>6} {'stated':>7} {'right':>7}"]
    for low, high in pairwise(BINS):
        inside = (stated >= low) & ((stated < high) | (high == BINS[-1]))
        if inside.any():
            shares = f"{stated[inside].mean():7.4f} {right[inside].mean():7.4f}"
            lines.append(f"{low:6} {inside.sum():6} {shares}")
    return "\n".join(lines)


def model(names: list[str], table: Matrix, right: Vector, fold: Vector) -> dict[str, Any]:
    """Return the weights of the signs, and what the odds by them come to."""
    weights = fitted(table, right)
    points = knots(out_of_fold(table, right, fold), right)
    return {
        "weights": {name: round(each, 4) for name, each in zip(names, weights, strict=True)},
        "levels": [[round(odds, 4), round(share, 6)] for odds, share in points],
    }


def main() -> None:
    """Fit, cross-validate by language and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    data = arguments.cases.read_bytes()
    rows = [
        row for row in map(json.loads, data.splitlines()) if is_change_of_encoding(edit_of(row))
    ]
    found = [signs(edit_of(row), row["before"], row["word"][:MOST_WORD]) for row in rows]
    table = np.array([list(each.values()) for each in found])
    right = np.array([float(row["right"]) for row in rows])
    languages = sorted({row["language"] for row in rows})
    fold = np.array([languages.index(row["language"]) % FOLDS for row in rows])
    guessed = np.array([bool(row["guessed"]) for row in rows])
    stated = np.zeros(len(rows))
    models: dict[str, Any] = {}
    for name, kind in (("read off", ~guessed), ("guessed", guessed)):
        stated[kind] = cross_validated(table[kind], right[kind], fold[kind])
        print(name, reliability(stated[kind], right[kind]), sep="\n")
        models[name] = model(list(found[0]), table[kind], right[kind], fold[kind])
        print(
            *(f"{weight:8.4f}  {sign}" for sign, weight in models[name]["weights"].items()),
            sep="\n",
        )
    print("all", reliability(stated, right), sep="\n")
    if arguments.out:
        about = {
            "what": "weights of logistic regressions: how likely a repair is right",
            "from": f"{len(rows)} repairs of held-out sentences in {len(languages)} languages, "
            "garbled; sources and licences as in the header of language/model.bin",
            "command": "python training/train_calibration.py CASES.jsonl",
            "sha256 of the cases": hashlib.sha256(data).hexdigest(),
        }
        parts = {"about": about} | models
        lines = ",\n ".join(f'"{name}": {json.dumps(part)}' for name, part in parts.items())
        arguments.out.write_text(f"{{{lines}}}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
