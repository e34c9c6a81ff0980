"""What the language tells of a path afterwards: where its spaces stand, how its words are spelled."""

from __future__ import annotations

from mojifix.language.spacing import ends_like_no_break_space, space_bits
from mojifix.mojibake.lossy import respelling
from mojifix.mojibake.lossy.models import Model
from mojifix.mojibake.lossy.respelling import Choice, Place
from mojifix.mojibake.lossy.singlebyte.sequences import (
    Arc,
    Fate,
    Losses,
    Path,
    piece_at,
    sequences_at_start,
)


def respaced(path: Path, text: str, group: str, fate: Fate) -> Path:
    """Return a path on which spaces between letters stand where the letters around them tell.

    A space behind a letter that lost a no-break space is what is left of it, or one of its own.

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


def respelled(path: Path, losses: Losses, line: str, model: Model) -> Path:
    """Return a path whose guessed letters make words of the language.

    Args:
        path: through a text.
        losses: what may stand for which bytes in the code page.
        line: the text.
        model: that the path was found with.
    """
    if not any(arc.guessed for _, arc in path):
        return path
    places: list[Place] = []
    numbers, at = [], 0
    for start, arc in path:
        places += map(Place, line[at:start])
        numbers.append(len(places))
        places.append(Place(arc.char, _choices_beside(arc, losses, line, start)))
        at = arc.end
    places += map(Place, line[at:])
    spelled = respelling.respelled(places, model)
    return [
        (start, arc._replace(char=spelled[number].char))
        for number, (start, arc) in zip(numbers, path, strict=True)
    ]


def _choices_beside(arc: Arc, losses: Losses, line: str, start: int) -> tuple[Choice, ...]:
    """Return what the characters of a guessed sequence may stand for."""
    if not arc.guessed:
        return ()
    arcs = sequences_at_start(losses.codepage, losses.fate, piece_at(line, start, losses))
    return tuple(Choice(each.char, each.bits) for each in arcs if each.end == arc.end - start)
