"""Fill in the column ``input`` of garbled.jsonl from ``expected`` and ``chain``.

    python corpus/make_garbled.py

A case is written by hand as its language, its kind, the true text and the chain of steps that
damaged it (see garbling.py); what the damage looks like is computed here and never typed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from garbling import garble

_CASES: Final = Path(__file__).with_name("garbled.jsonl")

# Written as JSON escapes: editors hide these, break lines at some, and UTF-8 cannot hold the last.
_INVISIBLE: Final = re.compile("[\x80-\xa0\xad\u2028\u2029\ue000-\uf8ff\ud800-\udfff]")


def main() -> None:
    """Rewrite garbled.jsonl with every input computed afresh."""
    with _CASES.open(encoding="utf-8") as file:
        cases = [json.loads(line) for line in file]
    for case in cases:
        case["input"] = garble(case["expected"], case["chain"])
    with _CASES.open("w", encoding="utf-8", newline="\n") as file:
        for case in cases:
            line = json.dumps(case, ensure_ascii=False)
            file.write(_INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")


if __name__ == "__main__":
    main()
