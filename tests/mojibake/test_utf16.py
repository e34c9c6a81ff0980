"""Text that was read as UTF-16, or in the wrong byte order, or is UTF-16 and was not read as such."""

from __future__ import annotations

import pytest

from mojifix import fix, repair
from mojifix.mojibake import utf16
from tests.corpus_files import rows

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]
LANGUAGES = sorted({language for language, _ in SENTENCES})
# One byte in two is a control character.
ALPHABETIC = [(language, text) for language, text in SENTENCES if max(text) < "\u0800"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wrong_byte_order_is_undone(language: str) -> None:
    text = "\n".join(text for tag, text in SENTENCES if tag == language)
    assert fix(text.encode("utf-16-le").decode("utf-16-be", "surrogatepass")) == text, language


@pytest.mark.parametrize(("language", "text"), ALPHABETIC)
def test_utf16_that_was_read_as_a_code_page_is_undone(language: str, text: str) -> None:
    assert fix(text.encode("utf-16-le").decode("latin-1")) == text, language
    assert fix(text.encode("utf-16").decode("latin-1")) == text, language


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_bytes_that_were_read_as_utf16_are_undone(encoding: str) -> None:
    text = "Der Regen fiel auf die Dächer der alten Stadt, und niemand ging hinaus."
    data = text.encode(encoding)
    whole = data + b"!" * (len(data) % 2)
    assert fix(whole.decode("utf-16-le")) == whole.decode(encoding)


def test_the_receipt_names_both_encodings() -> None:
    (repaired,) = repair("吀栀攀\u2000渀攀攀搀").repairs
    assert repaired.steps == ("encode utf-16-le", "decode utf-16-be")
    assert repaired.after == "The need"


@pytest.mark.parametrize(
    "text",
    [
        "弹出",
        "嗯嗯",
        "我们在河边走了很久。",
        "ㄱㄴㄷㄹ",
        "①②③④⑤⑥⑦⑧⑨⑩",
        "\0\0\0\0",
        "a\0b",
        "♜♞♝♛♚♝♞♜",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert fix(text) == text


def test_lines_of_han_are_not_one_text_in_the_wrong_byte_order() -> None:
    line = "The need".encode("utf-16-le").decode("utf-16-be")
    assert utf16.find_change(line) is not None
    assert utf16.find_change(f"{line}\n{line}") is None
