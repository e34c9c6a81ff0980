"""Train which of the words that are the same without their characters beyond ASCII stands where.

    python training/train_homographs.py TEXTS src/mojifix/language/homographs.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. Of each form that is seen
``LEAST_SEEN`` times in a language that writes Latin letters, and is not one word in all but a few of
them or has no letter left, the ``MOST_WORDS`` commonest words are told apart by multinomial logistic
regression with a normal prior of variance 1 on the weights, over what
``mojifix.language.homographs.features`` says of either side; what a form costs is the bits of its share
of all words. Forms are taken by how often they are seen until a language has ``MOST_WEIGHTS``. Needs
numpy and scipy, which lightgbm brings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log, log2
from typing import Any, Final

import numpy as np
from model_files import write_packed, zipped
from scipy.optimize import minimize
from scipy.sparse import csr_array
from texts import paths, read_texts

from mojifix.language import score
from mojifix.language.homographs import (
    BIAS,
    FORMAT,
    LOST,
    STEPS_PER_BIT,
    TOKEN,
    features,
    form_of,
)

LEAST_SEEN: Final = 30
MOST_SHARE: Final = 0.985
MOST_WORDS: Final = 8
MOST_WEIGHTS: Final = 12_000
LEAST_FEATURE: Final = 3
_ROUNDS: Final = 60

Sample = tuple[str, list[str]]  # a word, and what is around it
Model = tuple[list[str], dict[str, list[int]]]  # words, and the weight of each by what is around


def samples_of(lines: list[str]) -> dict[str, list[Sample]]:
    """Return by form the words of lines that are not ASCII, and what is around them."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    for line in lines:
        form = form_of(line)
        for match in TOKEN.finditer(form):
            start, end = match.span()
            if LOST in match.group():
                word = line[start:end].lower()
                if len(word) == end - start:
                    around = list(features(form[:start], form[end:]))
                    samples[match.group().lower()].append((word, around))
    return samples


def is_ambiguous(form: str, samples: list[Sample]) -> bool:
    """Tell whether a form is seen often enough, and is several words or has nothing that tells."""
    if len(samples) < LEAST_SEEN:
        return False
    [(_, most)] = Counter(word for word, _ in samples).most_common(1)
    return form == LOST or most <= MOST_SHARE * len(samples)


def weights_of(samples: list[Sample]) -> Model:
    """Return the words of a form, and the weight of each by what is around, in steps of a bit."""
    words = [word for word, _ in Counter(word for word, _ in samples).most_common(MOST_WORDS)]
    samples = [(word, around) for word, around in samples if word in words]
    counts = Counter(feature for _, around in samples for feature in around)
    names = sorted(name for name, count in counts.items() if count >= LEAST_FEATURE)
    places = {name: at for at, name in enumerate(names)}
    rows = [[places[name] for name in around if name in places] for _, around in samples]
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.concatenate([np.array(row, dtype=int) for row in rows])
    seen = csr_array((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))
    truth = np.array([words.index(word) for word, _ in samples])
    prior = np.array([[float(name != BIAS)] for name in names])

    def loss(vector: Any) -> tuple[float, Any]:
        weights = vector.reshape(len(names), len(words))
        logits = seen @ weights
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        shares /= shares.sum(axis=1, keepdims=True)
        bits = -np.log(shares[np.arange(len(truth)), truth] + 1e-12).sum()
        shares[np.arange(len(truth)), truth] -= 1.0
        gradient = seen.T @ shares + prior * weights
        return bits + 0.5 * (prior * weights**2).sum(), gradient.ravel()

    start = np.zeros(len(names) * len(words))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    steps = np.rint(found.x.reshape(len(names), len(words)) * STEPS_PER_BIT / log(2)).astype(int)
    return words, {name: row for name, row in zip(names, steps.tolist(), strict=True) if any(row)}


def models_of(lines: list[str]) -> dict[str, tuple[int, *Model]]:
    """Return by ambiguous form of a language, the commonest first, what it costs and its words."""
    samples = {form: some for form, some in samples_of(lines).items() if is_ambiguous(form, some)}
    count = sum(len(TOKEN.findall(form_of(line))) for line in lines)
    models: dict[str, tuple[int, *Model]] = {}
    total = 0
    for form in sorted(samples, key=lambda each: (-len(samples[each]), each)):
        words, weights = weights_of(samples[form])
        total += len(words) * len(weights)
        if total > MOST_WEIGHTS:
            break
        bits = log2(count / len(samples[form]))
        models[form] = round(STEPS_PER_BIT * bits), words, weights
    return models


def main() -> None:
    """Train and write the model."""
    folder, model = paths(__doc__, "texts", "model")
    latin = {*score.languages_of("latin")}
    texts = {tag: lines for tag, lines in read_texts(folder).items() if tag in latin}
    found = {tag: models_of(lines) for tag, lines in texts.items()}
    stored = {tag: forms for tag, forms in found.items() if forms}
    print(sum(map(len, stored.values())), "forms in", len(stored), "languages")
    write_packed({"TEXTS": folder}, model, FORMAT, zipped(stored))


if __name__ == "__main__":
    main()
