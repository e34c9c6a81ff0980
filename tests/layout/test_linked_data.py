"""What a page's JSON-LD says, in whatever form it is given."""

import json

import pytest

from mojifix.layout.head.linked_data import LinkedData
from mojifix.layout.html.parsing import parse

STEP = {"@type": "HowToStep", "text": "Boil them."}


def parts(*objects):
    return LinkedData(map(json.dumps, objects)).parts


@pytest.mark.parametrize(
    "instructions",
    [
        "Wash the leeks.<br>Boil them.",
        "Wash the leeks.<BR/>Boil&nbsp;them.",
        "<ol><li>Wash the leeks.</li><li>Boil them.</li></ol>",
        ["Wash the leeks.", None, 3, "Boil them."],
        [{"text": "Wash the leeks."}, {"text": None}, STEP],
        [{"@type": "http://schema.org/HowToStep", "text": "Wash the leeks."}, STEP],
        {"@type": "HowToSection", "itemListElement": ["Wash the leeks.", "Boil them."]},
        {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "HowToDirection", "text": "Wash the leeks."},
                {"@type": "HowToSection", "itemListElement": [STEP]},
            ],
        },
    ],
)
def test_the_steps_of_a_recipe_are_read_in_every_form(instructions):
    recipe = {"@type": "Recipe", "recipeInstructions": instructions}
    steps = ("Wash the leeks.", "Boil them.")
    assert parts(recipe) == parts([None, recipe]) == parts({"@graph": [recipe]}) == steps


def test_several_recipes_are_read_in_turn():
    recipes = [{"@type": "Recipe", "recipeIngredient": name} for name in ("leeks", "salt")]
    assert parts(recipes) == parts(*recipes) == ("leeks", "salt")


def test_what_is_no_list_of_steps_is_no_part():
    menu = {"@type": "ItemList", "itemListElement": ["Home", {"@type": "ListItem", "text": "Shop"}]}
    comment = {"@type": "Comment", "text": "Lovely!"}
    assert parts({"@type": "Article", "articleBody": "Soup.", "comment": [comment]}, menu) == (
        "Soup.",
    )


@pytest.mark.parametrize(
    "script",
    [
        "\n//<![CDATA[\n{}\n//]]>",
        "/*<![CDATA[*/ {} /*]]>*/",
        "<!-- {} -->",
        "<!--//--><![CDATA[//><!--\n{}\n//--><!]]>",
        "{};",
    ],
)
def test_what_a_script_is_wrapped_in_is_left_out(script):
    data = LinkedData([script.replace("{}", '{"@type": "Recipe", "recipeIngredient": "leeks"}')])
    assert (data.types, data.parts) == (frozenset({"recipe"}), ("leeks",))


@pytest.mark.parametrize(
    "script", ["", "<!--" * 50_000, "[" * 100_000, '{"a":' + "1" * 9_999 + "}", "{,}", "null"]
)
def test_what_cannot_be_read_says_nothing(script):
    data = LinkedData([script])
    assert (data.types, data.main, data.parts) == (frozenset(), {}, ())


def test_types_are_known_without_their_vocabulary():
    types = ["https://schema.org/Recipe", "schema:NewsArticle", "Book"]
    assert LinkedData([json.dumps({"@type": types})]).types == {"recipe", "newsarticle", "book"}


def test_half_a_surrogate_pair_is_replaced_and_a_pair_is_kept():
    article = (
        '{"@type": "Article", "author": "Ann \\uDC00 Lee", "articleBody": "\\ud83c\\udf72 \\ud83d"}'
    )
    page = parse(f'<script type="application/ld+json">{article}</script><p>Soup</p>')
    assert page.meta.authors == ("Ann \ufffd Lee",)
    assert page.head.parts == ("\U0001f372 \ufffd",)


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("soup, leeks", ("soup", "leeks")),
        (["soup", "Bern, Aare"], ("soup", "Bern, Aare")),
        ({"@type": "DefinedTerm", "name": "soup"}, ("soup",)),
        ([None, 1, {"@type": "DefinedTerm", "name": "soup"}, {"name": None}], ("soup",)),
        (7, ()),
    ],
)
def test_keywords_are_texts_or_terms_with_names(keywords, tags):
    data = json.dumps({"@type": "Article", "keywords": keywords})
    assert parse(f'<script type="application/ld+json">{data}</script>').meta.tags == tags
