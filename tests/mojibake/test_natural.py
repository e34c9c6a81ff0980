"""Many clean lines read like one language, and no garbled one does."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix.mojibake.gate.natural import is_natural
from mojifix.mojibake.gate.reach import is_out_of_reach
from mojifix.mojibake.weighing.suspects import has_suspects, suspects
from mojifix.mojibake.words import non_ascii_words

CLEAN = [text for row in rows("sentences.jsonl") if not (text := row["text"]).isascii()]
CHAINS = [
    "utf-8 as cp1252", "utf-8 as mac-roman", "utf-8 as gbk", "cp1250 as cp1252", "cp1257 as cp1252",
    "cp850 as cp1252", "mac-roman as cp1252", "koi8-r as cp1251", "cp1251 as cp1252", "gbk as big5",
]  # fmt: skip


def garbled(chain: str) -> list[str]:
    found = []
    for text in CLEAN:
        try:
            found.append(garble(text, [chain]))
        except UnicodeError:  # the sentence cannot have been garbled that way
            continue
    return found


def test_half_of_the_sentences_full_of_signs_are_natural() -> None:
    asked = [text for text in CLEAN if not is_out_of_reach(text)]
    assert sum(map(is_natural, asked)) >= 0.45 * len(asked)  # and 86 % of lines as they come


@pytest.mark.parametrize("chain", CHAINS)
def test_no_garbled_sentence_is_natural(chain: str) -> None:
    texts = [text for text in garbled(chain) if text not in CLEAN and not text.isascii()]
    assert [text for text in texts if is_natural(text)] == []


@pytest.mark.parametrize("word", ["Šárka", "Grzęda", "Größe", "Щука", "Цапля", "Ψάρι"])
def test_a_short_word_is_natural_though_its_ends_are_much_of_it(word: str) -> None:
    assert is_natural(word)
    assert not is_natural(garble(word, ["utf-8 as cp1252"]))


def test_quotes_and_dashes_alone_do_not_tell_the_language() -> None:
    assert is_natural("The soup — thick, green and hot — was gone.")


@pytest.mark.parametrize("sign", ["\0", "\x85", "\ud800", "\ue000", "├"])
def test_what_nobody_writes_is_not_natural(sign: str) -> None:
    assert is_natural("Il était déjà là, près de Paris.")
    assert not is_natural(f"Il était déjà là, près de Paris{sign}.")


def test_one_garbled_word_in_a_line_is_seen() -> None:
    line = "Завтра утром мы поедем на дачу, если погода будет хорошая."
    assert is_natural(line)
    assert not is_natural(line.replace("погода", garble("погода", ["koi8-r as cp1251"])))


@pytest.mark.parametrize(
    ("word", "chain"), [("viņš", "cp1257 as cp1252"), ("gewählt", "cp437 as cp1252")]
)
def test_one_garbled_latin_word_beside_han_is_seen(word: str, chain: str) -> None:
    line = "明日は友達と一緒に図書館へ行きます。"
    assert is_natural(line)
    assert not is_natural(f"{line} {garble(word, [chain])}")


@pytest.mark.parametrize("excess", [[], [9.9], [5.0, 5.9], [-50.0, 10.0], [20.0, -50.0]])
def test_words_are_suspect_where_there_are_suspects(excess: list[float]) -> None:
    words = [f"{'é' * (3 + number)}" for number in range(len(excess))]

    class Given:
        def bits(self, word: str) -> float:
            return excess[len(word) - 3] + 4.0 + 3.6 * (len(word) + 1)

    text = " ".join(words)
    given = Given()
    found = suspects(text, non_ascii_words(text), given)  # type: ignore[arg-type]
    assert has_suspects(words, given) is bool(found)  # type: ignore[arg-type]
