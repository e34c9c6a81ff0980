"""Repair of long text takes little memory beside the text."""

from __future__ import annotations

import pytest
from peak_memory import on_linux, peak_of


@on_linux
@pytest.mark.parametrize(
    "text",
    [
        "'Он сказал, что придёт завтра вечером.\\n'",
        "'Il était déjà là, près de la forêt.\\n'",
        "'Il était déjà là 😊, près de la forêt.\\n'",
        "'Он сказал, что придёт завтра вечером.\\n'.encode().decode('cp1251', 'replace')",
    ],
    ids=["clean Russian", "clean French", "clean French with emoji", "garbled Russian"],
)
def test_long_text_takes_a_few_times_its_size(text: str) -> None:
    assert peak_of(f"fix({text} * 100_000)") < 90 * 1024


@on_linux
@pytest.mark.parametrize(("row", "container"), [("17;été\n", "csv"), ('["été"]\n', "jsonl")])
def test_values_of_a_container_are_not_held_one_by_one(row: str, container: str) -> None:
    repaired = f"repair_container({row!r} * 300_000, {container!r})"
    assert peak_of(f"from mojifix.containers import repair_container\n{repaired}") < 60 * 1024
