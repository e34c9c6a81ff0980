"""Wrong options are refused at once, with the way out."""

import pytest

from mojifix import Options, clean, clean_many, decode, fix, repair


@pytest.mark.parametrize(
    "function", [clean, fix, repair, lambda text, options: clean_many([text], options=options)]
)
def test_options_that_are_none_are_refused(function):
    with pytest.raises(TypeError, match=r"takes an Options\(\.\.\.\), not dict"):
        function("cafÃ©", options={})


@pytest.mark.parametrize("name", ["comments", "tables", "links", "grids", "unescape"])
def test_a_word_is_no_switch(name: str):
    with pytest.raises(TypeError, match="give True or False"):
        Options(**{name: "no"})


@pytest.mark.parametrize("value", ["0.9", None, 2, float("nan")])
def test_a_probability_is_a_number_from_0_to_1(value: object):
    with pytest.raises(ValueError, match="give a number from 0 to 1"):
        Options(min_probability=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["de", None, 5, [5]])
@pytest.mark.parametrize("name", ["languages", "codepages"])
def test_hints_are_tuples_of_names(name: str, value: object):
    with pytest.raises(TypeError, match="takes a tuple of str"):
        Options(**{name: value})


@pytest.mark.parametrize("tag", ["klingon", "English", "", "r", "1ru"])
@pytest.mark.parametrize(
    "take", [lambda tags: Options(languages=tags), lambda tags: decode(b"x", languages=tags)]
)
def test_the_name_of_a_language_is_no_tag(take, tag):
    with pytest.raises(ValueError, match="no BCP 47 tag; give tags such as"):
        take(["ru", tag])


@pytest.mark.parametrize("name", ["klingon", "base64", "undefined"])
def test_code_pages_are_codecs_of_text(name: str):
    with pytest.raises(ValueError, match="no codec of text"):
        Options(codepages=(name,))


@pytest.mark.parametrize(
    ("name", "canonical"), [("ISO-8859-1", "latin-1"), ("latin1", "latin-1"), ("CP866", "cp866")]
)
def test_codecs_have_the_names_that_repairs_give_them(name, canonical):
    assert Options(codepages=(name,)).codepages == (canonical,)
