"""What pages state, sign and link to is read in time that grows with its length."""

import json

import pytest
from growth import assert_linear

from mojifix import clean
from mojifix.layout.html.parsing import parse

LENGTH = 60_000  # code points
TEXT = "<p>Wash the leeks well, slice them thinly and stew them in butter until they are soft.</p>"
STEP = "Wash {0} leeks and stew them in butter until they are soft."


def data(item):
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def numbered(unit, length):
    """Return some texts of a length together, all different."""
    return [unit.format(n) for n in range(length // len(unit))]


def recipe(steps):
    listed = "".join(f"<li>{step}" for step in steps)
    return data({"@type": "Recipe", "recipeInstructions": steps}) + f"<ol>{listed}</ol>"


# From how long the input should be to the page. One script is read up to 500,000 characters.
STATED = {
    "steps": lambda length: recipe(numbered(STEP, length // 2)),
    "one article of one word": lambda length: (
        data({"@type": "Article", "articleBody": "leeks " * (length // 12)})
        + f"<p>{'leeks ' * (length // 12)}</p>"
    ),
    "open tags": lambda length: data({"@type": "Article", "articleBody": "<p " * (length // 3)}),
    "entities": lambda length: data({"@type": "Article", "articleBody": "&amp;" * (length // 5)}),
    "vocabularies": lambda length: data({"@type": ["schema:" * (length // 7)]}),
    "surrogates": lambda length: data({"articleBody": "\ud83d " * (length // 7)}),
    "authors": lambda length: data({"@type": "Article", "author": numbered("Ann Lee {0}", length)}),
    "one author": lambda length: f"<meta name=author content='{'Ann Lee and ' * (length // 12)}'>",
    "keywords": lambda length: data({"@type": "Article", "keywords": "a," * (length // 2)}),
    "scripts": lambda length: data({"@type": "Article", "author": "Ann Lee"}) * (length // 90),
}


@pytest.mark.parametrize("name", STATED)
def test_reading_what_a_page_states_is_linear(name):
    assert_linear(parse, STATED[name], length=LENGTH)


SHOWN = {
    "steps": lambda length: recipe(numbered(STEP, length // 2)),
    "bylines": lambda length: "<p class=byline>By Ann Lee" * (length // 26),
    "bylines below an article": lambda length: (
        "<meta property=og:type content=article>"
        + TEXT * 40
        + "<p>By Ann Lee<p>By Jo Ray" * (length // 26)
    ),
    "parts of one byline": lambda length: (
        f"<p class=byline>{'By Ann Lee | May 2022 | ' * (length // 24)}"
    ),
    "one name": lambda length: f"<div class=author>{'Ann Lee ' * (length // 8)}</div>{TEXT}",
    "links at the end": lambda length: (
        TEXT * (length // 200) + "".join(numbered("<p><a href=/p{0}>Leek {0}</a>", length // 2))
    ),
    "a long name of the site and links to others": lambda length: (
        f"<link rel=canonical href='https://{'a.' * (length // 8)}example/'>"
        + TEXT * (length // 200)
        + "".join(numbered("<p><a href=https://a{0}.example>Leek {0}</a>", length // 4))
    ),
    "teasers": lambda length: (
        TEXT * (length // 200)
        + "".join(numbered("<div><h3><a href=/{0}>Leek {0}</a></h3><p>Stew it.</div>", length // 2))
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_reading_bylines_and_links_on_is_linear(name):
    assert_linear(lambda page: clean(page, kind="html"), SHOWN[name], length=LENGTH)
