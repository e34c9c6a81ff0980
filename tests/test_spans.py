from hypothesis import given
from hypothesis import strategies as st
from sample_records import repair_at

from mojifix.spans import SourceMap


def repairs_of(pieces):
    """Build a source, a result and the repairs between them from (before, after) pieces."""
    source, result, repairs = "", "", []
    for before, after in pieces:
        if before != after:
            repairs.append(repair_at(len(result), len(source), before, after))
        source += before
        result += after
    return source, result, repairs


piece = st.one_of(
    st.text("abc \n", max_size=5).map(lambda text: (text, text)),
    st.tuples(st.text("XYZ", min_size=1, max_size=4), st.text("é–", max_size=3)),
)


@given(st.lists(piece, max_size=12), st.data())
def test_a_span_leads_back_to_the_text_it_came_from(pieces, data):
    source, result, repairs = repairs_of(pieces)
    start = data.draw(st.integers(0, len(result)))
    end = data.draw(st.integers(start, len(result)))
    source_start, source_end = SourceMap(repairs).span(start, end)
    assert 0 <= source_start <= source_end <= len(source)
    # Redo the repairs inside the source span: the span of the result must be in what comes out.
    redone, last = "", source_start
    for repair in repairs:
        if source_start <= repair.source_start and repair.source_end <= source_end:
            redone += source[last : repair.source_start] + repair.after
            last = repair.source_end
    redone += source[last:source_end]
    assert result[start:end] in redone
    # Clean text at an edge leads back to itself exactly, not to its neighborhood.
    inside = [r for r in repairs if r.start < end and start < r.end]
    if not inside and start < end and all(r.start != r.end for r in repairs):
        assert source[source_start:source_end] == result[start:end]


def test_without_repairs_a_span_is_itself():
    assert SourceMap([]).span(3, 9) == (3, 9)
