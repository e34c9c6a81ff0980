"""What the language model takes for known of classes of characters that running text has few of."""

from __future__ import annotations

from typing import Final

# Frequency of classes that running text has hardly any of, per character.
CLASS_FLOOR: Final = {
    "emoji": 1e-4, "pictograph": 3e-5, "arrow": 2e-5, "math": 1e-5, "box": 1e-5, "geometric": 1e-5,
    "currency": 1e-5, "latin1_symbol": 5e-5, "symbol": 3e-6, "punctuation": 1e-5, "technical": 3e-6,
    "joiner": 2e-5, "nbsp": 1e-4, "ascii_symbol": 1e-4, "modifier": 2e-6, "combining": 2e-6,
    "control": 1e-8, "unassigned": 1e-9, "private": 1e-8, "replacement": 1e-6, "halfwidth": 1e-7,
    "fullwidth": 1e-6, "han": 3e-6, "hiragana": 2e-6, "katakana": 2e-6, "hangul": 2e-6,
    "han_rare": 1e-8, "han_compat": 1e-8, "cjk_punctuation": 1e-6, "cjk_other": 3e-8,
    "latin_rare": 1e-7, "cyrillic_rare": 1e-7, "letter": 1e-8, "mark": 1e-8, "script": 2e-6,
    "ascii_lower": 1e-3, "ascii_upper": 3e-4, "latin_lower": 2e-6, "latin_upper": 5e-7,
    "greek": 2e-6, "cyrillic_lower": 2e-6, "cyrillic_upper": 5e-7, "hebrew": 1e-6, "arabic": 1e-6,
    "number": 3e-7, "digit": 1e-3, "space": 1e-2,
}  # fmt: skip
# Members of a class that may really occur; the price of a class is shared among them.
CLASS_SIZE: Final = {
    "emoji": 1200, "unassigned": 800_000, "private": 6400, "han_rare": 40_000, "control": 60,
    "han": 15_000, "hangul": 9_000, "script": 3_000, "letter": 5_000, "ascii_lower": 20,
    "ascii_upper": 20, "digit": 10, "nbsp": 1, "space": 1, "replacement": 1, "joiner": 10,
    "latin_lower": 60, "latin_upper": 60, "currency": 12, "math": 80, "arrow": 16,
    "punctuation": 20, "pictograph": 250,
}  # fmt: skip
# A character of these classes is likely followed by another of the same class.
RUNS: Final = {
    "box": 0.6, "emoji": 0.15, "geometric": 0.2, "pictograph": 0.1, "han": 0.7, "hangul": 0.6,
    "hiragana": 0.6, "katakana": 0.6, "ascii_lower": 0.7, "ascii_upper": 0.4, "latin_lower": 0.3,
    "latin_upper": 0.2, "greek": 0.7, "cyrillic_lower": 0.7, "cyrillic_upper": 0.4, "hebrew": 0.7,
    "arabic": 0.7, "script": 0.7, "digit": 0.4, "ascii_symbol": 0.2, "control": 0.2, "math": 0.1,
    "fullwidth": 0.4, "halfwidth": 0.5, "arrow": 0.1, "mark": 0.3, "latin_rare": 0.3, "letter": 0.3,
    "technical": 0.2, "private": 0.3, "combining": 0.2, "modifier": 0.1,
}  # fmt: skip
