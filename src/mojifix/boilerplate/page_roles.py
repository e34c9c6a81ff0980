"""What a block of a page is that is not content: by its words, or by the elements around it."""

from __future__ import annotations

from typing import Final

from mojifix.boilerplate.names import CATEGORIES, name_mask
from mojifix.boilerplate.roles import role_of
from mojifix.layout.page import Page
from mojifix.records import Role

_LONGEST_LABEL: Final = 200  # code points of a text whose words may tell its role
_TAG_ROLES: Final[dict[str, Role]] = {
    "nav": "navigation", "footer": "footer", "header": "header", "aside": "related",
}  # fmt: skip
# In the order in which they are asked: an element may be named after several.
_NAME_ROLES: Final[dict[str, Role]] = {
    "cookie_notice": "cookie_notice", "share": "share", "newsletter": "newsletter", "login": "login",
    "search": "search", "pagination": "pagination", "related": "related", "advert": "advert",
    "comment": "comment", "tags": "tags", "navigation": "navigation", "footer": "footer",
    "header": "header", "meta": "author_box", "aside": "related",
}  # fmt: skip
_BIT_ROLES: Final = tuple(
    (1 << CATEGORIES.index(category), role) for category, role in _NAME_ROLES.items()
)
_COMMENT: Final = 1 << CATEGORIES.index("comment")


class Roles:
    """The roles of a page's blocks, should they not be content."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._of_element: list[Role | None] = []
        in_comment, in_form = [], []
        for parent, tag, names in zip(page.parents, page.tags, page.names, strict=True):
            mask = name_mask(names) if names else 0
            own = _role_of_names(names, mask) if mask else None
            own = own or _TAG_ROLES.get(tag)
            at_top = parent < 0
            self._of_element.append(own or (None if at_top else self._of_element[parent]))
            in_comment.append(bool(mask & _COMMENT) or (not at_top and in_comment[parent]))
            in_form.append(tag == "form" or (not at_top and in_form[parent]))
        self._in_comment, self._in_form = in_comment, in_form

    def role(self, block: int) -> Role:
        """Return what a block is."""
        text, home = self._page.texts[block], self._page.homes[block]
        sign = role_of(text) if len(text) <= _LONGEST_LABEL else None
        if sign is not None and sign.sure:
            return sign.role
        if self._in_comment[home] and self._in_form[home]:
            return "comment_form"
        return self._of_element[home] or (sign.role if sign is not None else "boilerplate")

    def in_comment(self, block: int) -> bool:
        """Tell whether a block stands in an element named after comments."""
        return self._in_comment[self._page.homes[block]]


def _role_of_names(names: str, mask: int) -> Role | None:
    if "crumb" in names.casefold():
        return "breadcrumb"
    return next((role for bit, role in _BIT_ROLES if mask & bit), None)
