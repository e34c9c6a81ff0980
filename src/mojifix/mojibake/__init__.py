"""Repair of mojibake: text that was encoded as one thing and decoded as another.

>>> from mojifix.mojibake import fix, repair
>>> fix("тАЬThe IndiaтАУU.S.тАЭ")
'“The India–U.S.”'
>>> [r.code for r in repair("cafÃ© and thÃ©").repairs]
['utf8-as-cp1252', 'utf8-as-cp1252']
"""

from mojifix.mojibake.repairing import fix, needs_fix, repair

__all__ = ["fix", "needs_fix", "repair"]
