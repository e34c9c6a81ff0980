"""Fill in the column ``input`` of garbled.jsonl from ``expected`` and ``chain``.

    python corpus/make_garbled.py

A case is written by hand as its language, its kind, the true text and the chain of steps that
damaged it (see garbling.py); what the damage looks like is computed here and never typed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from garbling import garble

_CASES: Final = Path(__file__).with_name("garbled.jsonl")


def main() -> None:
    """Rewrite garbled.jsonl with every input computed afresh."""
    rows = [json.loads(line) for line in _CASES.read_text("utf-8").splitlines()]
    for row in rows:
        row["input"] = garble(row["expected"], row["chain"])
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    # Split surrogates in a text of the corpus are written as escapes: UTF-8 cannot hold them.
    safe = (line.encode("utf-8", "backslashreplace").decode() for line in lines)
    _CASES.write_text("".join(f"{line}\n" for line in safe), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
