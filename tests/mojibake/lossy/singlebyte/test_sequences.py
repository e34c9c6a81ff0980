"""What a text kept in one place is not taken for dropped in another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mojifix.mojibake.lossy.singlebyte.fate import Fate, fate_of
from mojifix.mojibake.lossy.singlebyte.sequences import losses_of, piece_at, sequences_at_start


def dropped(text: str, codepage: str) -> set[int]:
    return {way.byte for way in losses_of(codepage, fate_of(text, codepage)).dropped}


def test_of_a_text_that_tells_nothing_any_such_byte_may_be_dropped() -> None:
    assert dropped("Раздел".encode().decode("cp1251").replace("\xa0", ""), "cp1251") >= {0x98, 0xA0}


def test_controls_that_were_kept_were_not_dropped() -> None:
    garbled = "сад и лес".encode().decode("latin-1")
    assert fate_of(garbled, "latin-1").has_controls
    assert dropped(garbled, "latin-1") == {0xA0, 0xAD}


def test_controls_outside_of_sequences_tell_nothing() -> None:
    assert not fate_of("a \x81 b", "cp1252").has_controls


def test_no_break_spaces_that_were_kept_were_not_dropped() -> None:
    garbled = "Раз, два".encode().decode("latin-1")
    assert fate_of(garbled, "latin-1").has_nbsp
    assert 0xA0 not in dropped(garbled, "latin-1")


def test_soft_hyphens_that_were_kept_were_not_dropped() -> None:
    garbled = "Este río, aquí".encode().decode("latin-1")
    assert fate_of(garbled, "latin-1").has_soft_hyphens
    assert 0xAD not in dropped(garbled, "latin-1")
    assert 0xAD in dropped(garbled.replace("\xad", ""), "latin-1")


def test_a_lost_byte_makes_no_override_of_direction() -> None:
    arcs = sequences_at_start("cp1252", Fate(), "â€-m")
    assert "\u202d" not in {arc.char for arc in arcs}


def test_two_lost_bytes_make_no_isolate_of_direction() -> None:
    arcs = sequences_at_start("cp874", Fate(), "โ?จ")
    assert arcs
    assert "\u2068" not in {arc.char for arc in arcs}


def test_a_lost_byte_makes_no_code_point_that_is_no_character() -> None:
    found = {arc.char for arc in sequences_at_start("cp1253", Fate(), "Ξ?")}
    assert {"Έ", "ΐ"} <= found
    assert not found & {"\u0381", "\u038d"}


def test_changed_letters_are_one_loss_and_enough() -> None:
    assert fate_of("ñ\ufffd", "cp1252", folded=True) == Fate(folded=True)


@given(
    st.sampled_from(["cp1252", "cp1251", "cp874"]),
    st.lists(st.sampled_from([*"ÃÐàâðРЯяเโ", "Ÿ", "€", "™", "\xa0", "\xad", *" ?-.,'\"a)"])),
)
def test_what_is_further_on_does_not_tell_how_a_sequence_is_read(
    codepage: str, chars: list[str]
) -> None:
    text = "".join(chars) + "..."[: len(chars) % 4]
    losses = losses_of(codepage, Fate())
    for at in range(len(text)):
        arcs = sequences_at_start(codepage, Fate(), piece_at(text, at, losses))
        assert arcs == sequences_at_start(codepage, Fate(), text[at:])


def test_no_sign_of_which_one_byte_is_left_stands_before_another_byte() -> None:
    fate = Fate()
    assert "“" in {arc.char for arc in sequences_at_start("latin-1", fate, "âÃ©")}
    assert "“" not in {arc.char for arc in sequences_at_start("latin-1", fate, "â¬2")}
    assert "“" not in {arc.char for arc in sequences_at_start("latin-1", fate, "âĢĻ")}
