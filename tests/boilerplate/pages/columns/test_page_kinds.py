"""The traits of a page tell what kind it is; what is not known tells nothing."""

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.columns.page_kinds import KINDS, KindWeights, page_traits
from mojifix.boilerplate.pages.model import shipped_model
from mojifix.layout.html.parsing import parse

FEW = [-150] * len(KINDS)


def traits_of(html: str) -> set[str]:
    page = parse(html)
    return page_traits(page, features_of(page))


def favoring(kind: str, steps: int) -> list[int]:
    return [steps if own == kind else 0 for own in KINDS]


def test_names_types_and_counts_of_tags_are_traits():
    head = '<script type="application/ld+json">{"@type": "Product"}</script>'
    traits = traits_of(head + "<ul class=buyBox><li>Leeks<li>Thyme<li>Cream</ul>")
    assert {"buy", "box", "type:product", "li:1", "li:3"} <= traits
    assert "li:10" not in traits


def test_share_of_sentences_is_a_trait():
    prose = "<p>Wash the leeks well, then slice them as thin as you can." * 5
    assert "sentences:8" in traits_of(prose)
    assert "sentences:1" not in traits_of("<p>Leeks" * 5)


def test_trait_speaks_for_its_kind():
    weights = KindWeights(FEW, {"cart": favoring("product", 100)})
    columns = weights.columns({"cart"}, 1)
    assert max(columns, key=lambda name: columns[name]) == "kind_product"


def test_kinds_are_the_same_for_all_blocks():
    columns = KindWeights(FEW, {}).columns(set(), 3)
    assert set(columns) == {f"kind_{kind}" for kind in KINDS}
    assert all(len(column) == 3 and len(set(column)) == 1 for column in columns.values())


def test_traits_that_are_not_known_change_nothing():
    weights = KindWeights(FEW, {"cart": favoring("product", 100)})
    assert weights.columns({"allotment"}, 1) == weights.columns(set(), 1)


def test_odds_stay_within_their_range():
    sure = KindWeights(FEW, {"cart": favoring("product", 10_000)}).columns({"cart"}, 1)
    assert (sure["kind_product"], sure["kind_article"]) == (b"\7", b"\0")


def test_shipped_weights_know_an_article():
    head = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    page = head + "<article>" + "<p>Wash the leeks well, then slice them as thin as you can." * 20
    columns = shipped_model().weights.kinds.columns(traits_of(page), 1)
    assert max(columns, key=lambda name: columns[name]) == "kind_article"
