"""The shape of an input: lines and their spans.

>>> from mojifix.layout import segment
>>> len(segment("a title\\n\\na paragraph").lines)
2
"""

from mojifix.layout.flat import FlatText, Line, segment

__all__ = ["FlatText", "Line", "segment"]
