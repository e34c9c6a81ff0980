"""Write down which cases of the corpus are not solved yet.

    PYTHONPATH=src:. python tests/known_failures.py

rewrites corpus/known-failures.jsonl: solved cases leave it, new failures enter with the reason
"not solved yet", which is to be replaced by the true one; reasons given before stay. Clean
look-alikes enter and leave by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpus_files import CORPUS, KNOWN_FAILURES, rows

_LOOK_ALIKES = {case["id"] for case in rows("clean.jsonl")}


def main() -> None:
    """Rewrite the list and say what changed."""
    found = {name: KNOWN_FAILURES.get(name, "not solved yet") for name in _failing()}
    found |= {name: reason for name, reason in KNOWN_FAILURES.items() if name in _LOOK_ALIKES}
    for name in sorted(found.keys() - KNOWN_FAILURES.keys()):
        print("fails now:", name)
    for name in sorted(KNOWN_FAILURES.keys() - found.keys()):
        print("solved:", name)
    lines = (
        json.dumps({"id": name, "reason": found[name]}, ensure_ascii=False) + "\n"
        for name in sorted(found)
    )
    (CORPUS / "known-failures.jsonl").write_text("".join(lines), "utf-8", newline="\n")


def _failing() -> Iterator[str]:
    from page_cases import CASES, PLAIN, found_and_expected, whole

    from corpus.byte_cases import load
    from mojifix import decode, fix

    yield from (
        case["id"] for case in rows("garbled.jsonl") if fix(case["input"]) != case["expected"]
    )
    yield from (
        case.name
        for case in load("robust") + load("tiny")
        if case.failures(decode(case.data, case.declared, case.declared_by))
    )
    for case in CASES:
        found, expected = found_and_expected(case)
        if found != expected:
            yield case["id"]
    yield from (case["id"] for case in PLAIN if not whole(case["input"]))


if __name__ == "__main__":
    main()
