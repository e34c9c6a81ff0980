"""The dates of what a page is about are not taken for its own."""

import pytest

from mojifix import clean

PROSE = (
    "<p>Ada Leek was a gardener who wrote about soup. She grew up near the sea and moved to the "
    "hills, where she planted leeks and parsley for forty years.</p>"
) * 4


def date_beside(facts: str) -> str | None:
    page = f"<head><title>Ada Leek</title></head><body><h1>Ada Leek</h1>{facts}{PROSE}"
    return clean(page, kind="html").meta.date


@pytest.mark.parametrize(
    "facts",
    [
        "<table><tr><th>Born<td>12 March 1941<tr><th>Died<td>3 May 2002</table>",
        "<table class=meta><tr><th>Reign<td>4 May 1941 – 8 June 2002<tr><th>House<td>Leek</table>",
        "<dl><dt>Geboren<dd>12. März 1941<dt>Gestorben<dd>3. Mai 2002</dl>",
        "<aside class=portable-infobox><h3>Born</h3><div><time datetime=1941-05-04>1941</time></div>"
        "</aside>",
        "<p class=lead>* 12. März 1941 in Bern; † 3. Mai 2002</p>",
        "<p>4 May – 8 June 2024</p>",
        "<div class=event-date>2024-05-04 - 2024-06-08</div>",
    ],
)
def test_dates_of_a_life_a_reign_and_an_event_are_not_those_of_the_page(facts):
    assert date_beside(facts) is None


@pytest.mark.parametrize(
    "facts",
    [
        "<p>4 May 2024</p>",
        "<table><tr><th>Published<td>4 May 2024</table>",
        "<dl><dt>Veröffentlicht<dd>4. Mai 2024</dl>",
        "<p>4 May 2024 – Updated 8 June 2025</p>",
        "<table><tr><th>Born<td>12 March 1941</table><p>Published: 4 May 2024</p>",
    ],
)
def test_the_date_of_the_page_is_found_beside_them(facts):
    assert date_beside(facts) == "2024-05-04"
