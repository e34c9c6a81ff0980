"""Which blocks of a page are kept, given how likely each is content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from operator import and_, mul, or_
from typing import Final

from mojifix.boilerplate.cut import best_cut
from mojifix.boilerplate.labels.roles import Sign
from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.pages.columns.text import word_count
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.further_reading import further_reading
from mojifix.boilerplate.pages.selecting.stated import stated_blocks
from mojifix.boilerplate.pages.selecting.walls import MOST_WORDS, wall_of
from mojifix.layout.page import Page
from mojifix.layout.scripts import text_size
from mojifix.mojibake import fix
from mojifix.options import Options, Preference
from mojifix.records import Block, Judgement, Role

# Weight of recall against precision in the measure that the kept set maximizes.
RECALL: Final[dict[Preference, float]] = {"precision": 0.6, "balanced": 1.0, "recall": 1.6}
# A page of so few blocks is a fragment: there is nothing to choose from.
FRAGMENT: Final = 3
# A page that asks for consent or a script and has so many words of likely content has content, too.
WALL_WORDS: Final = 20
# On a page that says it is an article, comments are left out when so many words of it are kept: F1 of
# articles 0.947 to 0.950, of all 0.872 to 0.873.
ARTICLE_WORDS: Final = 50
# A page of which no block is likelier content than this has none: of WCXB's pages, cross-validated,
# five of the twelve without content, and none of the others that holds its content.
LEAST_CONTENT: Final = 0.25
# One of other sizes has some, whatever the model says: those five have 134 to 417 words. Source that is
# one block of thousands gets 0.20 to 0.46 by several models, two sentences under a title 0.24.
EMPTY_WORDS: Final = range(100, 1_001)
# Under so many kept words a page holds next to nothing, and linked data with at least twice as many,
# and twice as many as the second number, stands in. How far it can be trusted was not measured: three
# of WCXB's pages have it.
LEAST_WORDS: Final = 50
LEAST_STATED: Final = 10
STATED: Final = 0.5
# Tabs, and pages that a script puts together, hold content in hidden elements. It is kept when this
# probable, on pages with so many blocks: WCXB's F1 is 0.872 with both bounds, 0.873 without, 0.865
# when hidden parts are always left out. Products are 0.647 with 0.4, 0.641 with 0.5, 0.639 with 0.6.
HIDDEN_SURE: Final = 0.4
HIDDEN_BLOCKS: Final = 40
# On a page of fewer blocks, what is not linked, hidden, named or phrased as furniture is kept: there
# is little for the model to go by. 26 of WCXB's pages are so small; their F1 does not change.
SMALL_PAGE: Final = 40
# A block that is no list of links and no furniture is kept with its neighbors when so much of what its
# element stands in is. F1 stays (0.8724, 0.8722), and the end of a page's lists is not lost. Where the
# element around that is asked, too, 4 of 462 pages of WCXB are better and 8 worse, held out.
# So is a sentence of the element that holds most of the page's, when so much of what they say is: the
# last chapters of long pages are. F1 of WCXB's pages, cross-validated, stays (26 are better, 18 worse),
# that of 168 pages of manuals is 0.984 to 0.985 (8 are better, none worse).
AMONG_SHARE: Final = 0.8  # of the words
AMONG_BLOCKS: Final = 3
AMONG_PROBABILITY: Final = 0.1
AMONG_TAGS: Final = frozenset(("p", "li", "dt", "dd", "tr", "pre", "blockquote"))
# What stands over other text of its element and is kept when that is, unless its own words or links
# speak against it: a reader does not know a section by its text alone. F1 stays the same.
TITLING: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "summary", "dt", "caption"))
# Roles that texts of WCXB's pages are content for all the same in fewer than one case in ten.
FURNITURE: Final[frozenset[Role]] = frozenset(
    ("author_box", "tags", "share", "login", "newsletter", "search", "legal", "advert", "related")
)
# What is a link when it is no content: "Back to basics" may be a heading, and "Topics: statistics,
# algebra" what a course is about.
_LINKED: Final[frozenset[Role]] = frozenset(("tags", "navigation"))

_NOTHING: Final = "the page holds no content that could be told"


def kept_blocks(
    page: Page, features: Features, found: list[float], roles: Roles, options: Options
) -> tuple[list[bool], float, tuple[str, ...]]:
    """Return which blocks are content, the F1 to be expected, and notes.

    Who prefers precision gets no block that others would not, and who prefers recall lacks none.
    """
    kept, quality, notes = _kept(page, features, found, roles, options.prefer)
    if options.prefer == "balanced":
        return kept, quality, notes
    balanced, _, _ = _kept(page, features, found, roles, "balanced")
    if options.prefer == "recall":
        return list(map(or_, kept, balanced)), quality, notes
    narrower = list(map(and_, kept, balanced))
    return narrower if any(narrower) else balanced, quality, notes


def _kept(
    page: Page, features: Features, found: list[float], roles: Roles, prefer: Preference
) -> tuple[list[bool], float, tuple[str, ...]]:
    words = sum(features.words)
    if words <= MOST_WORDS and (wall := _wall(page, features, found, roles)):
        return [False] * len(found), 0.0, (f"the page holds no content: it {wall}",)
    if len(found) <= FRAGMENT:
        shown = [not hidden for hidden in features.columns["hidden"]]
        return (
            [show and not _is_furniture(page, n, roles.sign(n)) for n, show in enumerate(shown)],
            max(found),
            (),
        )
    if max(found) < LEAST_CONTENT and words in EMPTY_WORDS:
        return [False] * len(found), 0.0, (_NOTHING,)
    cut, quality = best_cut(found, features.words, recall=RECALL[prefer])
    least_hidden = HIDDEN_SURE if len(found) >= HIDDEN_BLOCKS else 1.0
    hidden = features.columns["hidden"]
    # Furniture goes first: no title is kept for what stands below it.
    keep = [
        probability >= (max(cut, least_hidden) if is_hidden else cut)
        and not _is_furniture(page, n, roles.sign(n))
        for n, (probability, is_hidden) in enumerate(zip(found, hidden, strict=True))
    ]
    _add_likely(page, features, found, roles, keep)
    keep = _without_others(page, features, roles, keep)
    return (keep, quality, ()) if any(keep) else (keep, 0.0, (_NOTHING,))


def _add_likely(
    page: Page, features: Features, found: list[float], roles: Roles, keep: list[bool]
) -> None:
    """Keep what linked data gives as content, what stands among content, and the titles over it."""
    hidden, sentence = features.columns["hidden"], features.columns["sentence"]
    for n in compress(range(len(keep)), stated_blocks(page)):
        # A menu may name an ingredient.
        keep[n] = keep[n] or not (hidden[n] or page.is_link(n) or _is_label(roles.sign(n)))
    if not any(keep):
        return
    is_small = len(keep) < SMALL_PAGE
    left = [
        n
        for n, home in enumerate(page.homes)
        if not (keep[n] or hidden[n] or roles.of_element(n))
        and (is_small or found[n] >= AMONG_PROBABILITY)
        and (page.tags[home] in AMONG_TAGS or (is_small and sentence[n]))
        and _is_plain(page, roles, n)
    ]
    if left and not is_small:
        left = [
            *_surrounded(page, features, keep, left),
            *_in_heart(page, features, keep, left),
            *_code_by_text(page, features, keep, left),
        ]
    for n in left:
        keep[n] = True
    for n in _titles_of_kept(page, keep):
        keep[n] = keep[n] or (not hidden[n] and _is_section(page, roles, n))


def _without_others(page: Page, features: Features, roles: Roles, keep: list[bool]) -> list[bool]:
    """Return which blocks are kept without further reading and an article's comments."""
    for n in further_reading(page, features, keep, roles):
        keep[n] = False
    if roles.of_article:
        comments = [roles.in_comment(n) for n in range(len(keep))]
        others = [kept and not comment for kept, comment in zip(keep, comments, strict=True)]
        if sum(compress(features.words, others)) >= ARTICLE_WORDS:
            return others
    return keep


def _is_plain(page: Page, roles: Roles, block: int) -> bool:
    """Tell whether nothing about a block says that it is not content."""
    return roles.sign(block) is None and 3 * page.linked[block] <= page.sizes[block]


def _is_label(sign: Sign | None) -> bool:
    """Tell whether a text is known for a label; a number alone may be an amount, not a count."""
    return sign is not None and (sign.sure or sign.role != "comment_count")


def _is_section(page: Page, roles: Roles, block: int) -> bool:
    """Tell whether a heading may title content: sections of texts are named as links in menus are."""
    sign = roles.sign(block)
    is_common = sign is not None and sign.role == "navigation" and not sign.sure
    return _is_plain(page, roles, block) or (is_common and not page.linked[block])


def _wall(page: Page, features: Features, found: list[float], roles: Roles) -> str | None:
    """Return what a page of few words has in place of content, None when it has content."""
    content = [
        probability >= 0.5 and roles.role(n) != "cookie_notice" and not wall_of([page.texts[n]])
        for n, probability in enumerate(found)
    ]
    if sum(compress(features.words, content)) >= WALL_WORDS:
        return None
    return wall_of(page.texts)


def _surrounded(page: Page, features: Features, keep: list[bool], left: list[int]) -> list[int]:
    """Return which of the blocks left out stand in an element that is otherwise kept."""
    words, blocks = page.added_up(features.words), page.added_up(keep)
    kept = page.added_up(map(mul, features.words, keep))
    return [
        n
        for n, element in _neighborhoods(features, words, left)
        if blocks[element] >= AMONG_BLOCKS and kept[element] >= AMONG_SHARE * words[element]
    ]


def _neighborhoods(
    features: Features, words: Sequence[int], blocks: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield blocks, each with the element that it stands in with others.

    An element that holds nothing else, as the one around a piece of code does, is no neighborhood:
    asked for what it stands in, 6 of 399 pages of WCXB are better and 4 worse.
    """
    _, parents, grandparents = features.places.levels[:3]
    for n in blocks:
        is_alone = words[parents[n]] == features.words[n]
        yield n, grandparents[n] if is_alone else parents[n]


def _code_by_text(page: Page, features: Features, keep: list[bool], left: list[int]) -> list[int]:
    """Return the code left out right before or behind what is kept of its neighborhood.

    However long it is: a listing may outweigh the text that explains it. Of 137 pages of manuals, 11
    are better for it and none worse; of 123 of WCXB's pages with code one changes, by 0.005.
    """
    words, levels = page.added_up(features.words), features.places.levels[:3]
    beside, found = [*keep, False], []
    code = [n for n in left if page.tags[page.homes[n]] == "pre"]
    for n, element in _neighborhoods(features, words, code):
        near = [m for m in (n - 1, n + 1) if beside[m]]
        if any(level[m] == element for m in near for level in levels):
            beside[n] = True
            found.append(n)
    return found


def _in_heart(page: Page, features: Features, keep: list[bool], left: list[int]) -> list[int]:
    """Return the sentences left out of the element that holds most of them and is otherwise kept."""
    words, sentence = features.words, features.columns["sentence"]
    inside = page.inside({features.places.heart()})
    own = [n for n, is_inside in enumerate(inside) if is_inside and sentence[n]]
    kept = sum([words[n] for n in own if keep[n]])
    if kept < AMONG_SHARE * sum([words[n] for n in own]):
        return []
    return [n for n in left if inside[n] and sentence[n]]


def _titles_of_kept(page: Page, keep: list[bool]) -> Iterator[int]:
    """Yield the headings, questions, terms, captions right before a text that is kept, the last first.

    A heading stands over another one of a deeper level, too, once that one is kept.
    """
    for n in range(len(keep) - 2, -1, -1):
        tag = page.tags[page.homes[n]]
        if tag not in TITLING or not keep[n + 1]:
            continue
        follower = page.homes[n + 1]
        below = page.tags[follower]
        if below not in TITLING or tag < below:
            around = page.parents[page.homes[n]]
            while follower > around:
                follower = page.parents[follower]
            if follower == around:
                yield n


def with_stated(page: Page, judged: Judgement, kept: int) -> Judgement:
    """Return a judgement that keeps few words with what the linked data states to be content."""
    if kept >= LEAST_WORDS or not page.head.body:
        return judged
    texts = [fix(text) for text in page.head.body]
    if sum(map(word_count, texts, map(text_size, texts))) < 2 * max(kept, LEAST_STATED):
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


def _is_furniture(page: Page, block: int, sign: Sign | None) -> bool:
    """Tell whether the words of a block leave no doubt that it is not content."""
    if sign is None or (sign.role in _LINKED and not page.links[block]):
        return False
    if not sign.sure and "@" in page.texts[block]:
        return False  # an address, which a page of contacts or the end of a call is there to tell
    return sign.sure or sign.role in FURNITURE
