"""Garbled text that stands beside what it was is shown on purpose, and stays."""

from __future__ import annotations

import pytest

from mojifix import fix, repair


@pytest.mark.parametrize(
    "text",
    [
        "`Ã©` is what `é` becomes",
        "é => Ã©",
        "Zażółć gęślą jaźń → ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„",
        "| naÃ¯ve | naïve |\n| garÃ§on | garçon |",
        "assert fix('GrÃ¶ÃŸe') == 'Größe'",
    ],
)
def test_an_example_beside_its_repair_stays(text: str) -> None:
    assert fix(text) == text
    assert repair(text).repairs == ()


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("`naÃ¯ve` and `garÃ§on`", "`naïve` and `garçon`"),
        ("'GrÃ¶ÃŸe', 'WÃ¤rme'", "'Größe', 'Wärme'"),
        ("| naÃ¯ve | garçon |\n| Ã©tÃ© | naïve |", "| naïve | garçon |\n| été | naïve |"),
    ],
)
def test_without_its_repair_in_the_same_line_it_is_no_example(text: str, true: str) -> None:
    assert fix(text) == true


def test_other_lines_are_repaired() -> None:
    text = "`Ã©` becomes `é`.\nLe cafÃ© est fermÃ© jusqu'Ã  l'Ã©tÃ©.\n"
    assert fix(text) == "`Ã©` becomes `é`.\nLe café est fermé jusqu'à l'été.\n"
