"""Clean text that looks damaged, made up by the thousand.

Each kind is a function that writes one line (or a small drawing) from the dice it is given;
words come from the sentences of the corpus, so that names, comments and messages are in every
language there. The same seed writes the same lines.

    >>> lines = negatives("chess", 3)
    >>> lines == negatives("chess", 3)
    True
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final

from corpus_files import rows

_SEED: Final = 20251

# Whatever stands between spaces, digits and punctuation: marks belong to the letters they follow,
# and scripts without spaces come out as whole phrases.
_WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~«»‘-„–—…।، 。！？「」、（）]{2,24}")

_ONSETS: Final = (*"bptdkɡfvθðszʃʒxχɣhɦʁɾrlmnɲŋjwɕʂʔ", "ts", "dʒ", "tʃ", "pʰ", "kʰ", "tʲ")
_NUCLEI: Final = (*"aeiouɑɛɪɔʊəɒæœøyɨɯɐ", "ɜː", "yː", "iː", "aɪ", "aʊ", "eɪ", "oʊ", "ɑ̃", "ɛ̃", "n̩")
_CODAS: Final = (*"nmŋlɫɹʁsʃtdkçˀ", "st", "nt")
_MATHS: Final = "∀∃∈∉⊂⊆∪∩∧∨¬→⇒⇔≤≥≠≈≡±×÷·√∞∂∇∑∏∫∝∠⊥∥∅ℝℚℤℕ"
_GREEK: Final = "αβγδεζηθλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ"
_INDICES: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_FACES: Final = (*"・ω´｀∀Д▽≧≦°□╯︵┻━◕‿ʘ益ಠ•ᴗεσ＾；｡ﾟ☆★♪ノヽ彡つ", "•̀", "•́")
_CURRENCIES: Final = "€£¥¢₹₩₪₫₦₺₽฿"
_STATES: Final = ("✓", "✔", "✗", "→", "…", "•", "★", "½", "№", "§", "©", "®", "™")


def negatives(kind: str, count: int) -> list[str]:
    """Return ``count`` clean lines of one of ``KINDS``."""
    dice = Random(f"{_SEED} {kind}")
    return [KINDS[kind](dice) for _ in range(count)]


@cache
def _words() -> tuple[str, ...]:
    found = {word for row in rows("sentences.jsonl") for word in _WORD.findall(row["text"])}
    return tuple(sorted(found))


def _word(dice: Random) -> str:
    return dice.choice(_words())


def _phrase(dice: Random) -> str:
    """Return a few words as they stand in one sentence, so that the languages are not mixed."""
    words = dice.choice(_sentences())
    start = dice.randrange(max(1, len(words) - 4))
    return " ".join(words[start : start + dice.randint(1, 5)])


@cache
def _sentences() -> tuple[tuple[str, ...], ...]:
    """Return the words of every sentence that has some."""
    found = (tuple(_WORD.findall(row["text"])) for row in rows("sentences.jsonl"))
    return tuple(words for words in found if words)


def _number(dice: Random) -> str:
    return dice.choice(("{}", "{}.5", "{},50", "−{}", "{} %", "0x{}", "{}°", "1/{}")).format(
        dice.randrange(1, 2000)
    )


def code(dice: Random) -> str:
    """Write a line of source code with a comment, a string or an identifier in some language."""
    word, phrase, number = _word(dice), _phrase(dice), _number(dice)
    return dice.choice(
        (
            f'{word} = "{phrase}"  # {phrase}',
            f"    if ({word.lower()} != {number}) {{ throw new Error('{phrase}'); }} // {word}…",
            f'printf("%s: {phrase}\\n", "{word}"); /* {number} © {word} */',
            f"SELECT {word.lower()}, preis FROM tabelle WHERE name = '{phrase}' -- {word}",
            f'{{"{word}": ["{phrase}", {number.strip("%°")}], "ok": true}}',
            f'let {word.lower()} = <span title="{phrase}">{word} → {number}</span>;',
            f"echo “{phrase}” | sed 's/{word}/x/g' > {word}.txt  # “smart” quotes",
            f"C:\\Users\\{word}\\{phrase}\\{word}.xlsx",
            f"{word.lower()}: &{word} !!str '{phrase}' # {dice.choice(_STATES)}",
            rf'"\u00e9\u2019\x41 {phrase}\t{word}\0"',
        )
    )


def markdown(dice: Random) -> str:
    """Write a line of Markdown."""
    word, phrase = _word(dice), _phrase(dice)
    return dice.choice(
        (
            f"{'#' * dice.randint(1, 4)} {phrase} – {word}",
            f"- [{dice.choice('x ')}] **{word}**: “{phrase}”…",
            f"> «{phrase}» — *{word}*, {dice.randint(1900, 2030)}",
            f"| {word} | {phrase} | {_number(dice)} {dice.choice(_CURRENCIES)} |",
            f"[{phrase}](https://example.org/{word}?q=%C3%A9&n={dice.randrange(99)}) `{word}()`",
            f"{dice.randint(1, 20)}. ~~{word}~~ {phrase} {dice.choice(_STATES)}",
            f'![{phrase}](../bilder/{word}.png "{word}")',
        )
    )


def markup(dice: Random) -> str:
    """Write a line of HTML or XML with each word of a sentence in an element of its own."""
    words = dice.choice(_sentences())
    name = dice.choice(("b", "p", "td", "li", "span", "w"))
    return dice.choice(
        (
            "".join(f"<{name}>{word}</{name}>" for word in words),
            "<br/>".join(words),
            " ".join(f'<{name} title="{word}"/>' for word in words),
            "?q=" + "&a=".join(words),
        )
    )


def table(dice: Random) -> str:
    """Write a line of CSV or TSV."""
    cells = [
        dice.choice((_word, _phrase, _number))(dice)
        if dice.random() < 0.8
        else f'"{_phrase(dice)} {dice.choice(_CURRENCIES)}"'
        for _ in range(dice.randint(3, 8))
    ]
    return dice.choice((",", ";", "\t", "|")).join(cells)


def log(dice: Random) -> str:
    """Write a line of a log file."""
    hour, minute, second = dice.randrange(24), dice.randrange(60), dice.randrange(60)
    clock = f"{hour:02}:{minute:02}:{second:02}"
    word, phrase = _word(dice), _phrase(dice)
    return dice.choice(
        (
            f"2024-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}T{clock}Z INFO [{word}] {phrase}",
            f"{clock} WARN {word}: «{phrase}» → {_number(dice)} ms",
            f"[{clock}] <{word}> {phrase} {dice.choice(_STATES)}",
            f'10.0.0.{dice.randrange(255)} - {word} "GET /{phrase}/{word}.html" 200 {second}',
            f"\tat {word}.{word}({word}.java:{dice.randrange(999)}) // “{phrase}”",
            f"E/{word}({dice.randrange(9999)}): {phrase} … {dice.choice(_STATES)} {word}",
        )
    )


def phonetic(dice: Random) -> str:
    """Write a few words in a phonetic alphabet."""
    words = []
    for _ in range(dice.randint(1, 6)):
        syllables = (
            dice.choice(_ONSETS) + dice.choice(_NUCLEI) + dice.choice(("", dice.choice(_CODAS)))
            for _ in range(dice.randint(1, 4))
        )
        words.append(dice.choice(("", "ˈ", "ˌ")) + dice.choice(("", ".")).join(syllables))
    left, right = dice.choice((("/", "/"), ("[", "]"), ("⟨", "⟩")))
    return f"{_word(dice)} {left}{' '.join(words)}{right}"


def maths(dice: Random) -> str:
    """Write a formula."""
    parts = []
    for _ in range(dice.randint(3, 10)):
        name = dice.choice(_GREEK + "xyzabfn")
        parts.append(name + dice.choice(("", "", dice.choice(_INDICES), "′", f"({name})")))
        parts.append(dice.choice(_MATHS + "=+−<>"))
    return dice.choice((" ", "")).join(parts[:-1])


def chess(dice: Random) -> str:
    """Write some moves with figurines and signs of judgement."""
    moves = []
    for number in range(1, dice.randint(3, 9)):
        move = [
            dice.choice(("", "", *"♔♕♖♗♘♙♚♛♜♝♞♟KQRBN"))
            + dice.choice(("", "", "×", "x"))
            + dice.choice("abcdefgh")
            + dice.choice("12345678")
            + dice.choice(("", "", "", "!", "?", "!?", "+", "#", " ±", " ⩲", " ∓", " ∞"))
            for _ in range(2)
        ]
        moves.append(f"{number}. {' '.join(move)}")
    return " ".join(moves) + dice.choice(("", " 1–0", " ½–½", " 0:1"))


def music(dice: Random) -> str:
    """Write chords, notes and tempo marks."""
    chords = (
        dice.choice("ABCDEFG")
        + dice.choice(("", "♭", "♯", "♮", "m", "°", "ø", "Δ"))
        + dice.choice(("", "7", "⁷", "sus4", "/G♯", "maj7"))
        for _ in range(dice.randint(3, 9))
    )
    sign = dice.choice(("♩ = 96", "♪♪ ♫", "𝄞", "𝄢", "𝄆 … 𝄇", "« lento »", "pp ‹ ff"))
    return f"{sign} {' | '.join(chords)} – {_word(dice)}"


def drawing(dice: Random) -> str:
    """Draw a box, a tree, a bar or a table."""
    word, width = _word(dice), dice.randint(3, 30)
    corner = dice.choice(("┌─┐│└┘", "╔═╗║╚╝", "╭─╮│╰╯", "┏━┓┃┗┛", "▛▀▜▌▙▟"))
    shade = "".join(dice.choice("░▒▓█▄▀▌▐■▁▂▃▅▆▇") for _ in range(width))
    return dice.choice(
        (
            f"{corner[0]}{corner[1] * width}{corner[2]}",
            f"{corner[3]} {word.ljust(width)} {corner[3]}",
            f"{corner[4]}{corner[1] * width}{corner[5]}",
            f"├{'─' * width}┼{'─' * width}┤",
            f"│   ├── {word}.txt",
            f"└── {word}/",
            f"{shade} {dice.randrange(100)} %",
            f"{corner[0]}{corner[1] * 2} {word} {corner[1] * width}{corner[2]}\n"
            f"{corner[3]} {_phrase(dice)} {corner[3]}\n"
            f"{corner[4]}{corner[1] * (width + 4)}{corner[5]}",
            "●○◐◑◒◓ ←↑→↓ ⇐⇒ ▲▼◆◇"[: dice.randint(4, 20)],
        )
    )


def kaomoji(dice: Random) -> str:
    """Draw a face, alone or in a message."""
    face = "".join(dice.choice(_FACES) for _ in range(dice.randint(3, 8)))
    left, right = dice.choice(
        (("(", ")"), ("（", "）"), ("ヽ(", ")ﾉ"), ("٩(", ")۶"), ("Σ(", "!!)"))
    )
    return dice.choice((f"{left}{face}{right}", f"{_phrase(dice)} {left}{face}{right}"))


def listing(dice: Random) -> str:
    """List letters of one word, apart or in capitals, as alphabets and posters do."""
    words = dice.choice(_sentences())
    letters = dict.fromkeys(filter(str.isalpha, "".join(words).lower()))
    left, right = dice.choice(
        (("“", "”"), ("«", "»"), ("„", "“"), ("»", "«"), ("‘", "’"), ("", "™"))
    )
    return dice.choice(
        (
            " ".join(letters),
            " ".join(letter + letter.upper() for letter in letters),
            ", ".join(f"{left}{letter}{right}" for letter in letters),
            f"{left}{' '.join(words).upper()}{right} – {words[0].upper()}…",
            " • ".join(word.upper() for word in words),
        )
    )


KINDS: Final[dict[str, Callable[[Random], str]]] = {
    "code": code,
    "markdown": markdown,
    "markup": markup,
    "table": table,
    "log": log,
    "phonetic": phonetic,
    "maths": maths,
    "chess": chess,
    "music": music,
    "drawing": drawing,
    "kaomoji": kaomoji,
    "listing": listing,
}
