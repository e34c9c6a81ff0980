"""The character language model: how likely a text is, and in which language.

>>> from mojifix.language import best_language, bits
>>> best_language("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich")
'de'
>>> bits("keeping clean text clean") < bits("kéepîng cløan tëxt")
True
"""

from mojifix.language.model import languages
from mojifix.language.score import Reading, best_language, bits, read
from mojifix.language.tags import model_tags

__all__ = ["Reading", "best_language", "bits", "languages", "model_tags", "read"]
