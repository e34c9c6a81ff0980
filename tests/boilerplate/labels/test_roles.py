"""Roles of short texts, links to the neighbors, dates and bylines."""

import pytest

from mojifix.boilerplate.labels.bylines import author_of, author_within
from mojifix.boilerplate.labels.dates import iso_date
from mojifix.boilerplate.labels.neighbours import neighbour_of
from mojifix.boilerplate.labels.roles import role_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Leave a Reply", "comment_form"),
        ("Schreibe einen Kommentar", "comment_form"),
        ("コメントを残す", "comment_form"),
        ("Schreiben Sie einen Kommentar zum Beitrag:", "comment_form"),
        ("Send en kommentar", "comment_form"),
        ("Z Wikipedii, wolnej encyklopedii", "header"),
        ("Lade Veranstaltungen", "navigation"),
        ("Baca juga : Kapal tua", "related"),
        ("Escrito por: quinta-feira, março 31, 2011", "date_line"),
        ("12 Comments", "comment_count"),
        ("Auf Facebook teilen", "share"),
        ("विज्ञापन", "advert"),
        ("(c) 2012 Leek Farm", "footer"),
        ("[edit | edit source]", "navigation"),
        ("18 мая 2024 г.", "date_line"),
        ("Privacy Policy", "legal"),
        ("© 2020 The Tin Roof. All rights reserved.", "footer"),
        ("Wir verwenden Cookies, um zu zählen, wer da ist.", "cookie_notice"),
        ("Home » News » Fish", "breadcrumb"),
        ("Tags: herring, rope, wind", "tags"),
        ("Пошук", "search"),
        ("Giriş yap", "login"),
        ("March 14, 2023", "date_line"),
        ("By Hannah Oakes", "author_box"),
    ],
)
def test_furniture_is_known_by_its_words(text, role):
    assert role_of(text).role == role


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies for the children and bread for the adults, said the baker, and laughed."
        * 8,
        "By night the harbor is quiet.",
        "Share your bread with those who have none, and your soup with those who have no spoon.",
        "Back to the drawing board, then, and all because of a gull with a taste for paint.",
        "3 + 4 = 7 and more",
        "She left a comment about the weather.",
        "Launched in the yard: 12 March 1980",
        "Length | Draught |",
        "Alle Preise und Gebühren setzt der Hafenmeister am Ende des Monats selbst neu fest.",
    ],
)
def test_prose_is_not_taken_for_furniture(text):
    assert role_of(text) is None


@pytest.mark.parametrize(
    ("text", "direction", "title", "glued"),
    [
        ("Previous articleरण संवाद", "previous", "रण संवाद", True),
        ("Next post: Two Boats", "next", "Two Boats", False),
        ("Nächster BeitragZwei Boote", "next", "Zwei Boote", True),
        ("मागील लेखशाळेचे अंगण", "previous", "शाळेचे अंगण", True),
        ("下一篇：两条船", "next", "两条船", False),
        ("← Two Boats", "previous", "Two Boats", False),
        ("Siguiente", "next", "", False),
    ],
)
def test_links_to_the_neighbors_lose_their_label(text, direction, title, glued):
    found = neighbour_of(text)
    assert (found.direction, found.title, found.glued) == (direction, title, glued)


@pytest.mark.parametrize(
    "text",
    [
        "Next week we sail.",
        "Previous articles have said so",
        "पुढील लेखात हे सांगितले",
        "Nextdoor neighbors",
        "Weiterhin gilt das alte Recht",
    ],
)
def test_sentences_that_begin_like_a_label_are_no_links(text):
    assert neighbour_of(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 Marzo 2023", "2023-03-03"),
        ("28.2.2022", "2022-02-28"),
        ("2023年4月2日", "2023-04-02"),
        ("11 مارس، 2023", "2023-03-11"),
        ("Minggu, 20 Maret 2022", "2022-03-20"),
        ("July 4th 1999", "1999-07-04"),
        ("31.02.2020", None),
        ("May be", None),
    ],
)
def test_dates_are_read_in_many_languages(text, date):
    assert iso_date(text) == date


def test_names_are_read_from_bylines():
    assert author_of("Por Lucía Ordóñez") == "Lucía Ordóñez"
    assert author_of("By the sea") is None
    assert author_within("Opublikowane 9 sierpnia 2021 przez Jagoda") == "Jagoda"


@pytest.mark.parametrize(
    "text",
    [
        "Verfasst: 12.03.2021, 10:15",
        "Добавлено: 05.04.2019, 14:22",
        "Data: 12/03/2021",
        "最后更新：2021-03-12",
        "• Last Updated: March 3, 2024",
    ],
)
def test_a_date_with_its_label_is_a_date_line(text):
    assert role_of(text).role == "date_line"


@pytest.mark.parametrize(
    "text",
    [
        "Beginn: 18.03.2022, 19:30",
        "Died: 3 May 1902",
        "Derby: 18 May 2024",
        "开始：2021年5月3日",
        "Data protection since 25 May 2018: what became of it",
        "Zum Inhalt",
        "Nachricht senden",
        "Vous devez vous connecter pour publier une annonce et répondre aux messages.",
        "Πρέπει να συνδεθείτε με τους ανθρώπους του νησιού για να τους καταλάβετε.",
        "Privacy en cookies spelen een grote rol op het net.",
        "Durch die weitere Nutzung dieser Räume spart der Verein im Jahr viel Geld.",
    ],
)
def test_what_begins_like_furniture_and_goes_on_otherwise_is_content(text):
    assert role_of(text) is None
