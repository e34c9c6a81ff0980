"""What the linked data of a page gives as its content is kept, and nothing else for it."""

from __future__ import annotations

import json

import mojifix
from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.selection import kept_blocks
from mojifix.boilerplate.pages.selecting.stated import stated_blocks
from mojifix.layout.html.parsing import parse
from mojifix.layout.page import Page
from mojifix.options import Options

STEP = "Den Teig über Nacht kühl stellen und am Morgen zu Brötchen formen."
PARAGRAPH = (
    "<p>Brot backen wir am Samstag, weil dann alle helfen können und der Ofen heiß bleibt.</p>"
)


def page_with(data: object, body: str) -> Page:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return parse(f"<head>{script}</head><body>{body}</body>")


def kept_texts(page: Page, probability: float) -> list[str]:
    """Return what is kept when all but the paragraphs are as likely as this."""
    features = features_of(page)
    found = [0.95 if "Samstag" in text else probability for text in page.texts]
    keep, _, _ = kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))
    return [text for text, kept in zip(page.texts, keep, strict=True) if kept]


def test_a_step_of_a_recipe_is_kept_whatever_the_names_around_it() -> None:
    recipe = {"@type": "Recipe", "recipeInstructions": [{"@type": "HowToStep", "text": STEP}]}
    box = f"<div class=related-slider><p>{STEP}</p><p>Noch mehr Rezepte</p></div>"
    menu = "<ul>" + '<li><a href="/x">Rezepte</a></li>' * 60 + "</ul>"
    page = page_with(recipe, menu + PARAGRAPH * 3 + box)
    kept = kept_texts(page, 0.02)
    assert STEP in kept
    assert "Noch mehr Rezepte" not in kept
    assert "Rezepte" not in kept


def test_a_link_named_as_an_ingredient_is_no_ingredient() -> None:
    recipe = {"@type": "Recipe", "recipeIngredient": ["Butter", "500 g Mehl"]}
    menu = '<nav><a href="/butter">Butter</a></nav>' + '<p><a href="/x">Alles</a></p>' * 60
    page = page_with(recipe, menu + PARAGRAPH * 3 + "<ul><li>Butter</li><li>500 g Mehl</li></ul>")
    assert kept_texts(page, 0.02)[-2:] == ["Butter", "500 g Mehl"]
    assert kept_texts(page, 0.02).count("Butter") == 1


def test_an_amount_belongs_to_the_ingredient_beside_it() -> None:
    recipe = {"@type": "Recipe", "recipeIngredient": ["3 EL Sahne"]}
    page = page_with(recipe, "<p>7</p><div><ul><li><p>3</p><p>EL Sahne</p></li></ul></div>")
    assert stated_blocks(page) == [False, True, True]


def test_what_a_reader_or_a_reviewer_says_is_not_stated_as_content() -> None:
    said = [{"@type": "Comment", "text": STEP}, {"@type": "Review", "reviewBody": STEP}]
    assert stated_blocks(page_with(said, f"<p>{STEP}</p>")) == [False]


def test_an_article_is_found_in_its_body_but_for_the_words_of_a_link() -> None:
    article = {
        "@type": "NewsArticle",
        "articleBody": f"{STEP} {STEP.lower()}\n\nDanach ruhen lassen.",
    }
    page = page_with(article, f"<p>{STEP} <a href=/>Mehr dazu</a></p><p>Danach ruhen lassen.</p>")
    assert stated_blocks(page) == [True, True]


def test_garbled_linked_data_still_names_the_repaired_text() -> None:
    recipe = {"@type": "Recipe", "recipeInstructions": STEP}
    html = (
        f'<script type="application/ld+json">{json.dumps(recipe, ensure_ascii=False)}</script>'
        f"<p>{STEP}</p>"
    )
    page = parse(html.encode().decode("cp1252"))
    assert page.texts == (STEP,)
    assert stated_blocks(page) == [True]


def test_a_recipe_card_is_kept_whole() -> None:
    steps = [
        STEP,
        "Die Brötchen eine Stunde gehen lassen.",
        "Bei 230 Grad backen, bis sie klopfen.",
    ]
    recipe = {"@type": "Recipe", "recipeIngredient": ["500 g Mehl"], "recipeInstructions": steps}
    listed = "".join(f"<li>{step}</li>" for step in steps)
    card = (
        f"<section class=recommended-slider><ul><li>500 g Mehl</li></ul><ol>{listed}</ol></section>"
    )
    script = f'<script type="application/ld+json">{json.dumps(recipe)}</script>'
    html = f"<head>{script}</head><article><h1>Brötchen</h1>{PARAGRAPH * 3}{card}</article>"
    kept = [block.text for block in mojifix.clean(html, kind="html").blocks]
    assert kept[-4:] == ["500 g Mehl", *steps]
