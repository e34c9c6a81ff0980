"""What stays damaged is reported with its span and a reason."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lossy_cases import SENTENCES

from mojifix import Options, repair
from mojifix.codepages import multibyte
from mojifix.mojibake.lossy.leftovers.final_loss import SIGNATURES, TWICE


@pytest.mark.parametrize("codec", ["gbk", "cp950", "cp949", "euc_jp", "cp1252"])
def test_garbled_replacement_characters_are_a_final_loss(codec: str) -> None:
    lost = "\ufffd\ufffd"
    text = f"the {lost.encode().decode(codec)} report"
    result = repair(text)
    assert result.text == f"the {lost} report"
    assert [text[d.source_start : d.source_end] for d in result.damage] == [
        lost.encode().decode(codec)
    ]


def test_a_lone_replacement_character_is_reported() -> None:
    result = repair("caf\ufffd au lait")
    assert result.text == "caf\ufffd au lait"
    assert [(d.source_start, d.source_end, d.text) for d in result.damage] == [(3, 4, "\ufffd")]
    assert "lost" in result.damage[0].reason


def test_clean_text_has_no_damage() -> None:
    assert not any(repair(sentence).damage for sentence in SENTENCES.values())


def test_a_run_with_lost_characters_is_both_repaired_and_damaged() -> None:
    garbled = SENTENCES["zh"].encode().decode("cp949", "replace")
    result = repair(garbled)
    assert "\ufffd" in result.text
    assert result.repairs
    assert result.damage
    for damage in result.damage:
        assert garbled[damage.source_start : damage.source_end] == damage.text


def test_what_is_too_unsure_is_reported_and_left() -> None:
    garbled = SENTENCES["ko"].encode().decode("cp949", "replace")
    result = repair(garbled, Options(min_probability=0.999999))
    refused = [damage for damage in result.damage if "too unsure" in damage.reason]
    assert refused
    for damage in refused:
        assert damage.text in result.text


def test_spans_are_disjoint_and_in_order() -> None:
    garbled = "\ufffd ".join(
        sentence.encode().decode("cp949", "replace") for sentence in SENTENCES.values()
    )
    damage = repair(garbled).damage
    assert damage
    for one, other in pairwise(damage):
        assert one.source_end <= other.source_start


def test_replacement_characters_look_so_in_each_codec_of_two_bytes() -> None:
    found: dict[str, str] = {}
    for codec in multibyte.DECODERS:
        text = multibyte.decode(TWICE.encode(), codec)
        if text is not None and len(text) == 3:
            found.setdefault(text, codec)
    assert found == SIGNATURES
