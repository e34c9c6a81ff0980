r"""Plain text: the blocks' own characters, and nothing of ours but line breaks.

    >>> from mojifix.records import Block
    >>> text([Block(kind="paragraph", text="One."), Block(kind="paragraph", text="Two.")])
    'One.\n\nTwo.'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mojifix.records import Block, BlockKind

# Neighbors of one of these kinds belong together and stand on consecutive lines.
TIGHT: Final[frozenset[BlockKind]] = frozenset({"list_item", "table_row", "definition"})

# Between the cells in the text of a table row.
CELL_BREAK: Final = "\t"


def text(blocks: Iterable[Block]) -> str:
    """Return the blocks as plain text: a blank line between blocks, none between list items.

    Args:
        blocks: the kept content, in reading order.
    """
    parts: list[str] = []
    previous: BlockKind | None = None
    for block in blocks:
        if previous is not None:
            parts.append("\n" if block.kind == previous and previous in TIGHT else "\n\n")
        parts.append(block.text)
        previous = block.kind
    return "".join(parts)
