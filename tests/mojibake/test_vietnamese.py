"""Vietnamese in TCVN 5712, which its fonts show, read as a Western code page."""

import pytest

from mojifix import fix, repair
from mojifix.codepages import singlebyte
from mojifix.options import Options

CLEAN = "Sáng nay trời mưa nhẹ, chợ vắng người và giá rau đắt hơn hôm qua."


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", [CLEAN, "chợ vắng người", f"News of today: {CLEAN}"])
def test_it_is_repaired(text: str, wrong: str) -> None:
    garbled = singlebyte.decode(singlebyte.encode(text, "tcvn"), wrong)
    assert fix(garbled) == text
    assert fix(garbled, Options(codepages=("tcvn",))) == text


def test_where_python_has_no_codec_the_advice_names_none() -> None:
    garbled = singlebyte.decode(singlebyte.encode(CLEAN, "tcvn"), "cp1252")
    said = repair(garbled).repairs[0].explain()
    assert said.startswith("TCVN 5712 bytes were read as cp1252")
    assert said.endswith("read them with mojifix.decode, as Python has no codec for them.")
