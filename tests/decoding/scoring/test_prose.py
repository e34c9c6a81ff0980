"""What no prose holds is left out, and what may be letters stays."""

from __future__ import annotations

import pytest

from mojifix.decoding import decode
from mojifix.decoding.scoring import prose
from mojifix.decoding.scoring.sample import Sample
from mojifix.language.model import load_group


def test_tags_and_entities_go_and_evidence_in_them_stays() -> None:
    sample = Sample((b'<p class="a">caf\xe9&nbsp;<b title="\xe9t\xe9">',))
    assert prose.without_markup(sample).window == b' caf\xe9 <b title="\xe9t\xe9">'


@pytest.mark.parametrize(
    "text", [b"\xc4\xc4\xc4\xc4", b"ab\xcd\xcd\xcd\xcd\xcd\xcd\xcd\xcd\xcdcd", b"\xdb\xdb"]
)
def test_short_rows_may_be_letters(text: bytes) -> None:
    assert prose.without_drawings(text) == text


def test_a_frame_goes_and_words_within_it_stay() -> None:
    frame = "╔════════════╗\n║ Größe 12 cm ║\n╚════════════╝".encode("cp437")
    assert prose.without_drawings(frame).split() == "Größe 12 cm".encode("cp437").split()


@pytest.mark.parametrize("codepage", ["cp437", "cp850", "cp852"])
def test_a_frame_speaks_for_the_code_pages_of_dos(codepage: str) -> None:
    text = f"╔{'═' * 30}╗\n║ Größe und Länge ║\n╚{'═' * 30}╝\n"
    assert decode(text.encode(codepage)).text == text


def test_letters_alone_count_only_where_there_is_nothing_else() -> None:
    assert prose.words(b"caf\xe9 \xe9 \xe8 ") == b"caf\xe9  \xe8 ".replace(b"\xe8", b"")
    assert prose.words(b"a \xe9 \xe8 \xe9 b") == b"a \xe9 \xe8  b"


def test_separators_have_the_symbol_of_a_blank() -> None:
    alphabet = load_group("cyrillic").alphabet
    data = alphabet.encode("дом;(кот)\tи")
    assert data.translate(prose.symbols(alphabet)) == alphabet.encode("дом  кот  и")
