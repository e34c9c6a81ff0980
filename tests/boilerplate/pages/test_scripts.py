"""A page is judged by what it says, not by how many characters its script takes to say it."""

import re
from statistics import mean
from zlib import crc32

import pytest

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.model import shipped_model
from mojifix.layout.html.parsing import parse
from mojifix.layout.scripts import text_size

# Of the probabilities of a page's blocks in two scripts, on average.
FARTHEST = 0.04

# Of each script the first letter, the number of letters, how many letters of an alphabet one is
# worth, what parts words, and what ends a sentence.
SCRIPTS = {
    "Latin": ("a", 26, 1, " ", ". "),
    "Cyrillic": ("а", 32, 1, " ", ". "),
    "Devanagari": ("क", 37, 1, " ", "। "),
    "Ethiopic": ("ሀ", 200, 2, " ", "። "),
    "Hangul": ("가", 9_000, 3, " ", ". "),
    "Han": ("一", 9_000, 4, "", "。"),
    "kana": ("ぁ", 80, 1.5, "", "。"),
    "Thai": ("ก", 46, 1, "", " "),
    "Khmer": ("ក", 35, 1, "", "។ "),
}
SAID = (
    "The old ferry casts off again on Monday after eleven weeks at the wharf. The crew has mended "
    "the hull and painted the wheelhouse, and a new engine drives the screw. Whoever wants to cross "
    "may do so for nothing until the evening.",
    "It was the flood of last spring that tore the boat from its chains. For days it drifted along "
    "the bank until fishermen found it in the reeds below the mill.",
    "From now on it will leave every half hour. The harbor master hopes that the children of the "
    "villages beyond the river will get to school in time again.",
)
LISTED = (
    "Mill by the weir grinds flour again", "Bakers ask for a second market day",
    "Why the bridge stays shut until autumn", "Choir looks for low voices",
    "Two storks nest upon the town hall", "What the new dike will cost us all",
)  # fmt: skip
MENU = ("Town", "Country", "Harbor", "Weather", "Sport", "Culture", "Letters")


def news(paragraphs, items):
    """Return a page of news with a menu, a list of other news beside it and a footer."""
    menu = "".join(f"<li><a href=/{n}>{name}</a>" for n, name in enumerate(MENU))
    text = "".join(f"<p>{SAID[n % len(SAID)]}</p>" for n in range(paragraphs))
    more = "".join(f"<li><a href=/n{n}>{LISTED[n % len(LISTED)]}</a>" for n in range(items))
    return (
        f"<body><div class=top><ul>{menu}</ul></div><div class=page><div class=left>"
        f"<h1>Ferry casts off again</h1><div class=text>{text}</div></div>"
        f"<div class=right><h3>More from the river</h3><ul>{more}</ul></div></div>"
        f"<div class=bottom><ul>{menu}</ul></div></body>"
    )


def written(page, script):
    """Return a page in another script, as long by what it says."""
    first, count, worth, space, end = SCRIPTS[script]

    def word(match):
        seed = crc32(match[0].encode())
        size = int((len(match[0]) + (not space)) / worth + seed % 97 / 97) or 1
        return "".join(chr(ord(first) + seed * (n + 1) // 7 % count) for n in range(size))

    def text(match):
        found = re.sub("[a-z]+", word, match[0].lower()).replace(", ", "、" if not space else ", ")
        return re.sub(r"\. ?", end, found).replace(" ", space if end != " " else " ").strip()

    def spaced(match):
        return text(match) if space else text(match).replace(" ", "")

    return re.sub(r"(?<=>)[^<]+", spaced, page)


def probabilities(page):
    parsed = parse(page)
    return shipped_model().probabilities(parsed, features_of(parsed))


@pytest.mark.parametrize("script", list(SCRIPTS)[1:])
def test_a_page_is_judged_alike_in_every_script(script):
    differences = []
    for page in (news(1, 6), news(2, 12), news(3, 30), news(8, 12)):
        latin, other = (probabilities(written(page, own)) for own in ("Latin", script))
        differences.append(mean(abs(a - b) for a, b in zip(latin, other, strict=True)))
    assert mean(differences) < FARTHEST


def test_a_number_before_a_link_is_as_little_in_every_script():
    for text in ("Ferry casts off again on Monday evening", "渡轮停航十一周以后星期一重新开航"):
        page = parse(f"<ul><li>01<a href=/1>{text}</a></ul>")
        assert page.is_link(0)


def test_linked_text_of_a_garbled_page_is_measured_when_it_is_repaired():
    said = "渡轮星期一重新开航。" * 9
    page = f"<p>{said}</p><ul><li><a href=/1>{said}</a></ul>"
    garbled = page.encode().decode("cp1252", "surrogateescape")
    assert parse(page).linked == parse(garbled).linked == (0, text_size(said))
