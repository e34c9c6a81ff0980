"""Identifiers are in no language: a garbled word between them comes back, a clean one stays."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix import fix

CODE = [
    'xmlNd.attrVl = "{}"; lstVw.rfrsh(ndIdx);',
    '$qryRslt = mysqlQry("{}");',
    'strcpy(cfgBuf, "{}"); fprntf(stdOt, ptrLn);',
]


@pytest.mark.parametrize("code", CODE)
@pytest.mark.parametrize(
    ("word", "chain"),
    [
        ("situação", "cp850 as cp1252"),
        ("Información", "cp850 as cp1252"),
        ("příkaz", "cp1250 as cp1252"),
    ],
)
def test_a_garbled_word_between_identifiers_comes_back(code: str, word: str, chain: str) -> None:
    assert fix(code.format(garble(word, [chain]))) == code.format(word)


@pytest.mark.parametrize("code", CODE)
@pytest.mark.parametrize("word", ["Pōrana", "ngā tāngata", "Kāʻanapali", "Wǔhàn", "Ağrı", "Łódź"])
def test_a_clean_word_between_identifiers_stays(code: str, word: str) -> None:
    assert fix(code.format(word)) == code.format(word)
