"""Lines that one code page garbled as a whole are undone in one stroke, and no others."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix, repair
from mojifix.codepages import singlebyte, utf8
from mojifix.mojibake.edits import Edit, replaced
from mojifix.mojibake.utf8.whole import (
    _LEAST_BITS,
    _LEAST_CONTINUATIONS,
    _MOST_CONTINUING,
    _readings,
    _Runs,
    _save_enough,
    find_change,
    find_clear_change,
)
from mojifix.mojibake.words import without_ascii

SENTENCES = {row["id"]: row["text"] for row in rows("sentences.jsonl")}
CODEPAGES = ["cp1252", "cp1251", "cp437", "cp866", "koi8-r", "mac-roman", "latin-1", "cp1256"]


def spans(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


@pytest.mark.parametrize("codepage", CODEPAGES)
@pytest.mark.parametrize("name", ["ru-1", "el-1", "he-1", "hi-1", "th-1", "ja-1"])
def test_a_garbled_line_comes_back_and_its_code_page_is_known(name: str, codepage: str) -> None:
    garbled = garble(SENTENCES[name], [f"utf-8 as {codepage}"])
    known: set[str] = set()
    change = find_change(garbled, spans(garbled), known)
    assert change is not None
    assert change.text == SENTENCES[name]
    (found,) = known
    assert garble(SENTENCES[name], [f"utf-8 as {found.replace('_', '-')}"]) == garbled


@pytest.mark.parametrize("name", ["ru-2", "hi-2"])
def test_the_edits_make_the_same_text(name: str) -> None:
    garbled = garble(SENTENCES[name], ["utf-8 as cp866"])
    change = find_change(garbled, spans(garbled), set())
    assert change is not None
    assert replaced(garbled, change.edits) == change.text == SENTENCES[name]
    assert all(edit.bits > 0 and edit.code == "utf8-as-cp866" for edit in change.edits)


def test_clean_lines_between_garbled_ones_stay() -> None:
    clean, other = SENTENCES["el-1"], SENTENCES["ru-1"]
    text = f"{clean}\n{garble(other, ['utf-8 as cp1252'])}\n{clean}"
    change = find_change(text, spans(text), set())
    assert change is not None
    assert change.text.split("\n") == [clean, other, clean]


def test_one_code_page_is_undone_at_a_time() -> None:
    lines = [
        garble(SENTENCES[name], [f"utf-8 as {page}"])
        for name, page in (("ru-1", "cp437"), ("ru-2", "cp437"), ("hi-1", "cp1251"))
    ]
    text = "\n".join(lines)
    change = find_change(text, spans(text), set())
    assert change is not None
    done = change.text.split("\n")
    true = [SENTENCES[name] for name in ("ru-1", "ru-2", "hi-1")]
    assert [is_done == wanted for is_done, wanted in zip(done, true, strict=True)] in (
        [True, True, False], [False, False, True],
    )  # fmt: skip


@pytest.mark.parametrize("name", ["ru-1", "el-1", "de-1", "ja-1", "vi-1", "he-1"])
def test_clean_lines_are_left(name: str) -> None:
    known: set[str] = set()
    assert find_change(SENTENCES[name], spans(SENTENCES[name]), known) is None
    assert not known


def test_a_word_is_too_little() -> None:
    garbled = garble("été", ["utf-8 as cp1252"])
    assert find_change(garbled, spans(garbled), set()) is None


def test_a_line_with_a_lost_byte_is_left() -> None:
    garbled = garble(SENTENCES["ru-1"], ["utf-8 as cp1252 with ?"])
    assert "?" in garbled
    assert find_change(garbled, spans(garbled), set()) is None


@pytest.mark.parametrize("codepage", CODEPAGES)
def test_the_first_words_decide_as_all_of_them_would(codepage: str) -> None:
    decided = 0
    for text in SENTENCES.values():
        try:
            garbled = garble(text, [f"utf-8 as {codepage}"])
        except UnicodeError:
            continue
        runs = _Runs(garbled, [(0, len(garbled))], codepage)
        saved = list(runs.saved_by_word())
        assert _save_enough(iter(saved)) == (sum(saved) >= _LEAST_BITS)
        decided += len(saved) > 2 and sum(saved[:2]) >= _LEAST_BITS
    assert decided > 20


@pytest.mark.parametrize("codepage", CODEPAGES)
def test_short_lines_are_undone_as_their_receipts_say(codepage: str) -> None:
    clear = 0
    for text in SENTENCES.values():
        for words in (text.split()[:3], text.split()[3:9]):
            try:
                garbled = garble(" ".join(words), [f"utf-8 as {codepage}"])
            except UnicodeError:
                continue
            result = repair(garbled)
            assert fix(garbled) == result.text
            edits = [Edit(r.source_start, r.source_end, r.after, (), 0.0) for r in result.repairs]
            assert replaced(garbled, edits) == result.text
            clear += find_clear_change(garbled) is not None
    assert clear > 20


def test_a_clear_change_has_an_edit_for_each_run() -> None:
    garbled = garble("sen säilyttämisen", ["utf-8 as cp1252"])
    change = find_clear_change(garbled)
    assert change is not None
    assert replaced(garbled, change.edits) == change.text == "sen säilyttämisen"
    assert all(edit.bits > 0 for edit in change.edits)


def test_a_word_of_one_letter_leaves_no_doubt_where_no_other_reading_does() -> None:
    change = find_clear_change(garble("George è qui oggi.", ["utf-8 as koi8-r"]))
    assert change is not None
    assert change.text == "George è qui oggi."


def test_the_reading_that_is_clearly_better_is_taken() -> None:
    garbled = garble("El sistema de tractament és mixt, més bé.", ["utf-8 as cp1252"])
    readings = {utf8.decode(garbled, page) for page in utf8.codepages_of_all(set(garbled))}
    change = find_clear_change(garbled)
    assert change is not None
    assert len(readings) > 1
    assert change.text == "El sistema de tractament és mixt, més bé."


@pytest.mark.parametrize(
    "text",
    [
        "IndiaтАУU.S. and café",  # not all of it is UTF-8
        "22,90\xa0€",  # saves nothing
        garble(garble("säilyttämisen", ["utf-8 as cp1252"]), ["utf-8 as cp1252"]),  # odd still
    ],
)
def test_what_leaves_a_doubt_is_weighed_run_by_run(text: str) -> None:
    assert find_clear_change(text) is None


@pytest.mark.parametrize("text", ["cafés é à la", "Ж да", "𝄞 and 🎼", "\ud83d\ude00 x", "ना"])
@pytest.mark.parametrize("codepage", CODEPAGES)
def test_too_few_characters_beyond_ascii_hold_too_few_continuation_bytes(
    text: str, codepage: str
) -> None:
    garbled = ""
    for char in text * 4:
        garbled += singlebyte.decode(char.encode("utf-8", "surrogatepass"), codepage)
        if len(without_ascii(garbled)) * _MOST_CONTINUING < _LEAST_CONTINUATIONS:
            readings = _readings(garbled, [(0, len(garbled))]).values()
            assert all(len(garbled) - len(after) < _LEAST_CONTINUATIONS for after, _ in readings)
            assert find_change(garbled, [(0, len(garbled))], set()) is None
