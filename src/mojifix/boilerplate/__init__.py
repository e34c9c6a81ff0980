"""Telling content from what stands around it: in flat text, or in HTML.

>>> from mojifix.boilerplate.lines.judging import judge_flat
>>> from mojifix.layout import segment
>>> from mojifix.options import Options
>>> judge_flat(segment("Just a note."), Options()).blocks[0].text
'Just a note.'
"""
