"""The blocks of a Document out of the lines of a flat page that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from mojifix.boilerplate.lines.evidence import View
from mojifix.layout.flat.shapes import Shape, cells_of, shapes_of
from mojifix.records import Block, BlockKind, Link

_TAB: Final = "\t"
_TITLE: Final = Shape("title")
_LEVELS: Final[dict[BlockKind, int]] = {"list_item": 1, "heading": 2}


def blocks_of(
    page: str,
    views: Sequence[View],
    kept: Sequence[int],
    probabilities: Sequence[float],
    *,
    title: int | None,
    stated: Mapping[int, Shape],
    links: Mapping[int, tuple[Link, ...]],
) -> list[Block]:
    """Return a block for each line that is kept; lines of code that follow each other are one.

    The forms that marks state and the links are by the starts of their lines.
    """
    body = [views[i] for i in kept if i != title]
    shapes = shapes_of([view.text for view in body], prose=[view.prose for view in body])
    if stated:
        shapes = [stated.get(view.start, shape) for view, shape in zip(body, shapes, strict=True)]
    if title is not None:
        shapes.insert(kept.index(title), _TITLE)
    runs = _runs(views, kept, shapes)
    shapes = [shapes[run.start] for run in runs]
    spans = [slice(kept[run.start], kept[run.stop - 1] + 1) for run in runs]
    starts = [views[span.start].start for span in spans]
    return Block.in_columns(
        len(runs),
        kind=[shape.kind for shape in shapes],
        text=[_text(page, views[span], shape) for span, shape in zip(spans, shapes, strict=True)],
        level=[shape.level or _LEVELS.get(shape.kind) for shape in shapes],
        probability=[round(min(probabilities[span]), 4) for span in spans],
        source_start=starts,
        source_end=[views[span.stop - 1].end for span in spans],
        links=[links.get(start, ()) for start in starts],
    )


def _runs(views: Sequence[View], kept: Sequence[int], shapes: Sequence[Shape]) -> list[range]:
    """Part the lines that are kept into blocks; nothing that is removed may stand within one."""
    starts = [
        n
        for n, shape in enumerate(shapes)
        if shape.kind != "code"
        or n == 0
        or shapes[n - 1].kind != "code"
        or kept[n - 1] + 1 != kept[n]
        or _hides_something(views[kept[n - 1]])
    ]
    return list(map(range, starts, [*starts[1:], len(shapes)]))


def _hides_something(view: View) -> bool:
    """Tell whether marks of Markdown that show nothing follow a line of code, as where a fence ends."""
    return view.end - view.start > len(view.text)


def _text(page: str, views: Sequence[View], shape: Shape) -> str:
    if shape.kind == "code":
        margin = min(view.indent for view in views)
        lines = [" " * (view.indent - margin) + view.text for view in views]
        breaks = [
            max(1, page.count("\n", above.end, below.start)) for above, below in pairwise(views)
        ]
        return "".join(
            [line + "\n" * count for line, count in zip(lines, [*breaks, 0], strict=True)]
        )
    if shape.kind == "table_row":
        return _TAB.join(cells_of(views[0].text))
    return views[0].text[shape.mark :].strip()
