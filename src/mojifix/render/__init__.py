r"""Blocks in, a text format out. Every format shows the same blocks: the decision is made before.

>>> from mojifix.records import Block
>>> blocks = (Block(kind="title", text="Soup"), Block(kind="list_item", text="2 leeks"))
>>> print(markdown(blocks))
# Soup
<BLANKLINE>
- 2 leeks
<BLANKLINE>
>>> text(blocks)
'Soup\n\n2 leeks'
"""

from mojifix.render.markdown import markdown
from mojifix.render.text import text
from mojifix.render.xml import xml

__all__ = ["markdown", "text", "xml"]
