"""Words of a language tell between readings whose bits are close."""

from __future__ import annotations

from mojifix.decoding.scoring import known_words
from mojifix.decoding.scoring.scored import Scored


def test_words_that_all_readings_have_tell_nothing() -> None:
    rows = [Scored(9.0, "cp1252", "fr", 9.0), Scored(10.0, "iso8859-15", "fr", 5.0)]
    window = "déjà 5 ¤".encode("latin-1")
    assert known_words.weigh(window, rows) == rows


def test_a_cedilla_is_no_worse_romanian_than_a_comma() -> None:
    rows = [Scored(9.0, "cp1250", "ro", 6.5), Scored(11.0, "iso8859-16", "ro", 4.5)]
    ranked = known_words.weigh("afişează".encode("cp1250"), rows)
    assert [row.codec for row in ranked] == ["cp1250", "iso8859-16"]


def test_a_reading_that_is_far_off_is_not_helped() -> None:
    rows = [Scored(1.0, "cp1252", "es", 1.0), Scored(40.0, "mac-roman", "es", 33.0)]
    assert known_words.weigh("automóviles".encode("mac-roman"), rows) == rows


def test_east_asian_words_are_not_outweighed_for_being_unknown() -> None:
    rows = [Scored(9.0, "gb18030", "zh-Hans", 7.0), Scored(12.0, "koi8-r", "ru", 9.0)]
    assert known_words.weigh("дом".encode("koi8-r"), rows) == rows


def test_a_word_is_known_in_any_code_page_that_reads_it() -> None:
    window = "início".encode("mac-roman")
    rows = [
        Scored(15.0, "cp1252", "en", 15.0),
        Scored(15.0, "mac-latin2", "cs", 7.5),
        Scored(16.0, "mac-roman", "pt", 9.0),
    ]
    best, other = known_words.weigh(window, rows)
    assert (best.codec, best.language, other.codec) == ("mac-roman", "pt", "cp1252")


def test_the_commoner_of_two_words_tells_more() -> None:
    rows = [Scored(12.0, "cp1250", "sk", 9.5), Scored(14.0, "mac-roman", "it", 7.0)]
    assert known_words.weigh("più".encode("mac-roman"), rows)[0].codec == "mac-roman"
