"""The blocks of a Document out of the lines of a flat page that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mojifix.boilerplate.lines.evidence import View
from mojifix.layout.shapes import PARAGRAPH, Shape, cells_of, shapes_of
from mojifix.records import Block

_TAB = "\t"


def blocks_of(
    views: Sequence[View],
    kept: Sequence[int],
    probabilities: Sequence[float],
    *,
    title: int | None,
) -> list[Block]:
    """Make blocks of the lines that are kept.

    Args:
        views: all lines of the page.
        kept: numbers of the lines that are kept, in order.
        probabilities: that each of all lines is content, 0..1.
        title: number of the line that is the title.

    Returns:
        A block for each line, with its kind; lines of code that follow each other are one block.
    """
    body = [i for i in kept if i != title]
    shapes = dict(
        zip(
            body,
            shapes_of([views[i].text for i in body], prose=[views[i].prose for i in body]),
            strict=True,
        )
    )
    blocks = []
    for run in _runs(kept, shapes):
        shape = Shape("title") if run[0] == title else shapes[run[0]]
        blocks.append(
            Block(
                kind=shape.kind,
                text=_text([views[i] for i in run], shape),
                level=1 if shape.kind == "list_item" else 2 if shape.kind == "heading" else None,
                probability=round(min(probabilities[i] for i in run), 4),
                source_start=views[run[0]].start,
                source_end=views[run[-1]].end,
            )
        )
    return blocks


def _runs(kept: Sequence[int], shapes: dict[int, Shape]) -> Iterator[list[int]]:
    """Part the lines into blocks; nothing that is removed may stand within one."""
    if not kept:
        return
    run = [kept[0]]
    for above, i in pairwise(kept):
        both = {shapes.get(above, PARAGRAPH).kind, shapes.get(i, PARAGRAPH).kind}
        if i == above + 1 and both == {"code"}:
            run.append(i)
        else:
            yield run
            run = [i]
    yield run


def _text(views: Sequence[View], shape: Shape) -> str:
    if shape.kind == "code":
        margin = min(view.indent for view in views)
        return "\n".join(" " * (view.indent - margin) + view.text for view in views)
    if shape.kind == "table_row":
        return _TAB.join(cells_of(views[0].text))
    return views[0].text[shape.mark :].strip()
