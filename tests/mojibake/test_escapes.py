"""The notations of escapes: what each stands for, and what only looks like one."""

from __future__ import annotations

import pytest

from mojifix import Options, fix, repair
from mojifix.explaining.words import known

ASKED = Options(unescape=True)


@pytest.mark.parametrize(
    "escape",
    [
        *("&eacute;", "&#233;", "&#xE9;", "&#233", "&amp;#233"),
        *(r"\u00e9", r"\u{e9}", r"\u{00e9}", r"\x{e9}", r"\U000000e9", "%u00E9", "<U+00E9>"),
        *(r"\xe9", r"\351", "%E9", "=E9", "<e9>", "<E9>"),
        *(r"\xc3\xa9", r"\303\251", "%C3%A9", "=C3=A9", "<c3><a9>", "<C3><A9>"),
    ],
)
def test_every_notation_is_undone_when_asked(escape: str) -> None:
    (repaired,) = repair(f"A caf{escape}, he said.", ASKED).repairs
    assert (repaired.before, repaired.after, repaired.source_start) == (escape, "é", 5)
    assert known("escapes", repaired.steps[0].removeprefix("unescape "))


@pytest.mark.parametrize(
    "escape",
    [
        *(r"\ud83d\ude02", r"\u{1F602}", r"\x{1f602}", r"\U0001F602", "%uD83D%uDE02"),
        *("<U+0001F602>", "<U+D83D><U+DE02>", "<ed><a0><bd><ed><b8><82>"),
        *("<f0><9f><98><82>", "<ed><U+00A0><U+00BD><ed><U+00B8><U+0082>", r"\360\237\230\202"),
    ],
)
def test_characters_above_the_basic_plane_may_be_escaped_by_halves(escape: str) -> None:
    assert fix(f"so funny {escape}", ASKED) == "so funny 😂"


@pytest.mark.parametrize(
    "text",
    [
        "Press <F1> for help, <F2><F2> to leave.",
        "<dl><dt>Apple<dd>a fruit</dl>",
        "<root><c1><c2>0</c2></c1></root>",
        r"C:\2019\may and C:\data\2008",
        r'q { quotes: "\201C" "\201D" }',
        r"s/\(.\)\1/\2\10/",
        r"\x{110000} \u{ffffffff} <U+00110000> <U+12> <U+E9>",
        "&#xE9t and &#x",
    ],
)
def test_what_only_looks_like_one_is_left_even_when_asked(text: str) -> None:
    assert fix(text, ASKED) == text


@pytest.mark.parametrize(
    "text",
    [
        "The letter may be written \\u{e9} in Rust, \\x{e9} in Perl and %u00E9 in scripts.",
        "the en dash <U+2013> and the ellipsis <U+2026> are not allowed in names of files",
        "Say %C3%89 or %E2%82%AC and nobody knows what the two of them may stand for",
        "The euro sign is %E2%82%AC in addresses, and =E2=82=AC in mail that is sent.",
        '    new file:   "caf\\303\\251.txt" and the rest of what git has to say',
        "stop(\"cannot translate 'W<U+00FC>rzburg' to the native encoding, so we leave\")",
        "Use C<U+00E9> for the letter and C<U+2013> for the dash in this text of Perl.",
        "Invalid bytes come back as <U+FFFD> characters, in C<U+FFFD> marks as well.",
    ],
)
def test_what_is_meant_stays_unless_asked(text: str) -> None:
    assert fix(text) == text
