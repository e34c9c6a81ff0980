r"""Plain text: the blocks' own characters, and nothing of ours but line breaks.

>>> from mojifix.records import Block
>>> text([Block(kind="paragraph", text="One."), Block(kind="paragraph", text="Two.")])
'One.\n\nTwo.'
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from mojifix.records import Block, BlockKind
from mojifix.render.rows import CELL_BREAK, rows

# Neighbors of one of these kinds belong together and stand on consecutive lines, as do table rows.
TIGHT: Final[frozenset[BlockKind]] = frozenset({"list_item", "definition"})


def text(blocks: Iterable[Block]) -> str:
    """Return the blocks as plain text: a blank line between blocks, none between list items."""
    return "\n\n".join(
        part
        for kind, run in groupby(blocks, key=lambda block: block.kind)
        for part in _parts(kind, run)
    )


def _parts(kind: BlockKind, run: Iterable[Block]) -> Iterable[str]:
    if kind == "table_row":
        return ["\n".join(CELL_BREAK.join(row) for row in rows(run))]
    texts = [block.text for block in run]
    return ["\n".join(texts)] if kind in TIGHT else texts
