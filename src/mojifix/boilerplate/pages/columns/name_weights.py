"""How the names of the elements around a block weigh: "cart" stands around content, "recipe" in it.

The weights are statistics that ``training/train_pages.py`` takes; a name they do not hold weighs
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from mojifix.boilerplate.pages.columns.places import Places
from mojifix.boilerplate.trees.columns import Column, counts
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
        extremes: the lowest and the highest of them, as two bytes.
        farthest: from neutral, of them.
        mean: over neutral.
    """

    extremes: bytes
    farthest: int
    mean: float


# What weighs together what is not known.
UNKNOWN: Final = Weight(bytes((NEUTRAL, NEUTRAL)), NEUTRAL, 0.0)


def weighed(parts: Iterable[str], weights: Mapping[str, int]) -> Weight:
    """Return what the known ones of some names or words weigh together.

    >>> weighed({"cart", "soup"}, {"cart": 60})
    Weight(extremes=b'<<', farthest=60, mean=-68.0)
    """
    found = sorted(map(weights.__getitem__, weights.keys() & parts))
    if not found:
        return UNKNOWN
    low, high = found[0], found[-1]
    farthest = high if high - NEUTRAL >= NEUTRAL - low else low
    return Weight(bytes((low, high)), farthest, sum(found) / len(found) - NEUTRAL)


def extremes(what: str, found: Iterable[bytes]) -> dict[str, Column]:
    """Return the columns of the lowest and the highest weights, given both of each block.

    >>> extremes("name", [b"\\1\\2", b"\\3\\4"])
    {'name_lowest': b'\\x01\\x03', 'name_highest': b'\\x02\\x04'}
    """
    both = b"".join(found)
    return {f"{what}_lowest": both[::2], f"{what}_highest": both[1::2]}


def name_columns(page: Page, places: Places, weights: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns of the weights of the parts of the names around each block.

    >>> from mojifix.boilerplate.pages.columns.features import features_of
    >>> from mojifix.layout.html.parsing import parse
    >>> page = parse("<div class=cart><p>Leeks</div><div class=recipe><p id=step-2>Wash them</div>")
    >>> columns = name_columns(page, features_of(page).places, {"cart": 60, "recipe": 190})
    >>> list(columns["name_nearest"]), list(columns["name0_lowest"])
    ([60, 190], [128, 128])
    """
    names, parents = page.names, page.parents
    shown = {names[0], *page.inner_names, *map(names.__getitem__, places.holders)}
    # The words of all names are few beside the weights, and most of them stand in many names.
    weights = {word: weights[word] for word in weights.keys() & places.words}
    known = {names: weighed(places.parts[names], weights) for names in shown}
    columns = extremes("name_inner", [known[names].extremes for names in page.inner_names])
    for level in _LEVELS:
        own = [known[names[element]].extremes for element in places.levels[level]]
        columns |= extremes(f"name{level}", own)
    # Of all elements around one and of itself: extremes, the nearest that is known, the faded sum.
    around: list[tuple[bytes, int, float]] = [known[names[0]]] * len(names)
    merged: dict[bytes, bytes] = {}
    for index in places.holders:
        weight = known[names[index]]
        both, nearest, total = around[parents[index]]
        if weight is not UNKNOWN:
            own_both, nearest, mean = weight
            both += own_both
            both = merged.get(both) or merged.setdefault(both, bytes((min(both), max(both))))
            around[index] = both, nearest, _FADING * total + mean
        else:
            around[index] = both, nearest, _FADING * total
    homes = [around[home] for home in places.levels[0]]
    columns |= extremes("name_around", [both for both, _, _ in homes])
    columns["name_nearest"] = bytes([nearest for _, nearest, _ in homes])
    columns["name_sum"] = counts([NEUTRAL + int(total) for _, _, total in homes])
    return columns
