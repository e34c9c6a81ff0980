r"""Lone surrogates: a str can hold them, UTF-8 cannot.

>>> encodable("a\ud83d b \ud83d\ude0a")
'a\ufffd b 😊'
"""

from __future__ import annotations


def encodable(text: str) -> str:
    """Join surrogate pairs and replace lone surrogates by U+FFFD; all else stays as it is.

    >>> encodable("plain text") == "plain text"
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
