"""The judgement of an HTML page: which blocks are content, of what kind, and what the rest is.

The model gives each block a probability; the set of blocks with the highest expected F1 is kept.
"""

from __future__ import annotations

from itertools import compress, pairwise
from typing import Final

from mojifix.boilerplate.pages.block_kinds import block_kinds
from mojifix.boilerplate.pages.columns.features import Features, features_of
from mojifix.boilerplate.pages.item_numbers import ItemNumbers
from mojifix.boilerplate.pages.metadata.meta import completed
from mojifix.boilerplate.pages.metadata.title import title_block
from mojifix.boilerplate.pages.model import Model, shipped_model
from mojifix.boilerplate.pages.pieces import Pieces
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.cards import in_cards
from mojifix.boilerplate.pages.selecting.copies import copies
from mojifix.boilerplate.pages.selecting.lead import lead_blocks
from mojifix.boilerplate.pages.selecting.selection import kept_blocks, with_stated
from mojifix.layout.page import Page
from mojifix.options import Options, chosen
from mojifix.records import Block, Judgement, Removed, Role

# A date so many blocks from the title says when the page was published: it goes into the metadata.
# Word F1 on WCXB is the same either way.
DATE_REACH: Final = 8


def judge_page(page: Page, options: Options | None = None) -> Judgement:
    """Judge the blocks of a page.

    Returns:
        The kept blocks, everything else with its role, what the page says of itself, and the
        expected word F1 of the kept set.

    >>> from mojifix.layout.html.parsing import parse
    >>> judged = judge_page(parse("<h1>Soup</h1><p>Wash the leeks well, slice them and stew them.</p>"))
    >>> [block.kind for block in judged.blocks]
    ['title', 'paragraph']
    """
    if not page.texts:
        note = () if page.notes else ("the page holds no text",)
        judged = Judgement(
            removed=tuple(_left_out(page, page.paths())),
            meta=page.meta,
            quality=0.0,
            notes=(*page.notes, *note),
        )
        return with_stated(page, judged, 0)
    return judge(page, features_of(page), chosen(options), shipped_model())


def keep_page(page: Page) -> Judgement:
    """Keep all blocks of a page that is content as a whole, as the entries of a feed are.

    >>> from mojifix.layout.html.parsing import parse
    >>> [block.text for block in keep_page(parse("<p>Menu<p>About us")).blocks]
    ['Menu', 'About us']
    """
    count, paths = len(page.texts), page.paths()
    blocks, removed = _kept(page, [1.0] * count, [None] * count, paths, title_block(page))
    return Judgement(
        blocks=tuple(blocks),
        removed=(*removed, *_left_out(page, paths)),
        meta=page.meta,
        notes=page.notes,
    )


def judge(page: Page, features: Features, options: Options, model: Model) -> Judgement:
    """Judge the blocks of a page by a given model."""
    found = model.probabilities(page, features)
    roles = Roles(page, features)
    keep, quality, notes = kept_blocks(page, features, found, roles, options)
    title = title_block(page)
    _settle_title(page, keep, title, roles)
    reasons = _reasons(page, features, roles, keep, options)
    paths = page.paths()
    blocks, removed = _kept(page, found, reasons, paths, title)
    removed += _removed(page, found, reasons, paths)
    removed.sort(key=lambda piece: piece.source_start or 0)  # in reading order
    removed += _left_out(page, paths)
    judged = Judgement(
        blocks=tuple(blocks),
        removed=tuple(removed),
        meta=completed(page, title, roles, features, model.weights.kinds),
        quality=round(quality, 4),
        notes=(*page.notes, *notes),
    )
    kept = sum(words for words, reason in zip(features.words, reasons, strict=True) if not reason)
    return with_stated(page, judged, kept)


def _settle_title(page: Page, keep: list[bool], title: int | None, roles: Roles) -> None:
    """Keep the title and an article's lead; leave out the date, and what asks for consent."""
    for n in roles.consent(title):
        keep[n] = False
    if title is not None and any(keep):
        for n in range(max(0, title - DATE_REACH), min(len(keep), title + DATE_REACH + 1)):
            sign = roles.sign(n)
            keep[n] = keep[n] and not (sign and sign.role == "date_line")
        keep[title] = True
        for n in lead_blocks(page, title) if roles.of_article else ():
            keep[n] = keep[n] or roles.sign(n) is None


def _kept(
    page: Page,
    found: list[float],
    reasons: list[Role | None],
    paths: list[str],
    title: int | None,
) -> tuple[list[Block], list[Removed]]:
    """Return the blocks that stay, and the pieces that are cut off them."""
    pieces, numbers = Pieces(page), ItemNumbers(page)
    stay = [n for n, reason in enumerate(reasons) if reason is None]
    kinds = block_kinds(page, [page.homes[n] for n in stay])
    blocks: list[Block] = []
    removed: list[Removed] = []
    for n, (kind, level) in zip(stay, kinds, strict=True):
        block = Block(
            kind="title" if n == title else kind,
            text=page.texts[n],
            level=None if n == title else level,
            probability=round(found[n], 4),
            source_start=page.starts[n],
            source_end=page.starts[n + 1] - 1,
            path=paths[page.homes[n]],
            links=page.anchors[n] if page.anchors else (),
            number=numbers.number(page.homes[n]) if kind == "list_item" else None,
            code=tuple(page.code.get(n, ())),
        )
        own, cut_off = pieces.of(n, block)
        blocks += own
        if cut_off is not None:
            removed.append(cut_off)
    return blocks, removed


def _removed(
    page: Page, found: list[float], reasons: list[Role | None], paths: list[str]
) -> list[Removed]:
    out = [n for n, role in enumerate(reasons) if role is not None]
    return Removed.in_columns(
        len(out),
        text=[page.texts[n] for n in out],
        role=[reasons[n] for n in out],
        probability=[round(1 - found[n], 4) for n in out],
        source_start=[page.starts[n] for n in out],
        source_end=[page.starts[n + 1] - 1 for n in out],
        path=[paths[page.homes[n]] for n in out],
    )


def _left_out(page: Page, paths: list[str]) -> list[Removed]:
    """Return what is in no block."""
    spans = pairwise(page.starts[len(page.texts) :])
    return [
        Removed(
            text=text,
            role="boilerplate",
            source_start=start,
            source_end=end - 1,
            path=paths[home],
        )
        for (home, text), (start, end) in zip(page.left_out.items(), spans, strict=True)
    ]


def _reasons(
    page: Page, features: Features, roles: Roles, keep: list[bool], options: Options
) -> list[Role | None]:
    """Return the role of each block that is left out, None for those that stay."""
    reasons = [None if kept else roles.role(n) for n, kept in enumerate(keep)]
    for n in copies(page, list(compress(range(len(keep)), keep))):
        reasons[n] = "duplicate"
    if not (options.comments and options.tables and options.grids):
        unwanted = _unwanted(page, features, roles, options)
        reasons = [reason or role for reason, role in zip(reasons, unwanted, strict=True)]
    return reasons


def _unwanted(page: Page, features: Features, roles: Roles, options: Options) -> list[Role | None]:
    """Return the roles of the blocks that the options leave out, None for the others."""
    count = len(page.texts)
    comments = [not options.comments and roles.in_comment(n) for n in range(count)]
    tables = {n for n, tag in enumerate(page.tags) if tag == "table" and not options.tables}
    cards = [False] * count if options.grids else in_cards(page, features.places)
    return [
        "comment" if comment else "boilerplate" if table else "related" if card else None
        for comment, table, card in zip(comments, page.inside(tables), cards, strict=True)
    ]
