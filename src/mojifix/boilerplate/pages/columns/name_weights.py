"""How the names of the elements around a block weigh: "cart" stands around content, "recipe" in it.

The weights are statistics that ``training/train_pages.py`` takes; a name they do not hold weighs
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from mojifix.boilerplate.pages.columns.places import Places
from mojifix.boilerplate.trees.columns import HIGHEST, Column
from mojifix.layout.page import Page

# Weight of a name that is as frequent in content as around it.
NEUTRAL: Final = 128
# The element itself, its parent and its grandparent are looked at alone; all above them, together.
_LEVELS: Final = range(3)
# What the names of an element count for in the sum of those further in, element by element.
_FADING: Final = 0.7


class Weight(NamedTuple):
    """What several names or words weigh together.

    Attributes:
        lowest, highest: of them.
        farthest: from neutral, of them; None when none of them is known.
        mean: over neutral.
    """

    lowest: int = NEUTRAL
    highest: int = NEUTRAL
    farthest: int | None = None
    mean: float = 0.0

    @property
    def extremes(self) -> bytes:
        """The lowest and the highest, as two bytes."""
        return bytes((self.lowest, self.highest))


_UNKNOWN: Final = Weight()


def weighed(parts: Iterable[str], weights: Mapping[str, int]) -> Weight:
    """Return what the known ones of some names or words weigh together.

    >>> weighed({"cart", "soup"}, {"cart": 60})
    Weight(lowest=60, highest=60, farthest=60, mean=-68.0)
    """
    found = [weights[part] for part in {*parts} if part in weights]
    if not found:
        return _UNKNOWN
    low, high = min(found), max(found)
    farthest = high if high - NEUTRAL >= NEUTRAL - low else low
    return Weight(low, high, farthest, sum(found) / len(found) - NEUTRAL)


def extremes(what: str, found: Iterable[bytes]) -> dict[str, Column]:
    """Return the columns of the lowest and the highest weights, given both of each block.

    >>> extremes("name", [b"\\1\\2", b"\\3\\4"])
    {'name_lowest': b'\\x01\\x03', 'name_highest': b'\\x02\\x04'}
    """
    both = b"".join(found)
    return {f"{what}_lowest": both[::2], f"{what}_highest": both[1::2]}


def name_columns(page: Page, places: Places, weights: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns of the weights of the names around each block.

    Args:
        page: the page.
        places: where its blocks stand.
        weights: of parts of names, 0..255; above ``NEUTRAL`` one is more frequent around content.

    >>> from mojifix.boilerplate.pages.columns.features import features_of
    >>> from mojifix.layout.html.parsing import parse
    >>> page = parse("<div class=cart><p>Leeks</div><div class=recipe><p id=step-2>Wash them</div>")
    >>> columns = name_columns(page, features_of(page).places, {"cart": 60, "recipe": 190})
    >>> list(columns["name_nearest"]), list(columns["name0_lowest"])
    ([60, 190], [128, 128])
    """
    names, parents = page.names, page.parents
    shown = {names[0], *page.inner_names, *map(names.__getitem__, places.holders)}
    known = {names: weighed(places.parts[names], weights) for names in shown}
    both = {names: weight.extremes for names, weight in known.items()}
    homes = places.levels[0]
    columns = extremes("name_inner", map(both.__getitem__, page.inner_names))
    body = known[names[0]]
    own, around = [body.extremes] * len(names), [body.extremes] * len(names)
    nearest, sums = [body.farthest or NEUTRAL] * len(names), [body.mean] * len(names)
    for index in places.holders:
        parent = parents[index]
        weight = known[names[index]]
        own[index] = both[names[index]]
        around[index] = above = around[parent]
        if weight is _UNKNOWN:
            nearest[index] = nearest[parent]
            sums[index] = _FADING * sums[parent]
            continue
        low, high = above
        if weight.lowest < low or weight.highest > high:
            around[index] = bytes((min(weight.lowest, low), max(weight.highest, high)))
        nearest[index] = nearest[parent] if weight.farthest is None else weight.farthest
        sums[index] = _FADING * sums[parent] + weight.mean
    for level in _LEVELS:
        columns |= extremes(f"name{level}", map(own.__getitem__, places.levels[level]))
    columns |= extremes("name_around", map(around.__getitem__, homes))
    columns["name_nearest"] = bytes([nearest[home] for home in homes])
    columns["name_sum"] = bytes([max(0, min(HIGHEST, NEUTRAL + int(sums[home]))) for home in homes])
    return columns
