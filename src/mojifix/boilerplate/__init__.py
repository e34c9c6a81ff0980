"""Telling content from what stands around it.

>>> from mojifix.boilerplate import judge_flat
>>> from mojifix.layout import segment
>>> from mojifix.options import Options
>>> judge_flat(segment("Just a note."), Options()).blocks[0].text
'Just a note.'
"""

from mojifix.boilerplate.lines.judging import judge_flat
from mojifix.boilerplate.pages.judging import judge_page

__all__ = ["judge_flat", "judge_page"]
