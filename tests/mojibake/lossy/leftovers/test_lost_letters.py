"""Letters of which U+FFFD is left are named where only one makes a word, and are mostly right."""

from __future__ import annotations

import pytest
from corpus_files import rows

from mojifix import Options, fix, repair

LATIN = "cs da de es et fi fr ga hr hu is it lt lv nb nl pl pt ro sk sl sv tr".split()
SENTENCES = [row["text"] for row in rows("sentences.jsonl") if row["language"] in LATIN]
LEAST_NAMED = 0.45  # of the letters beyond ASCII
LEAST_RIGHT = 0.95


def without(text: str, size: int) -> str:
    """Return a text of which a decoder has lost all but ASCII, some bytes a letter."""
    return "".join(char if char < "\x80" else "\ufffd" * size for char in text)


@pytest.mark.parametrize("size", [1, 2])
def test_named_letters_are_nearly_all_right(size: int) -> None:
    lost = named = right = 0
    for sentence in SENTENCES:
        at, places = 0, {}
        for char in sentence:
            places[at] = char
            at += 1 if char < "\x80" else size
        lost += sum(char > "\x7f" for char in sentence)
        for found in repair(without(sentence, size)).repairs:
            named += 1
            right += found.after == places.get(found.source_start)
    assert named > LEAST_NAMED * lost
    assert right > LEAST_RIGHT * named


def test_a_guess_says_so_and_can_be_refused() -> None:
    text = "Nossa reuni\ufffdo come\ufffda amanh\ufffd cedo."
    found = repair(text)
    assert found.text == "Nossa reunião começa amanhã cedo."
    assert all(each.guessed and each.code == "lost-letter" for each in found.repairs)
    assert "U+FFFD" in found.repairs[0].explain()
    assert repair(text, Options(min_probability=1.0)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "\ufffd",
        "caf\ufffd",
        "The name S\ufffdrgio stands in an English sentence, which has no such words.",
        "In this table \ufffd stands for whatever could not be decoded.",
    ],
)
def test_what_no_word_tells_stays_lost(text: str) -> None:
    assert fix(text) == text


def test_two_stand_for_a_letter_only_where_nothing_else_is_left() -> None:
    assert fix("Nossa reuni\ufffd\ufffdo come\ufffd\ufffda cedo.") == "Nossa reunião começa cedo."
    kept = "Nossa reuni\ufffd\ufffdo começa cedo."
    assert fix(kept) == kept


def test_one_stands_for_a_letter_where_a_word_tells() -> None:
    assert fix("Resolver problemas de comunica\ufffd\ufffdo entre processos") == (
        "Resolver problemas de comunicação entre processos"
    )


@pytest.mark.parametrize(
    "code",
    [
        "if (node == null) {\n\treturn list.get(i);\n}\n// %s\nfor (int i = 0; i < list.size(); i++) {",
        '<div class="form-group">\n  <label>%s</label>\n  <input type="text" name="val">',
        'frame = read(path)\nprint("%s")\nx = frame.groupby(column).sum()',
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "a configuração da conexão",
        "die Übersicht für Geschäftsführer",
        "la descripción del código",
    ],
)
def test_words_in_code_tell_their_language(code: str, words: str) -> None:
    assert fix(code % without(words, 1)) == code % words


def test_a_lost_apostrophe_is_part_of_a_word() -> None:
    assert fix("It\ufffds raining and we didn\ufffdt bring an umbrella.") == (
        "It’s raining and we didn’t bring an umbrella."
    )


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("हम लोग आज शाम को बाजार जाएंगे और वहां से फल लेकर आएंगे।", "बाजार"),
        ("Сегодня утром мы поехали в город, чтобы купить хлеб и молоко.", "поехали"),
        ("Σήμερα το πρωί πήγαμε στην αγορά για να πάρουμε φρούτα.", "αγορά"),
    ],
)
def test_words_are_whole_in_every_script(sentence: str, lost: str) -> None:
    at = sentence.index(lost) + 2
    damaged = f"{sentence[:at]}\ufffd{sentence[at + 1 :]}"
    assert [(found.source_start, found.after) for found in repair(damaged).repairs] == [
        (at, sentence[at])
    ]


def test_an_expected_language_needs_no_evidence() -> None:
    assert fix("caf\ufffd", Options(languages=("fr",))) == "café"
    assert fix("caf\ufffd", Options(languages=("ru",))) == "caf\ufffd"


def test_sentences_begin_with_capitals() -> None:
    assert fix("Hann kom ekki. \ufffdað er allt sem ég veit um það.").startswith(
        "Hann kom ekki. Það"
    )


@pytest.mark.parametrize("quoted", ["Auf Regen folgt Sonne", "Anders als gestern"])
def test_a_quotation_mark_before_a_capital_is_no_letter(quoted: str) -> None:
    text = f"Die Schüler führen heute das Stück „{quoted}“ für ihre Großeltern auf."
    assert f"\ufffd{quoted}" in fix(without(text, 1))


@pytest.mark.parametrize(
    "marked",
    [
        "Mais\ufffd nous partons demain",
        "Das Klima\ufffd bleibt bei uns ein Thema.",
        "Il treno che\ufffd parte alle nove",
    ],
)
def test_a_mark_at_the_end_of_a_word_is_no_letter(marked: str) -> None:
    assert fix(marked) == marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La citt\ufffd \ufffd molto bella perch\ufffd si vede il mare.",
            "La città è molto bella perché si vede il mare.",
        ),
        (
            "La citt\ufffd\ufffd \ufffd\ufffd molto bella perch\ufffd\ufffd si vede il mare.",
            "La città è molto bella perché si vede il mare.",
        ),
        (
            "Han begynte \ufffd lese avisen og glemte \ufffd ringe til s\ufffdsteren sin.",
            "Han begynte å lese avisen og glemte å ringe til søsteren sin.",
        ),
        (
            "Le musée est fermé le lundi, mais le café \ufffd côté reste ouvert.",
            "Le musée est fermé le lundi, mais le café à côté reste ouvert.",
        ),
        (
            "To jest bardzo stary dom \ufffd dawniej tam mieszkali moi dziadkowie.",
            "To jest bardzo stary dom — dawniej tam mieszkali moi dziadkowie.",
        ),
        (
            "O novo telhado da escola \ufffd muito mais caro do que o anterior.",
            "O novo telhado da escola é muito mais caro do que o anterior.",
        ),
    ],
)
def test_a_word_of_one_letter_is_named_where_the_language_has_one(text: str, expected: str) -> None:
    assert fix(text) == expected


def test_the_words_around_tell_which_word_it_was() -> None:
    text = "Vi är här för att äta något i år."
    assert fix(without(text, 1)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Accueil \ufffd Produits \ufffd Contactez nous \ufffd A propos de la maison",
        "\ufffd des pommes de terre et des carottes du jardin",
        "costa 10 \ufffd a persona, compresa la colazione e la cena di domani sera",
        "The goats are gone \ufffd and the old dog sleeps all day under the table.",
    ],
)
def test_what_may_be_a_sign_stays_lost(text: str) -> None:
    assert fix(text) == text
