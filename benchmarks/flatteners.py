"""The same pages flattened by many tools: word F1 of what ``clean`` keeps of each.

    python benchmarks/flatteners.py PAGES [--models FOLDER] [--every N]

PAGES is a folder with ``pages.jsonl.xz``, as ``benchmarks/pages.py`` reads it. FOLDER holds the models
that ``training/train_flat.py --folds 5 --fold-models FOLDER`` writes: each page is judged by the one
that has seen no page of its domain. Without it all are judged by the shipped model, which has seen
them. Columns: word F1 of the text as it is, of what is kept, and the share of pages from which
something was removed. Nobody says what the texts are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, Final

from flattening import FLATTENERS
from pages import read_pages

from mojifix import clean
from mojifix.boilerplate.lines import judging
from mojifix.boilerplate.lines.model import Model, shipped_model

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from domains import part_of  # noqa: E402 - found from the folder of this file
from word_scores import word_f1  # noqa: E402


def resiliparse(page: str) -> str:
    """Return the text of a whole page, its layout kept."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page, main_content=False)


def measured(
    flatten: Callable[[str], str], pages: Sequence[dict[str, Any]], models: Sequence[Model]
) -> tuple[float, float, float]:
    """Return the word F1 of flattened pages and of what is kept, and the share of pages judged."""
    rows = []
    for page in pages:
        text = flatten(page["html"])
        model = models[part_of(page["domain"] or "", len(models))]
        judging.shipped_model = lambda model=model: model
        document = clean(text)
        rows.append(
            (
                word_f1(text, page["text"]),
                word_f1(document.text, page["text"]),
                bool(document.removed),
            )
        )
    raw, kept, judged = map(mean, zip(*rows, strict=True))
    return raw, kept, judged


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    pages = read_pages(args.pages, args.every)
    files = sorted(args.models.glob("fold-*.json")) if args.models else []
    models = [Model.from_dict(json.loads(file.read_text("utf-8"))) for file in files]
    for name, flatten in {"resiliparse": resiliparse, **FLATTENERS}.items():
        raw, kept, judged = measured(flatten, pages, models or [shipped_model()])
        print(f"{name:32} {raw:.3f} {kept:.3f} {judged:.3f}", flush=True)


if __name__ == "__main__":
    main()
