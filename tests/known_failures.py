"""Write down which garbled cases are not solved yet.

    PYTHONPATH=src:. python tests/known_failures.py

rewrites corpus/known-failures.jsonl: solved cases leave it, new failures enter with the reason
"not solved yet", which is to be replaced by the true one; reasons given before stay. Cases of
other kinds (clean look-alikes, things a page's Document says) are kept as they are: they enter
and leave by hand.
"""

from __future__ import annotations

import json

from corpus_files import CORPUS, KNOWN_FAILURES, rows


def main() -> None:
    """Rewrite the list and say what changed."""
    from mojifix import fix

    garbled = rows("garbled.jsonl")
    names = {case["id"] for case in garbled}
    failing = [case["id"] for case in garbled if fix(case["input"]) != case["expected"]]
    found = {name: KNOWN_FAILURES.get(name, "not solved yet") for name in failing}
    found |= {name: reason for name, reason in KNOWN_FAILURES.items() if name not in names}
    for name in found.keys() - KNOWN_FAILURES.keys():
        print("fails now:", name)
    for name in KNOWN_FAILURES.keys() - found.keys():
        print("solved:", name)
    lines = (
        json.dumps({"id": name, "reason": found[name]}, ensure_ascii=False) + "\n"
        for name in sorted(found)
    )
    (CORPUS / "known-failures.jsonl").write_text("".join(lines), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
