"""What single characters, and sets of them, tell about a text."""

from __future__ import annotations

import re

import pytest
from corpus_files import rows

from mojifix.codepages import utf8
from mojifix.mojibake.gate import traits as kinds_of_characters
from mojifix.mojibake.gate.traits import Trait, kinds_of, summary

SENTENCES = [(row["id"], row["language"], row["text"]) for row in rows("sentences.jsonl")]


@pytest.mark.parametrize("char", ["\x85", "¤", "¦", "¬", "¯", "├", "░", "\ufffd", "ｱ"])
def test_nobody_writes_these(char: str) -> None:
    assert kinds_of(char) & Trait.ODD


@pytest.mark.parametrize("char", ["é", "ß", "д", "Ω", "ש", "ق", "ก", "中", "あ", "한", "“", "–"])
def test_what_people_write_is_not_odd(char: str) -> None:
    assert not kinds_of(char) & Trait.ODD


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("»", Trait.SIGN),
        ("´", Trait.NEVER_FIRST),
        ("Д", Trait.CAPITAL),
        ("É", Trait.LATIN_CAPITAL),
        ("中", Trait.HAN),
        ("\ue000", Trait.PRIVATE),
    ],
)
def test_each_kind_has_its_members(char: str, kind: Trait) -> None:
    assert kinds_of(char) & kind


@pytest.mark.parametrize(
    ("kind", "members"),
    [
        (Trait.ODD, kinds_of_characters.NEVER),
        (Trait.SIGN, kinds_of_characters.SIGNS),
        (Trait.NEVER_FIRST, kinds_of_characters.NEVER_FIRST),
        (Trait.HAN, kinds_of_characters.HAN),
    ],
)
def test_a_kind_has_the_characters_of_its_class_and_no_others(kind: Trait, members: str) -> None:
    is_member = re.compile(f"[{members}]").match
    # Every character near the ends of the ranges, all of which are in these, and some elsewhere.
    points = {*range(0x80, 0x600), *range(0x1000, 0xFFFF, 97), *map(ord, re.sub("-", "", members))}
    near = {point + by for point in points for by in (-1, 0, 1)} - set(range(0x80))
    for char in map(chr, near):
        assert bool(kinds_of(char) & kind) == bool(is_member(char)), char


def test_a_small_letter_is_no_capital() -> None:
    assert not kinds_of("д") & Trait.CAPITAL
    assert not kinds_of("é") & Trait.LATIN_CAPITAL


@pytest.mark.parametrize(("name", "language", "text"), SENTENCES)
def test_a_language_uses_the_letters_of_its_sentences(name: str, language: str, text: str) -> None:
    found = summary(text)
    assert (name in RARE) is not (not found.scripts or language in found.languages)


# Sentences with a letter that their language uses in few words only.
RARE = {"en-3", "nl-2", "af-1", "nn-1", "tl-2", "la-2", "la-3", "la-4"}


def test_letters_of_no_one_language_have_none() -> None:
    assert not summary("łđ").languages
    assert {"pl"} <= summary("łą").languages


def test_scripts_are_told_apart() -> None:
    assert summary("Łódź i Київ").scripts == {"latin", "cyrillic"}
    assert summary("plain – words…").scripts == frozenset()


def test_ascii_tells_nothing() -> None:
    found = summary("".join(map(chr, range(128))))
    assert (found.kinds, found.scripts, found.pages) == (0, frozenset(), 0)


@pytest.mark.parametrize("codepage", ["cp1252", "cp1251", "cp437"])
def test_code_pages_are_those_that_have_both_kinds_of_bytes(codepage: str) -> None:
    lead, continuation = b"\xc3\xa9".decode(codepage)
    assert codepage in utf8.codepages_of(summary(lead + continuation).pages)
    assert codepage not in utf8.codepages_of(summary(continuation).pages)
