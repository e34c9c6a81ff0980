"""Lines of a text that were damaged each in its own way are repaired each in its own way."""

from __future__ import annotations

import random

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import Options, fix, repair

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]
CHAINS = {
    "ru": ["cp1251 as cp1252", "utf-8 as cp1251", "koi8-r as cp1251", "utf-8 as cp866"],
    "el": ["cp1253 as cp1252", "utf-8 as cp1253 with ?"],
    "he": ["cp1255 as cp1252"],
    "de": ["utf-8 as cp1252", "latin-1 as cp437", "latin-1 as cp1251"],
    "fr": ["utf-8 as cp850", "utf-8 as mac-roman"],
    "pl": ["utf-8 as cp1250", "cp1250 as cp1252"],
    "cs": ["utf-8 as cp1252"],
    "ja": ["cp932 as cp1252"],
    "zh-Hans": ["utf-8 as gbk with ?", "gbk as latin-1"],
    "hi": ["utf-8 as cp866"],
}


def damaged(chance: random.Random, language: str, text: str) -> str:
    try:
        return garble(text, [chance.choice(CHAINS[language])])
    except UnicodeError:
        return text


def documents(size: int) -> list[tuple[list[str], list[str]]]:
    """Return documents as lines as they were and as they came, one in three of them damaged."""
    chance = random.Random(7)
    shuffled = chance.sample(SENTENCES, len(SENTENCES))
    pages = []
    for at in range(0, len(shuffled) - size, size):
        lines = shuffled[at : at + size]
        garbled = [
            damaged(chance, language, text)
            if language in CHAINS and chance.random() < 0.7
            else text
            for language, text in lines
        ]
        pages.append(([text for _, text in lines], garbled))
    return pages


@pytest.mark.parametrize("size", [3, 8, 30])
def test_lines_are_repaired_together_as_alone(size: int) -> None:
    for true, garbled in documents(size):
        together = fix("\n".join(garbled)).split("\n")
        for line, came, result in zip(true, garbled, together, strict=True):
            assert result == line or result == fix(came)


@pytest.mark.parametrize("size", [3, 8, 30])
def test_clean_lines_are_left_alone_whatever_stands_beside_them(size: int) -> None:
    for true, garbled in documents(size):
        together = fix("\n".join(garbled)).split("\n")
        for line, came, result in zip(true, garbled, together, strict=True):
            if came == line:
                assert result == line


def test_lines_that_say_little_are_read_like_the_others() -> None:
    words = ["Привет", "Город", "Новости", "Контакты", "Погода", "О нас", "Вход", "Поиск"]
    garbled = "\n".join(garble(word, ["cp1251 as cp1252"]) for word in words)
    assert fix(garbled) == "\n".join(words)


def test_receipts_of_lines_apart_are_in_the_order_of_the_text() -> None:
    _, garbled = documents(30)[0]
    source = "\n".join(garbled)
    result = repair(source)
    starts = [each.source_start for each in result.repairs]
    assert starts == sorted(starts)
    assert len(starts) > 1
    assert all(source[e.source_start : e.source_end] == e.before for e in result.repairs)
    assert all(result.text[e.start : e.end] == e.after for e in result.repairs)


def test_hints_count_for_each_line() -> None:
    garbled = "\n".join(
        [garble("Grüße aus Köln", ["latin-1 as cp437"]), garble("Привет всем", ["utf-8 as cp866"])]
    )
    assert fix(garbled, Options(codepages=("cp866",))) == "Grüße aus Köln\nПривет всем"


def test_a_long_list_of_words_in_a_language_nobody_modeled_is_left_alone() -> None:
    chance = random.Random(7)
    starts, ends = ["govèr", "cãs", "pirì", "luò", "mãn", "telè"], ["nã", "udu", "cî", "lã", "rò"]
    words = {f"{a}{b}{c}" for a in starts for b in "aeiou" for c in ends}
    text = "\n".join(chance.sample(sorted(words), len(words)))
    assert fix(text) == text


def test_a_tree_of_files_is_left_alone() -> None:
    tree = "src\n├── a.py\n│   ├── b.py\n│   └── c.py\n└── d.py\n"
    assert fix(tree) == tree
    assert fix("├──") == "├──"
