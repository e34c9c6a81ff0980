"""What the language tells of a path afterwards: where its spaces stand, how its words are spelled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mojifix.language.alphabet import script_of
from mojifix.language.lexicon import LONGEST, load_lexicon
from mojifix.language.model import UNITS_PER_BIT
from mojifix.language.spacing import ends_like_no_break_space, space_bits
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.lossy import respelling
from mojifix.mojibake.lossy.models import EVIDENCE, Model, best_language_of
from mojifix.mojibake.lossy.places import Choice, Place, with_gaps
from mojifix.mojibake.lossy.singlebyte.fate import Fate
from mojifix.mojibake.lossy.singlebyte.sequences import (
    Arc,
    Losses,
    Path,
    piece_at,
    sequences_at_start,
)
from mojifix.mojibake.weighing.known_words import knowledge_of_pieces
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.word_kinds import bare
from mojifix.mojibake.words import MARKUP, non_ascii_words, window

# Of 203 words of one letter in six languages 47 are guessed wrong; of the 157 that are at least as
# probable as this, 11.
_LEAST_ALONE: Final = 0.75
_LEAST_LETTERS: Final = 4  # of a known word that tells something
_PAIR: Final = 2  # bytes
_LETTERS: Final = re.compile(r"[^\W\d_]*+")
_LETTERS_BEFORE: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]*+$")


def respaced(path: Path, text: str, model: Model, fate: Fate) -> Path:
    """Return a path on which spaces between letters stand where the letters around them tell.

    A space behind a letter that lost a no-break space is what is left of it, or one of its own.
    """
    if fate.folded:  # no space can be either
        return path
    result: Path = []
    for number, (start, arc) in enumerate(path):
        space = _space_behind(text, start, arc)
        if space is not None:
            before = read_along(result[-LONGEST:], text, max(0, start - LONGEST), start)
            ahead = path[number + 1 : number + 1 + LONGEST]
            behind = read_along(ahead, text, space + 1, space + 1 + LONGEST)
            odds = space_bits(
                model.group.alphabet.name, before[-1:] or " ", arc.char, behind[:1], behind[1:2]
            )
            if odds is None:
                odds = _odds_by_words(before, arc.char, behind, model.language)
            if odds:
                arc = arc._replace(end=space if odds > 0 else space + 1)
        result.append((start, arc))
    return result


def read_along(path: Path, text: str, start: int, end: int) -> str:
    """Return a part of a text as a path reads it."""
    parts: list[str] = []
    for at, arc in path:
        if start <= at < end:
            parts += (text[start:at], arc.char)
            start = arc.end
    return "".join((*parts, text[start:end]))


def _odds_by_words(before: str, char: str, behind: str, language: str) -> int:
    """Return above 0 if a letter ends a known word, below 0 if it is inside of one, 0 if neither.

    Of 788 garbled lines in which white space was collapsed 725 come back, 720 without this.
    """
    words = load_lexicon(language)
    if words is None:
        return 0
    first = f"{_LETTERS_BEFORE.findall(before)[0]}{char}".lower()
    if len(first) < _LEAST_LETTERS:
        return 0
    return (first in words) - 2 * (f"{first}{_LETTERS.findall(behind)[0]}".lower() in words)


def _space_behind(text: str, start: int, arc: Arc) -> int | None:
    """Return where a space stands that may be the last byte of a character or come behind it."""
    if not arc.guessed or not ends_like_no_break_space(arc.char):
        return None
    last = start + len(arc.char.encode()) - 1
    return last if arc.end in (last, last + 1) and text[last : last + 1] == " " else None


def respelled(
    path: Path, losses: Losses, line: str, model: Model, others: Sequence[tuple[str, float]] = ()
) -> Path:
    """Return a path whose guessed letters make words of the language."""
    if not any(arc.guessed for _, arc in path):
        return path
    places, numbers = with_gaps(
        line,
        (
            (start, arc.end, Place(arc.char, _choices_beside(arc, losses, line, start)))
            for start, arc in path
        ),
    )
    spelled = respelling.respelled(places, model, others)
    return [
        (start, arc._replace(char=spelled[number].char, probability=spelled[number].probability))
        for number, (start, arc) in zip(numbers, path, strict=True)
        if not _is_capital_inside(spelled, number)
        and (
            not _stands_alone(spelled, number)
            or respelling.alone(places[number], model, others) >= _LEAST_ALONE
        )
    ]


def makes_known_word(text: str, edit: Edit, scale: Scale) -> bool:
    """Tell whether the word around an edit is known: a short one in a language that the text is in."""
    left, right = window(text, edit.start, edit.end, MARKUP)
    before = text[left : edit.start].rpartition("'")[2]
    behind = _LETTERS.findall(text, edit.end, right)[0]
    languages = scale.languages or (best_language_of(text[:EVIDENCE]),)
    lexicons = filter(None, map(load_lexicon, languages))
    word = f"{before}{edit.after}{behind}"
    return is_known_word(word) or any(word in words for words in lexicons)


def is_known_word(word: str) -> bool:
    """Tell whether a word of several letters is known in some language.

    >>> is_known_word("Übersetzung"), is_known_word("Übresetzung"), is_known_word("là")
    (True, False, False)
    """
    found = knowledge_of_pieces(word)
    return len(found) == 1 and len(bare(word)) >= _LEAST_LETTERS and found[0].is_known


def known_word_bits(text: str) -> float:
    """Return what the words of a text cost less because some language is known to have them."""
    spans = non_ascii_words(text)
    found = (each for start, end in spans for each in knowledge_of_pieces(text[start:end]))
    units = sum(max((saved for _, saved in each.savings), default=0) for each in found)
    return units / UNITS_PER_BIT


def _is_capital_inside(places: Sequence[Place], at: int) -> bool:
    """Tell whether a guess is a capital behind a small letter: a text cut off in its middle is one."""
    char, before = places[at].char, places[at - 1].char if at else ""
    return bool(places[at].choices) and char.isupper() and before.islower() and before > "\x7f"


def _stands_alone(places: Sequence[Place], at: int) -> bool:
    """Tell whether a guess is a letter of which one byte is left, and a word of its own."""
    char, beside = places[at].char, (*places[max(0, at - 1) : at], *places[at + 1 : at + 2])
    return (
        bool(places[at].choices)
        and len(char.encode()) == _PAIR
        and script_of(char) is not None
        and not any(script_of(place.char) for place in beside)
    )


def _choices_beside(arc: Arc, losses: Losses, line: str, start: int) -> tuple[Choice, ...]:
    """Return what the characters of a guessed sequence may stand for."""
    if not arc.guessed:
        return ()
    arcs = sequences_at_start(losses.codepage, losses.fate, piece_at(line, start, losses))
    return tuple(Choice(each.char, each.bits) for each in arcs if each.end == arc.end - start)
