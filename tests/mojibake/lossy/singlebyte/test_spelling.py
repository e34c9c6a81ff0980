import re

import pytest

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.finding import weighed_edits
from mojifix.mojibake.weighing.scale import Scale

SENTENCES = (
    "이 상자는 혼자서도 쉽게 조립할 수 있습니다.",
    "비가 그치고 나서 우리는 강가를 걸었습니다.",
    "문을 잠그고 나갈 때 불을 껐는지 확인하세요.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("blanks", ["[ \xa0]+", "\xa0"])
def test_spaces_that_took_in_a_no_break_space_stay(sentence: str, blanks: str) -> None:
    garbled = sentence.encode().decode("latin-1")
    once = re.sub(blanks, " " if blanks != "\xa0" else "", garbled)
    assert once != garbled
    assert fix(once) == sentence


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("El programa mostrarÃ una finestra.", "El programa mostrarà una finestra."),
        ("Sabem qui guanyarÃ una medalla.", "Sabem qui guanyarà una medalla."),
    ],
)
def test_a_space_stays_behind_a_letter_that_ends_a_known_word(garbled: str, text: str) -> None:
    assert fix(garbled) == text


def test_a_space_that_is_a_no_break_space_goes() -> None:
    garbled = "오늘 점심은 최고였고 모두 즐거웠습니다.".encode().decode("latin-1")
    assert fix(re.sub("[ \xa0]+", " ", garbled)) == "오늘 점심은 최고였고 모두 즐거웠습니다."


# Words whose last byte, or the second of one of their letters, cp1252 does not define.
RUSSIAN = ("Они сделали это вчера.", "Сохранить изменения", "стоимость доставки", "после этого")


@pytest.mark.parametrize("sentence", RUSSIAN)
@pytest.mark.parametrize("frame", ["%s", 'title = "%s"  # see the manual', "<li>%s</li>"])
def test_a_short_text_is_read_in_the_language_whose_words_it_has(sentence: str, frame: str) -> None:
    assert fix(frame % garble(sentence, ["utf-8 as cp1252 with nothing"])) == frame % sentence


def test_a_letter_alone_that_may_be_several_words_is_left() -> None:
    garbled = garble("Мы были с ним в городе, и потом", ["utf-8 as cp1250 with nothing"])
    assert " у ним" not in fix(garbled)


def test_a_text_cut_off_within_a_letter_gets_no_capital_at_its_end() -> None:
    garbled = f"'{garble('Главный инже', ['utf-8 as cp1252'])}Ð', 'x'"
    assert fix(garbled) == "'Главный инжеÐ', 'x'"


@pytest.mark.parametrize(("word", "is_sure"), [("стих", False), ("язык", True)])
def test_a_guess_says_how_sure_it_is(word: str, is_sure: bool) -> None:
    garbled = garble(f"Он читал нам {word} и говорил.", ["utf-8 as cp1252 with ?"])
    [guess] = [edit for edit in weighed_edits(garbled, set(), Scale(garbled)) if edit.guessed]
    assert (guess.guesses > 0.95) == is_sure


WITHOUT_SPACES = (
    ("cp1250", "รถไฟออกจากสถานีตอนเช้า"),
    ("cp1253", "กรุณาปิดประตูก่อนออกจากห้อง"),
    ("cp1252", "ខ្ញុំចូលចិត្តអានសៀវភៅ"),
    ("cp874", "请在离开房间之前关上窗户。"),
    ("cp1253", "昨日は雨が降っていたので家にいました。"),
)


@pytest.mark.parametrize(("codepage", "sentence"), WITHOUT_SPACES)
def test_the_characters_around_tell_what_is_lost_where_no_spaces_stand(
    codepage: str, sentence: str
) -> None:
    assert fix(garble(sentence, [f"utf-8 as {codepage} with ?"])) == sentence
