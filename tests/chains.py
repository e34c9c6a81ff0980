"""Damage the corpus's sentences along every chain of corpus/chains.jsonl.

    PYTHONPATH=src:. python tests/chains.py

measures anew how many sentences each chain yields and how many come back exactly, and writes
both into that file. The test holds later versions to these numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from corpus_files import CORPUS, Case, rows

from corpus.garbling import garble

CHAINS: Final = rows("chains.jsonl")

# What a writer falls back on where the code page has no typographic punctuation.
_PLAIN_PUNCTUATION: Final = str.maketrans(
    {"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}
    | {"…": "...", "‚": "'", "½": "1/2", "№": "N", "₪": "NIS", "€": "EUR"}
)


def damaged(row: Case) -> Iterator[tuple[str, str]]:
    """Yield garbled and true text for each sentence that the chain can damage.

    A chain for all languages takes one sentence of each, another one for the next chain; a chain
    for few languages takes all of theirs.
    """
    turn = CHAINS.index(row)
    for language, texts in _SENTENCES.items():
        if row["languages"] == "all":
            yield from _first_damaged(texts[turn % len(texts) :] + texts, row["chain"])
        elif language in row["languages"]:
            for text in texts:
                yield from _first_damaged([text], row["chain"])


def _first_damaged(texts: Sequence[str], chain: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for true in (text, text.translate(_PLAIN_PUNCTUATION)):
            try:
                garbled = garble(true, chain)
            except UnicodeError:
                continue
            if garbled != true:
                yield garbled, true
                return


def _sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows("sentences.jsonl"):
        found.setdefault(row["language"], []).append(row["text"])
    return found


_SENTENCES: Final = _sentences()


def main() -> None:
    """Measure every chain and write the numbers down."""
    from mojifix import fix

    measured: list[dict[str, Any]] = []
    for row in CHAINS:
        pairs = list(damaged(row))
        restored = sum(fix(garbled) == true for garbled, true in pairs)
        measured.append(row | {"cases": len(pairs), "restored": restored})
        print(restored, "of", len(pairs), *row["chain"], sep="  ")
    lines = "".join(json.dumps(row) + "\n" for row in measured)
    (CORPUS / "chains.jsonl").write_text(lines, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
