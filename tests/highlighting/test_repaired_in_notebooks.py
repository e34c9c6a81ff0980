import re

from mojifix import repair
from mojifix.highlighting.marks import MOST_LINES

TEXT = "The IndiaтАУU.S. <b>partnership</b>\nclean\nOne moreтАж line\n"


def test_only_the_changed_lines_are_shown_on_both_sides_and_escaped():
    shown = repair(TEXT)._repr_html_()
    rows = re.findall(r"<tr class=\"kept\">(.*?)</tr>", shown)
    assert len(rows) == 2
    assert "clean" not in "".join(rows)
    assert re.findall(r"<bdi>(.*?)</bdi>", shown) == ["тАУ", "тАж"]
    assert re.findall(r"<mark class=\"now\"[^>]*>(.*?)</mark>", shown) == ["–", "…"]
    assert "&lt;b&gt;partnership" in rows[0]
    assert "<script" not in shown
    assert "2 × UTF-8 read as cp866" in shown


def test_a_clean_text_says_so():
    assert "nothing is garbled" in repair("Il était déjà là.")._repr_html_()


def test_a_long_text_does_not_flood_the_notebook():
    shown = repair("Une journée dтАЩétéтАж\n" * (MOST_LINES + 7))._repr_html_()
    assert shown.count("<tr class=") == MOST_LINES
    assert "7 more lines are not shown" in shown
