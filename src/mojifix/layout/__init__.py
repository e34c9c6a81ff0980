"""The shape of an input: pages, flat text and Markdown in blocks and lines, with their spans.

>>> from mojifix.layout import segment
>>> len(segment("a title\\n\\na paragraph").lines)
2
"""

from mojifix.layout.flat.lines import FlatText, Line, segment

__all__ = ["FlatText", "Line", "segment"]
