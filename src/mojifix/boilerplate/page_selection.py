"""Which blocks of a page are kept, given how likely each is content."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mojifix.boilerplate.page_features import Features
from mojifix.boilerplate.page_roles import Roles
from mojifix.boilerplate.page_text import word_count
from mojifix.boilerplate.roles import Sign
from mojifix.boilerplate.selection import best_cut
from mojifix.boilerplate.walls import MOST_WORDS, wall_of
from mojifix.layout.page import Page
from mojifix.mojibake import fix
from mojifix.options import Options, Preference
from mojifix.records import Block, Judgement, Role

# Weight of recall against precision in the measure that the kept set maximizes.
RECALL: Final[dict[Preference, float]] = {"precision": 0.6, "balanced": 1.0, "recall": 1.6}
# A page of so few blocks is a fragment: there is nothing to choose from.
FRAGMENT: Final = 3
# A page of which no block is likelier content than this has none: of WCXB's pages, cross-validated,
# five of the twelve without content, and none of the others that holds its content.
LEAST_CONTENT: Final = 0.25
# Under so many kept words a page holds next to nothing, and linked data with at least twice as many,
# and twice as many as the second number, stands in. How far it can be trusted was not measured: three
# of WCXB's pages have it.
LEAST_WORDS: Final = 50
LEAST_STATED: Final = 10
STATED: Final = 0.5
# Tabs, and pages that a script puts together, hold content in hidden elements. It is kept when this
# probable, on pages with so many blocks: WCXB's F1 is 0.872 with both bounds, 0.873 without, 0.865
# when hidden parts are always left out.
HIDDEN_SURE: Final = 0.6
HIDDEN_BLOCKS: Final = 40
# Roles that texts of WCXB's pages are content for all the same in fewer than one case in ten.
FURNITURE: Final[frozenset[Role]] = frozenset(
    ("author_box", "tags", "share", "login", "newsletter", "search", "legal", "advert", "related")
)


def kept_blocks(
    page: Page, features: Features, found: list[float], roles: Roles, options: Options
) -> tuple[list[bool], float, tuple[str, ...]]:
    """Return which blocks are content, the F1 to be expected, and notes."""
    if sum(features.words) <= MOST_WORDS and (wall := wall_of(page.texts)):
        return [False] * len(found), 0.0, (f"the page holds no content: it {wall}",)
    if len(found) <= FRAGMENT:
        shown = [not hidden for hidden in features.columns["hidden"]]
        return (
            [show and not _is_furniture(roles.sign(n)) for n, show in enumerate(shown)],
            max(found),
            (),
        )
    if max(found) < LEAST_CONTENT:
        return [False] * len(found), 0.0, ("the page holds no content that could be told",)
    cut, quality = best_cut(found, features.words, recall=RECALL[options.prefer])
    least_hidden = HIDDEN_SURE if len(found) >= HIDDEN_BLOCKS else 1.0
    keep = [
        probability >= (max(cut, least_hidden) if hidden else cut)
        and not _is_furniture(roles.sign(n))
        for n, (probability, hidden) in enumerate(
            zip(found, features.columns["hidden"], strict=True)
        )
    ]
    return keep, quality, ()


def with_stated(page: Page, judged: Judgement, kept: int) -> Judgement:
    """Return the judgement with the content that the linked data states, where there is no other.

    Args:
        page: the page.
        judged: its judgement.
        kept: words that it keeps.
    """
    texts = [fix(text) for text in page.stated_content]
    words = sum(map(word_count, texts))
    if kept >= LEAST_WORDS or words < 2 * max(kept, LEAST_STATED):
        return judged
    shown = " ".join(block.text for block in judged.blocks)
    blocks = [
        Block(kind="paragraph", text=text, probability=STATED, path="head/script")
        for text in texts
        if text not in shown
    ]
    return replace(
        judged,
        blocks=(*judged.blocks, *blocks),
        quality=STATED,
        notes=(*judged.notes, "the content was taken from the page's linked data (JSON-LD)"),
    )


def _is_furniture(sign: Sign | None) -> bool:
    """Tell whether the words of a block leave no doubt that it is not content."""
    return sign is not None and (sign.sure or sign.role in FURNITURE)
