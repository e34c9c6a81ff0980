"""What happened to a garbled text, in plain words, and how to stop it at the source.

    >>> explain("тАУ", "–", ("encode cp866", "decode utf-8"))
    'UTF-8 bytes were read as cp866 (DOS, Cyrillic), typical of Russian Windows consoles and old \
DOS programs; read them with encoding="utf-8".'
"""

from mojifix.explaining.words import advice, explain, in_words, what_happened

__all__ = ["advice", "explain", "in_words", "what_happened"]
