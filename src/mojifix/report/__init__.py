"""What was changed, shown to people and to machines.

>>> in_words(("encode cp866", "decode utf-8"))
'UTF-8 read as cp866'
"""

from mojifix.report.annotations import annotate
from mojifix.report.diff import unified_diff, word_diff
from mojifix.report.lines import Lines
from mojifix.report.words import advice, in_words

__all__ = ["Lines", "advice", "annotate", "in_words", "unified_diff", "word_diff"]
