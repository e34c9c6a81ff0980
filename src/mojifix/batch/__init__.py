"""Many inputs: in order, in parallel, in bounded memory, and nothing half written.

>>> from mojifix.batch import clean_many
>>> [page.text for page in clean_many(["The IndiaтАУU.S. partnership grows."], kind="plain")]
['The India–U.S. partnership grows.']
"""

from mojifix.batch.many import clean_many

__all__ = ["clean_many"]
