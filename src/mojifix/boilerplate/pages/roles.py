"""What a block of a page is that is not content: by its words, or by the elements around it."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Final

from mojifix.boilerplate.labels.roles import Sign
from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS
from mojifix.boilerplate.pages.columns.names import CATEGORIES
from mojifix.boilerplate.pages.columns.text import signs_of
from mojifix.layout.page import Page
from mojifix.records import Role

_TAG_ROLES: Final[dict[str, Role]] = {
    "nav": "navigation", "footer": "footer", "header": "header", "aside": "related",
}  # fmt: skip
# What short texts say they are counts for less than an element with one of these names only where
# they may be wrong; under the others, which hold anything, it counts for more.
_BROAD: Final = frozenset(
    ("header", "footer", "related", "navigation", "comment", "author_box", "boilerplate")
)
# In the order in which they are asked: an element may be named after several.
_NAME_ROLES: Final[dict[str, Role]] = {
    "cookie_notice": "cookie_notice", "share": "share", "newsletter": "newsletter", "login": "login",
    "search": "search", "pagination": "pagination", "related": "related", "advert": "advert",
    "comment": "comment", "tags": "tags", "navigation": "navigation", "footer": "footer",
    "header": "header", "meta": "author_box", "aside": "related",
}  # fmt: skip
_CONSENT: Final = re.compile("cookie|consent|gdpr", re.IGNORECASE)
# What a heading says of the blocks below it, as far as the element reaches that it stands in.
_SECTIONS: Final[dict[Role, Role]] = {
    "related": "related", "newsletter": "newsletter", "comment_form": "comment_form",
    "comment_count": "comment", "share": "share", "login": "login", "legal": "footer",
    "cookie_notice": "cookie_notice",
}  # fmt: skip
_BIT_ROLES: Final = tuple(
    (1 << CATEGORIES.index(category), role) for category, role in _NAME_ROLES.items()
)
# A line that bars or strokes part is a trail where its element says so. Of some 500 others on 350 pages
# next to none was: menus, labels such as "Cancer / Oncology", names of sites.
_ARROW: Final = re.compile("[›»>→]")
_COMMENT: Final = 1 << CATEGORIES.index("comment")
# Categories that hold more than their role: windows over the page of which few ask for consent,
# labels and badges of goods beside authors, and what sites promote, which is mostly their own: of some
# 1,500 adverts on 350 pages 860 were such. Without such a word an element is only no content.
_TELLING: Final = {
    1 << CATEGORIES.index("cookie_notice"): _CONSENT,
    1 << CATEGORIES.index("advert"): re.compile(
        r"\A(?!.*promo)|(?<![a-z])ads?(?![a-z])|advert|sponsor", re.IGNORECASE
    ),
    1 << CATEGORIES.index("meta"): re.compile("meta|author|byline|bio|avatar", re.IGNORECASE),
}
# Words that begin as one of a category does, and say nothing of the role: a signature is no "sign up".
_MISLEADING: Final = {
    "signature": 1 << CATEGORIES.index("newsletter"), "footnote": 1 << CATEGORIES.index("footer"),
}  # fmt: skip

# Types of linked data, and what Chinese papers say in ``og:type``.
NEWS: Final = frozenset((
    "newsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle",
    "reportagenewsarticle", "reviewnewsarticle", "og:news",
))  # fmt: skip
ARTICLES: Final = NEWS | {
    "article", "blogposting", "techarticle", "report", "scholarlyarticle",
    "advertisercontentarticle", "satiricalarticle",
}  # fmt: skip
_FORUMS: Final = frozenset(("discussionforumposting", "qapage"))
# Software of forums may call a thread an article and its posts comments. By this five of WCXB's pages
# that say they are articles are forums, all of them rightly: the answers of two stay (F1 0.38 and 0.21
# to 0.96), those of one, which its truth leaves out, too (0.95 to 0.09); forums 0.834 to 0.839.
_FORUM_ADDRESS: Final = re.compile(
    r"^https?://[^/]*forums?\.|/(?:forums?|threads?)/", re.IGNORECASE
)
# Names that blogs give what their readers say: of 60 of WCXB's pages, no thread among them. Older ones
# do not say what they are.
_OF_BLOG: Final = re.compile(
    r"\b(?:commentlist|comment-list|commentmetadata|comment-respond|comments-area)\b"
)


class Roles:
    """The roles of a page's blocks, should they not be content."""

    def __init__(self, page: Page, features: Features) -> None:
        self._page, self._signs = page, signs_of(features.columns["role"])
        own, holders = features.places.own, features.places.holders
        shown = {(page.names[index], own[index]) for index in holders}
        named = {key: _role_of_names(*key) for key in shown}
        # The body has no role: its names say what kind of page it is, as "search" and "tag-soup" do.
        # The last stands for what the body stands in, with the index of its parent.
        of_element: list[Role | None] = [None] * (len(page.tags) + 1)
        in_comment, in_form = [False] * len(of_element), [False] * len(of_element)
        for index in holders:
            parent, tag = page.parents[index], page.tags[index]
            role, is_comment = named[page.names[index], own[index]]
            around = _TAG_ROLES.get(tag) or of_element[parent]
            of_element[index] = (around or role) if role == "boilerplate" else (role or around)
            in_comment[index] = is_comment or in_comment[parent]
            in_form[index] = tag == "form" or in_form[parent]
        self._of_element, self._in_comment, self._in_form = of_element, in_comment, in_form

    def role(self, block: int) -> Role:
        """Return what a block is."""
        page, sign = self._page, self._signs[block]
        home = page.homes[block]
        if sign is not None and sign.sure:
            return sign.role
        if self._in_comment[home] and self._in_form[home]:
            return "comment_form"
        around = self._of_element[home]
        is_menu = bool(sign and sign.role == "breadcrumb" and not _ARROW.search(page.texts[block]))
        if sign is not None and not is_menu and (around is None or around in _BROAD):
            return sign.role
        if around is None or around == "boilerplate":
            other: Role = "navigation" if is_menu and page.links[block] > 1 else "boilerplate"
            return self._of_section.get(block, other)
        return around

    @cached_property
    def _of_section(self) -> dict[int, Role]:
        """Return the roles of the blocks under headings that name a section which is no content.

        A heading right before a text that asks for consent belongs to it, whatever it says itself.
        """
        page = self._page
        last = list(range(len(page.parents)))  # element of each element's subtree
        for index in range(len(last) - 1, 0, -1):
            parent = page.parents[index]
            if last[parent] < last[index]:
                last[parent] = last[index]
        found: dict[int, Role] = {}
        section: Role | None = None
        heading = end = -1
        for n, home in enumerate(page.homes):
            sign = self._signs[n]
            if page.tags[home] in HEADING_LEVELS:
                section = _SECTIONS.get(sign.role) if sign else None
                heading, end = n, last[max(0, page.parents[home])]
            elif home <= end:
                if n == heading + 1 and sign and sign.role == "cookie_notice":
                    section = found[heading] = sign.role
                if section is not None:
                    found[n] = section
        return found

    def consent(self, title: int | None) -> set[int]:
        """Return the blocks of the elements that are named for consent and ask for it.

        Args:
            title: the block of the page's title; what holds it is no such element, as a body with
                the class ``cookies-not-set`` is none.
        """
        page = self._page
        around_title = set(page.around(page.homes[title] if title is not None else 0))
        asking = set()
        for sign, home in zip(self._signs, page.homes, strict=True):
            while sign and sign.role == "cookie_notice" and home not in around_title:
                if _CONSENT.search(page.names[home]):
                    asking.add(home)
                home = page.parents[home]
        return {n for n, is_inside in enumerate(page.inside(asking)) if is_inside}

    def sign(self, block: int) -> Sign | None:
        """Return what the text of a block says it is."""
        return self._signs[block]

    def of_element(self, block: int) -> Role | None:
        """Return what the elements around a block say it is."""
        return self._of_element[self._page.homes[block]]

    @cached_property
    def of_article(self) -> bool:
        """Tell whether the page says it is an article, or is a blog's post, and no forum's thread."""
        page = self._page
        if not page.head.types.isdisjoint(_FORUMS) or _FORUM_ADDRESS.search(page.meta.url or ""):
            return False
        if not page.head.types.isdisjoint(ARTICLES) or "og:article" in page.head.types:
            return True
        return any("comment" in names and _OF_BLOG.search(names) for names in set(page.names))

    def in_comment(self, block: int) -> bool:
        """Tell whether a block stands in an element named after comments."""
        return self._in_comment[self._page.homes[block]]


def _role_of_names(names: str, mask: int) -> tuple[Role | None, bool]:
    """Return what an element's names say it is, and whether it holds comments."""
    if not mask:
        return None, False
    folded = names.casefold()
    for word, bit in _MISLEADING.items():
        if mask & bit and word in folded:
            mask &= ~bit
    if "crumb" in folded:
        role: Role | None = "breadcrumb"
    elif "navigation" in folded and "navigation" in folded.split():
        role = "navigation"
    else:
        told = mask
        for bit, words in _TELLING.items():
            if mask & bit and not words.search(folded):
                told &= ~bit
        role = _role_of_mask(told) or (_role_of_mask(mask) and "boilerplate")
    return role, bool(mask & _COMMENT)


@lru_cache(maxsize=1_024)
def _role_of_mask(mask: int) -> Role | None:
    return next((role for bit, role in _BIT_ROLES if mask & bit), None)
