"""What was changed, shown to people and to machines.

>>> lines = Lines("one\\ntwo")
>>> lines.place(5)
(2, 2)
"""

from mojifix.report.annotations import Finding, annotate
from mojifix.report.diff import unified_diff, visible, word_diff
from mojifix.report.lines import Lines

__all__ = ["Finding", "Lines", "annotate", "unified_diff", "visible", "word_diff"]
