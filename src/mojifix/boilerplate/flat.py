"""Judging the lines of a page whose HTML is gone.

Three questions, in order: is this a page at all (if not, all of it is kept); where is the body,
between the head that leads up to it and the tail that starts with comments, related pages or
links to the neighbours; and which lines within the body are furniture. In doubt a line stays.
"""

from __future__ import annotations

from mojifix.boilerplate.evidence import View, is_page, views_of
from mojifix.boilerplate.regions import Regions, regions_of
from mojifix.boilerplate.roles import author_of, iso_date, tags_of
from mojifix.layout.flat import FlatText, paragraphs
from mojifix.layout.wrapping import joined, unwrapped
from mojifix.options import Options
from mojifix.records import Block, Judgement, Link, Meta, Removed, Role


def judge_flat(flat: FlatText, options: Options) -> Judgement:
    """Part the lines of a page into content and the rest.

    Args:
        flat: the page in lines.
        options: ``kind="plain"`` keeps everything; ``kind="flat"`` takes less to believe that
            this is a page.

    Returns:
        The kept blocks and the removed lines, with spans in the text given; every visible
        character is in one of them.

    >>> from mojifix.layout.flat import segment
    >>> page = "Soup\\n\\nWash the leeks, cut them in rings and fry them.\\n\\nLeave a reply\\nName *\\n"
    >>> judged = judge_flat(segment(page), Options(kind="flat"))
    >>> judged.meta.title, [removed.role for removed in judged.removed]
    ('Soup', ['comment_form', 'comment_form'])
    """
    views = views_of(flat)
    if options.kind == "plain" or not is_page(views, known=options.kind == "flat"):
        return Judgement(blocks=_whole(flat))
    regions = regions_of(views)
    removed = tuple(
        Removed(
            text=view.text,
            role=regions.roles[i],
            source_start=view.line.start,
            source_end=view.line.end,
        )
        for i, view in enumerate(views)
        if i in regions.roles
    )
    return Judgement(
        blocks=tuple(_blocks(flat, views, regions)), removed=removed, meta=_meta(views, regions)
    )


def _whole(flat: FlatText) -> tuple[Block, ...]:
    return tuple(
        Block(kind="paragraph", text=flat.text[start:end], source_start=start, source_end=end)
        for start, end in paragraphs(flat)
    )


def _blocks(flat: FlatText, views: list[View], regions: Regions) -> list[Block]:
    blocks = []
    kept = [i for i in range(len(views)) if i not in regions.roles]
    for run in unwrapped([views[i].line for i in kept]):
        first, last = views[kept[run.start]], views[kept[run.stop - 1]]
        blocks.append(
            Block(
                kind="title" if kept[run.start] == regions.title else "paragraph",
                text=joined([views[kept[i]].text for i in run]),
                source_start=first.line.start,
                source_end=last.line.end,
            )
        )
    return blocks


def _meta(views: list[View], regions: Regions) -> Meta:
    def texts(role: Role) -> list[str]:
        return [views[i].text for i, found in regions.roles.items() if found == role]

    links = {"previous": None, "next": None}
    for i in regions.roles:
        neighbour = views[i].neighbour
        if neighbour and neighbour.title and links[neighbour.direction] is None:
            links[neighbour.direction] = Link(text=neighbour.title)
    authors = [author for text in texts("author_box") if (author := author_of(text))]
    dates = [found for text in texts("date_line") if (found := iso_date(text))]
    tags = [tag for text in texts("tags") for tag in tags_of(text) or ()]
    return Meta(
        title=views[regions.title].text if regions.title is not None else None,
        authors=tuple(dict.fromkeys(authors[:1])),
        date=dates[0] if dates else None,
        tags=tuple(dict.fromkeys(tags)),
        previous=links["previous"],
        next=links["next"],
    )
