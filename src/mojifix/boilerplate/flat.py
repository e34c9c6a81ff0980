"""Judging the lines of a page whose HTML is gone.

Three questions, in order: is this a page at all (if not, all of it is kept); where is the body,
between the head that leads up to it and the tail that starts with comments, related pages or
links to the neighbours; and which lines within the body are furniture. In doubt a line stays.
"""

from __future__ import annotations

from mojifix.boilerplate.bylines import author_of, author_within
from mojifix.boilerplate.dates import iso_date
from mojifix.boilerplate.evidence import View, is_page, views_of
from mojifix.boilerplate.regions import Regions, regions_of
from mojifix.boilerplate.roles import tags_of
from mojifix.layout.flat import FlatText, paragraphs
from mojifix.options import Options
from mojifix.records import Block, BlockKind, Judgement, Link, Meta, Removed, Role


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
    blocks, removed = [], []
    for i, view in enumerate(views):
        role = regions.roles.get(i)
        if role is None:
            kind: BlockKind = "title" if i == regions.title else "paragraph"
            blocks.append(
                Block(kind=kind, text=view.text, source_start=view.start, source_end=view.end)
            )
        else:
            removed.append(
                Removed(text=view.text, role=role, source_start=view.start, source_end=view.end)
            )
    return Judgement(blocks=tuple(blocks), removed=tuple(removed), meta=_meta(views, regions))


def _whole(flat: FlatText) -> tuple[Block, ...]:
    return tuple(
        Block(kind="paragraph", text=flat.text[start:end], source_start=start, source_end=end)
        for start, end in paragraphs(flat)
    )


def _meta(views: list[View], regions: Regions) -> Meta:
    def texts(role: Role) -> list[str]:
        return [views[i].text for i, found in regions.roles.items() if found == role]

    links: dict[str, Link] = {}
    for i in regions.roles:
        neighbour = views[i].neighbour
        if neighbour and neighbour.title:
            links.setdefault(neighbour.direction, Link(text=neighbour.title))
    # Several dates are those of posts or comments.
    dates = [found for text in texts("date_line") if (found := iso_date(text))]
    names = [author_of(text) or author_within(text) for text in texts("author_box")]
    names += [author_within(text) for text in texts("date_line")]
    authors = list(dict.fromkeys(name for name in names if name))
    tags = [tag for text in texts("tags") for tag in tags_of(text) or ()]
    return Meta(
        title=views[regions.title].text if regions.title is not None else None,
        authors=tuple(authors) if len(authors) == 1 else (),
        date=dates[0] if len(set(dates)) == 1 else None,
        tags=tuple(dict.fromkeys(tags)),
        previous=links.get("previous"),
        next=links.get("next"),
    )
