"""What bytes can mean: code pages, multi-byte codecs and their labels.

>>> from mojifix.codepages import singlebyte
>>> singlebyte.decode("–".encode(), "cp866")
'тАУ'
"""
