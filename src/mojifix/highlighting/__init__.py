"""Text as HTML with its repairs marked, for the report and for notebooks; every text is escaped.

>>> escaped("<b>")
'&lt;b&gt;'
"""

from mojifix.highlighting.marks import escaped, marked, repaired_fragment, style

__all__ = ["escaped", "marked", "repaired_fragment", "style"]
