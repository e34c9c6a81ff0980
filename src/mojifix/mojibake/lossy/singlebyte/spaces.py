"""Spaces behind letters that lost a no-break space: what is left of it, or a space of its own."""

from __future__ import annotations

from mojifix.language.spacing import ends_like_no_break_space, space_bits
from mojifix.mojibake.lossy.singlebyte.sequences import Arc, Fate

Path = list[tuple[int, Arc]]


def respaced(path: Path, text: str, group: str, fate: Fate) -> Path:
    """Return a path on which spaces between letters stand where the letters around them tell.

    Args:
        path: the sequences of a text, each with its start.
        text: the text.
        group: of the languages that it is read in.
        fate: what became of the text.
    """
    if fate.case:  # no space can be either
        return path
    read = {start: (arc.char, arc.end) for start, arc in path}
    result: Path = []
    for start, arc in path:
        space = _space_behind(text, start, arc)
        if space is not None:
            before = text[start - 1] if start else " "
            if result and result[-1][1].end == start:
                before = result[-1][1].char
            second, end = read.get(space + 1, (text[space + 1 : space + 2], space + 2))
            after, _ = read.get(end, (text[end : end + 1], end))
            odds = space_bits(group, before, arc.char, second, after)
            if odds is not None:
                arc = arc._replace(end=space if odds > 0 else space + 1)
        result.append((start, arc))
    return result


def _space_behind(text: str, start: int, arc: Arc) -> int | None:
    """Return where a space stands that may be the last byte of a character or come behind it."""
    if not arc.guessed or not ends_like_no_break_space(arc.char):
        return None
    last = start + len(arc.char.encode()) - 1
    return last if arc.end in (last, last + 1) and text[last : last + 1] == " " else None
