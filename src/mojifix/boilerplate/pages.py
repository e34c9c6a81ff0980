"""The judgement of an HTML page: which blocks are content, of what kind, and what the rest is.

Two small tree ensembles give each block a probability; the set of blocks with the highest expected
F1 is kept. The model comes from ``training/train_pages.py``, the header of ``page_model.json`` says
from which data.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

from mojifix.boilerplate.names import CATEGORIES, name_mask
from mojifix.boilerplate.page_features import Places, first_rows, second_rows
from mojifix.boilerplate.roles import role_of
from mojifix.boilerplate.selection import best_cut
from mojifix.boilerplate.trees import Trees
from mojifix.layout.page import Element, Page, TextBlock
from mojifix.options import Options, Preference
from mojifix.records import Block, BlockKind, Judgement, Meta, Removed, Role

FORMAT: Final = "mojifix-pages/1"
# Weight of recall against precision in the measure that the kept set maximizes.
RECALL: Final[dict[Preference, float]] = {"precision": 0.6, "balanced": 1.0, "recall": 1.6}
# With less text than this in all, a page is a shell: there is nothing to choose from.
SMALL_PAGE: Final = 3  # blocks
# A heading right above a kept block is kept when it is at least that probable.
HEADING_FLOOR: Final = 0.15
_LONGEST_LABEL: Final = 200  # characters of a block whose words may tell its role

_KINDS: Final[dict[str, BlockKind]] = {
    "li": "list_item", "pre": "code", "blockquote": "quote", "figcaption": "caption",
    "caption": "caption", "dt": "definition", "dd": "definition", "td": "table_row", "th": "table_row",
}  # fmt: skip
_TAG_ROLES: Final[dict[str, Role]] = {
    "nav": "navigation", "footer": "footer", "header": "header", "aside": "related",
}  # fmt: skip
_NAME_ROLES: Final[dict[str, Role]] = {
    "cookie_notice": "cookie_notice", "share": "share", "newsletter": "newsletter", "login": "login",
    "search": "search", "pagination": "pagination", "related": "related", "advert": "advert",
    "comment": "comment", "tags": "tags", "navigation": "navigation", "footer": "footer",
    "header": "header", "meta": "author_box", "aside": "related",
}  # fmt: skip


@cache
def _ensembles() -> tuple[Trees, Trees]:
    data = json.loads((files(__package__) / "page_model.json").read_text(encoding="utf-8"))
    if data["format"] != FORMAT:
        raise RuntimeError(f"page_model.json has the format {data['format']}, this needs {FORMAT}")
    return Trees.from_dict(data["first"]), Trees.from_dict(data["second"])


def probabilities(page: Page, places: Places) -> list[float]:
    """Return the probability of each block that it is content, 0..1."""
    first, second = _ensembles()
    rows = first_rows(page, places)
    found = [first.probability(row) for row in rows]
    return [second.probability(row) for row in second_rows(page, places, rows, found)]


def judge_page(page: Page, options: Options | None = None) -> Judgement:
    """Judge the blocks of a page.

    Args:
        page: the parsed page.
        options: what to keep.

    Returns:
        The kept blocks, everything else with its role, what the page says of itself, and the
        expected word F1 of the kept set.

    >>> from mojifix.layout.html import parse
    >>> judged = judge_page(parse("<h1>Soup</h1><p>Wash the leeks well, slice them and stew them.</p>"))
    >>> [block.kind for block in judged.blocks]
    ['title', 'paragraph']
    """
    options = options or Options()
    if not page.blocks:
        note = () if page.notes else ("the page holds no text",)
        return Judgement(meta=page.meta, quality=0.0, notes=(*page.notes, *note))
    places = Places(page)
    found = probabilities(page, places)
    cut, quality = best_cut(found, places.words, recall=RECALL[options.prefer])
    if len(page.blocks) <= SMALL_PAGE:
        cut = 0.0
    keep = _with_headings(page, [p >= cut for p in found], found)
    title = _title_block(page)
    if title is not None and any(keep):
        keep[title] = True
    seen: set[str] = set()
    blocks: list[Block] = []
    removed: list[Removed] = []
    for n, block in enumerate(page.blocks):
        role = None if keep[n] else _role(page, block)
        role = role or _unwanted(page, block, options)
        if keep[n] and len(block.text) > _LONGEST_LABEL and block.text in seen:
            role = "duplicate"
        seen.add(block.text)
        path = page.path(block.element)
        if role is None:
            blocks.append(_kept(page, block, found[n], path, is_title=n == title))
        else:
            removed.append(
                Removed(text=block.text, role=role, probability=round(1 - found[n], 4), path=path)
            )
    meta = _with_title(page.meta, blocks)
    return Judgement(
        blocks=tuple(blocks),
        removed=tuple(removed),
        meta=meta,
        quality=round(quality, 4),
        notes=page.notes,
    )


def _with_headings(page: Page, keep: list[bool], found: list[float]) -> list[bool]:
    """Return the kept set with headings that stand right above kept blocks."""
    result = list(keep)
    for n in range(len(keep) - 2, -1, -1):
        tag = page.elements[page.blocks[n].element].tag
        if _heading_level(tag) and result[n + 1] and found[n] >= HEADING_FLOOR:
            result[n] = True
    return result


def _heading_level(tag: str) -> int | None:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


def _title_block(page: Page) -> int | None:
    """Return the block that is the page's title: its first h1, the one the head names first."""
    headings = [n for n, b in enumerate(page.blocks) if page.elements[b.element].tag == "h1"]
    title = (page.meta.title or "").casefold()
    named = [n for n in headings if page.blocks[n].text.casefold() in title]
    return next(iter(named or headings), None)


def _with_title(meta: Meta, blocks: list[Block]) -> Meta:
    title = next((block.text for block in blocks if block.kind == "title"), None)
    if title is None or (meta.title and title.casefold() not in meta.title.casefold()):
        return meta
    return Meta.from_dict({**meta.to_dict(), "title": " ".join(title.split())})


def _kept(page: Page, block: TextBlock, probability: float, path: str, *, is_title: bool) -> Block:
    around = page.ancestors(block.element)
    level = _heading_level(around[0].tag)
    kind: BlockKind = "paragraph"
    if is_title:
        kind, level = "title", None
    elif level:
        kind = "heading"
    else:
        kind = next((_KINDS[item.tag] for item in around[:3] if item.tag in _KINDS), "paragraph")
        if kind == "list_item":
            level = sum(item.tag in ("ul", "ol", "menu") for item in around) or 1
    return Block(
        kind=kind, text=block.text, level=level, probability=round(probability, 4), path=path
    )


def _unwanted(page: Page, block: TextBlock, options: Options) -> Role | None:
    """Return the role of a block that the options leave out, None for the others."""
    if options.comments and options.tables and options.grids:
        return None
    around = page.ancestors(block.element)
    if not options.comments and any(_names(item, "comment") for item in around):
        return "comment"
    if not options.tables and any(item.tag == "table" for item in around):
        return "boilerplate"
    if not options.grids and any(_names(item, "grid") for item in around) and block.links:
        return "related"
    return None


def _names(element: Element, category: str) -> bool:
    return bool(name_mask(element.names) >> CATEGORIES.index(category) & 1)


def _role(page: Page, block: TextBlock) -> Role:
    """Return what a removed block is: by its words, then by the elements around it."""
    sign = role_of(block.text) if len(block.text) <= _LONGEST_LABEL else None
    if sign is not None and sign.sure:
        return sign.role
    around = page.ancestors(block.element)
    if any(item.tag == "form" for item in around) and any(
        _names(item, "comment") for item in around
    ):
        return "comment_form"
    for item in around:
        if "crumb" in item.names:
            return "breadcrumb"
        for category, role in _NAME_ROLES.items():
            if _names(item, category):
                return role
        if item.tag in _TAG_ROLES:
            return _TAG_ROLES[item.tag]
    return sign.role if sign is not None else "boilerplate"
