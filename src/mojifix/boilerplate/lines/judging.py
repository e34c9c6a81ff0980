"""Judging the lines of a page whose HTML is gone.

Three questions, in order: is this a page at all (if not, all of it is kept); where is the body,
between the head that leads up to it and the tail that starts with comments, related pages or
links to the neighbours; and which lines within the body are furniture. In doubt a line stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields, replace
from operator import mul
from typing import Final, NamedTuple

from mojifix.boilerplate.cut import best_cut
from mojifix.boilerplate.labels.bylines import author_of, author_within
from mojifix.boilerplate.labels.dates import iso_date
from mojifix.boilerplate.labels.tag_lists import tags_in
from mojifix.boilerplate.lines.blocks import blocks_of
from mojifix.boilerplate.lines.evidence import View, is_furnished, is_page, views_of
from mojifix.boilerplate.lines.menus import has_menu
from mojifix.boilerplate.lines.model import shipped_model
from mojifix.boilerplate.lines.regions import FEW_LINES, Regions, regions_of
from mojifix.boilerplate.lines.titles import likeliest_title
from mojifix.layout.flat.lines import FlatText, paragraphs
from mojifix.layout.flat.typed import is_typed
from mojifix.layout.head.person_names import listed_names
from mojifix.options import Options, Preference
from mojifix.records import Block, Judgement, Link, Meta, Removed, Role


class Bounds(NamedTuple):
    """Lines go when content is less likely than this, by what the rules make of them.

    Attributes:
        outside: unnamed, above the title.
        head: unnamed, between the title and the first sentences, where a price or a place stands.
        body: unnamed, among the sentences, where a line lost is worse than one too many.
        text: sentences within the body and what stands beside them, most likely their heading; below
            the last, a run of lines without furniture: a table, a list.
        among: unnamed, below the last sentences in a run of lines with furniture.
        named: named by a rule that is not sure.
        comment: what a reader wrote below the body, if the caller wants it.
    """

    outside: float
    head: float
    body: float
    text: float
    among: float
    named: float
    comment: float


# On held-out pages of so few lines the trees are right about what stands among the sentences (of
# lines below 0.3, 13 % are content) and wrong about what follows them: of lines from 0.02 to 0.2, 70 %
# are content. With furniture in the same run of lines 1 % of 1,350 lines of all pages are, and 4 % of
# the 117 to which the trees give 0.1 and more.
ON_SHORT_PAGE: Final = Bounds(
    outside=0.3, head=0.1, body=0.2, text=0.05, among=0.5, named=0.95, comment=0.0
)
# Where no menu is named above the sentences of a short page, there is none: what stands there is a list
# of ingredients, an address, a poem.
WITHOUT_MENU: Final = ON_SHORT_PAGE._replace(outside=0.0, head=0.0)
_OF_MENUS: Final = frozenset({"navigation", "login", "search", "breadcrumb", "pagination", "legal"})
# What is likelier furniture goes, whether a rule names it or not. On held-out pages (five folds) 0.3
# for what stands beside sentences is 0.0003 less of word F1 and 0.0009 less of the F1 of lines.
ON_LONG_PAGE: Final = Bounds(*(0.5,) * len(Bounds._fields))
# Weight of recall against precision, by what the caller prefers.
RECALL: Final[Mapping[Preference, float]] = {"precision": 0.5, "balanced": 1.0, "recall": 2.0}


def judge_flat(flat: FlatText, options: Options) -> Judgement:
    """Part the lines of a page into content and the rest; ``kind="flat"`` believes in one sooner.

    Returns:
        The kept blocks and the removed lines, with spans in the text given; every visible
        character is in one of them.

    >>> from mojifix.layout.flat.lines import segment
    >>> page = "Soup\\n\\nWash two leeks, cut them up, and fry them very slowly.\\n\\nLeave a reply"
    >>> judged = judge_flat(segment(page), Options(kind="flat"))
    >>> judged.meta.title, [removed.role for removed in judged.removed]
    ('Soup', ['comment_form'])
    """
    views = views_of(flat)
    if not _is_page(flat, views, known=options.kind == "flat"):
        return Judgement(blocks=paragraphs(flat.text), meta=flat.meta)
    regions = regions_of(views)
    probabilities = shipped_model().probabilities(views, regions)
    sizes = [view.width for view in views]
    cut, _ = best_cut(probabilities, sizes, recall=RECALL[options.prefer])
    _name_title(views, regions, likeliest_title(views, regions, probabilities, cut))
    _weigh(views, regions, probabilities, cut, comments=options.comments)
    kept = [i for i in range(len(views)) if i not in regions.roles]
    links = flat.links or {}
    blocks = blocks_of(
        flat.text,
        views,
        kept,
        probabilities,
        title=regions.title,
        stated=flat.shapes,
        links=links if options.links else {},
    )
    return Judgement(
        blocks=tuple(blocks),
        removed=_removed(flat, views, regions, probabilities),
        meta=_completed(flat.meta, _meta(views, regions, blocks, links)),
        quality=round(_quality(probabilities, sizes, kept), 4),
    )


def _name_title(views: list[View], regions: Regions, title: int | None) -> None:
    """Take a line for the title; where it looks like a sentence, the body begins below it."""
    ruled, regions.title = regions.title, title
    if title is None or title == ruled:
        return
    if ruled is not None and ruled < title:
        regions.roles[ruled] = "header"
    regions.roles.pop(title, None)
    if title == regions.first:
        below = range(title + 1, regions.tail)
        regions.first = next((i for i in below if views[i].prose), title)


def _is_page(flat: FlatText, views: list[View], *, known: bool) -> bool:
    """Tell whether a text is a web page; one in Markdown has menus or much furniture, too."""
    if known or flat.links is None:
        typed = not known and is_typed(flat) and not (flat.shapes and is_furnished(views))
        return is_page(views, known=known, typed=typed)
    return is_page(views) and (is_furnished(views) or has_menu(views, flat.links, flat.shapes))


def _weigh(
    views: list[View],
    regions: Regions,
    probabilities: list[float],
    cut: float,
    *,
    comments: bool,
) -> None:
    """Let the trees overrule the rules where those are not sure."""
    bounds = ON_SHORT_PAGE if len(views) <= FEW_LINES else ON_LONG_PAGE
    if bounds is ON_SHORT_PAGE and _OF_MENUS.isdisjoint(v.role for v in views[: regions.first]):
        bounds = WITHOUT_MENU
        _keep_head(views, regions)
    roles = regions.roles
    # A link to another page between the paragraphs says nothing about what follows.
    furnished = {
        views[i].group
        for i, role in roles.items()
        if 0 < regions.last < i < regions.tail and role != "related"
    }
    for i, probability in enumerate(probabilities):
        role = roles.get(i)
        if role is None:
            if probability >= cut or i == regions.title:
                continue
            if probability < _bound(i, views, regions, furnished, bounds):
                roles[i] = roles.get(i - 1, "boilerplate")
        elif role == "comment":
            is_said = comments and views[i].role is None
            if is_said and probability >= min(cut, bounds.comment) and not _is_sure(views[i]):
                del roles[i]
        elif probability >= max(cut, bounds.named) and not _is_sure(views[i]):
            del roles[i]


def _keep_head(views: list[View], regions: Regions) -> None:
    """Forget what lines above the sentences were taken for by their place alone.

    The name of a diary stays known: it comes first, and a date below it.
    """
    is_diary = len(views) > 1 and views[1].role == "date_line"
    regions.roles = {
        i: role
        for i, role in regions.roles.items()
        if i >= regions.first
        or views[i].role
        or role not in ("header", "navigation")
        or (i == 0 and is_diary)
    }


def _bound(
    i: int, views: list[View], regions: Regions, furnished: Set[int], bounds: Bounds
) -> float:
    """Return the probability below which an unnamed line goes, given which runs hold furniture."""
    if not regions.first <= i < regions.tail:
        in_head = regions.title is not None and regions.title < i < regions.first
        return bounds.head if in_head else bounds.outside
    group = views[i].group
    beside = views[max(0, i - 1) : min(i + 3, regions.tail)]
    if views[i].prose or any(view.prose and view.group == group for view in beside):
        return bounds.text
    if i < regions.last:
        return bounds.body
    return bounds.among if group in furnished else bounds.text


def _is_sure(view: View) -> bool:
    return view.sign is not None and view.sign.sure


def _removed(
    flat: FlatText, views: list[View], regions: Regions, probabilities: list[float]
) -> tuple[Removed, ...]:
    """Return what is none of the text, and the lines with a role, in reading order."""
    roles = sorted(regions.roles.items())
    lines = [views[i] for i, _ in roles]
    removed = Removed.in_columns(
        len(lines),
        text=[view.text for view in lines],
        role=[role for _, role in roles],
        probability=[round(1.0 - probabilities[i], 4) for i, _ in roles],
        source_start=[view.start for view in lines],
        source_end=[view.end for view in lines],
    )
    if flat.removed:
        removed = sorted([*flat.removed, *removed], key=lambda piece: piece.source_start or 0)
    return tuple(removed)


def _completed(stated: Meta, seen: Meta) -> Meta:
    """Return what a header says, and of the rest what the page shows.

    The title in a header often has the name of the site as well.
    """
    said = {item.name: value for item in fields(Meta) if (value := getattr(stated, item.name))}
    if seen.title and seen.title.casefold() in said.get("title", "").casefold():
        del said["title"]
    return replace(seen, **said)


def _quality(probabilities: list[float], sizes: list[int], kept: list[int]) -> float:
    """Return the word F1 to be expected of what is kept."""
    words = list(map(mul, probabilities, sizes))
    total = sum([sizes[i] for i in kept]) + sum(words)
    return 2 * sum([words[i] for i in kept]) / total if total else 0.0


def _meta(
    views: list[View],
    regions: Regions,
    blocks: list[Block],
    links: Mapping[int, tuple[Link, ...]],
) -> Meta:
    texts: dict[Role, list[str]] = {"date_line": [], "author_box": [], "tags": []}
    dates: list[str] = []
    dates_of_head: list[str] = []
    head = range(regions.first if regions.title is None else regions.title, regions.first)
    neighbours: dict[str, Link] = {}
    for i, role in regions.roles.items():
        view = views[i]
        if role in texts:
            texts[role].append(view.text)
            if role != "tags" and (date := iso_date(view.text)):
                (dates_of_head if i in head else dates).append(date)
        if view.neighbour and view.neighbour.title:
            url = next((link.url for link in links.get(view.start, ())), None)
            neighbour = Link(text=view.neighbour.title, url=url)
            neighbours.setdefault(view.neighbour.direction, neighbour)
    # Several dates or authors are those of posts or comments. The date that stands below the title is
    # its own: of 308 pages of WCXB that have one it finds 14 more, and one that is wrong.
    dates = dates_of_head or dates
    named = [author_of(text) or author_within(text) for text in texts["author_box"]]
    named += map(author_within, texts["date_line"])
    authors = {tuple(listed_names(names)) for names in named if names}
    listed = texts["tags"]
    content = " ".join(block.text for block in blocks) if listed else ""
    tags = [tag for text in listed for tag in tags_in(text, content)]
    return Meta(
        title=views[regions.title].text if regions.title is not None else None,
        authors=authors.pop() if len(authors) == 1 else (),
        date=dates[0] if len(set(dates)) == 1 else None,
        tags=tuple(dict.fromkeys(tags)),
        previous=neighbours.get("previous"),
        next=neighbours.get("next"),
    )
