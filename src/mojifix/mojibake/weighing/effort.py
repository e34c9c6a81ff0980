"""How much of a text is searched for lost bytes before it counts as noise.

Each search looks at a stretch in one language, and noise shows signs of many code pages and scripts:
without a limit each round would search all of it under each of them.
"""

from __future__ import annotations

from typing import Final

# Of 2,492 garbled texts with lost bytes none takes more than 2,800 code points up to a length of 300,
# or more than 6 for each of its own beyond that, and texts made of twelve languages up to 23; letters
# of many scripts took 80 for each.
_LEAST: Final = 4_000
_EACH: Final = 24
# What it takes besides, in code points, to name a guessed character by those around it.
NAMING: Final = 8


class Effort:
    """What the search of a text may take, in code points of each language that it is read in.

    Args:
        size: code points of the text.

    Attributes:
        spent: what it took so far.
        most: what it may take.
    """

    def __init__(self, size: int) -> None:
        self.spent = 0
        self.most = _LEAST + _EACH * size

    def spend(self, amount: int) -> None:
        """Count what a search takes."""
        self.spent += amount

    @property
    def is_used_up(self) -> bool:
        """Tell whether no more is to be searched."""
        return self.spent >= self.most
