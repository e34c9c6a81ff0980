"""Formulas in MathML are read where they stand, once each."""

import pytest

from mojifix.layout.html.formulas import DEEPEST
from mojifix.layout.html.parsing import parse

MATH = "<math><msup><mi>a</mi><mn>2</mn></msup></math>"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<mo>−<!-- minus --></mo><mi>x</mi><mo>&lt;</mo><mn>1</mn>", "−x < 1"),
        ("<mfrac><mrow>a<mo>+</mo>1</mrow><mn>2</mn></mfrac><mi>c</mi>", "(a + 1)/2 c"),
        ("<msqrt><mn>2</mn><mi>h</mi></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "√2h³√x"),
        ("<msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup><mi>b</mi>", "a_i²b"),
        ("<msup><mi>e</mi><mi>x</mi></msup><mi>y</mi><msup><mi>f</mi><mo>′</mo></msup>", "e^x yf′"),
        ("<munder><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow></munder>i", "∑_(i = 1) i"),
        ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>,</mo><mtext>if</mtext><mi>x</mi>", "sin x, if x"),
        ("<semantics><mi>x</mi><annotation>\\vec x</annotation></semantics>", "x"),
        ("<mtable><mtr><mtd>1</mtd><mtd>0</mtd></mtr><mtr><mtd>0</mtd></mtr></mtable>", "1 0\n0"),
        ("<mrow>" * 2 * DEEPEST + "<mi>x</mi>", "x"),
    ],
)  # fmt: skip
def test_a_formula_is_a_line(formula: str, text: str):
    assert parse(f"<p><math>{formula}</math>").texts == (text,)


@pytest.mark.parametrize(
    "formula",
    [
        MATH,
        f"<span style='display: none'>{MATH}</span><img alt='a^2'>",
        f"<span>{MATH}</span><span aria-hidden='true'>a<sup>2</sup></span>",
        f"<nobr aria-hidden='true'>a<sup>2</sup></nobr><span>{MATH}</span>",
        f"<mjx-container>{MATH}</mjx-container>",
    ],
)
def test_a_formula_is_read_once_however_it_is_drawn(formula: str):
    assert parse(f"<p>The square {formula} grows.").texts == ("The square a² grows.",)


def test_a_displayed_formula_stands_alone():
    math = MATH.replace("<math>", "<math display=block>")
    assert parse(f"<p>Fog<div>{math}</div>").texts == ("Fog", "a²")
    assert parse(f"<p>Fog {math} rain").texts == ("Fog\na²\nrain",)
