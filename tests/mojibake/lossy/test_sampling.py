from mojifix.mojibake.lossy.models import EVIDENCE, surrounding_blocks
from mojifix.mojibake.lossy.sampling import best_edits


def test_no_way_leads_to_no_edits_however_long_a_text_is() -> None:
    spans = [(at, at + 5) for at in range(0, 10_000, 10)]
    assert best_edits([], spans, 100, lambda _way, _spans: [], lambda _way, _edits: 0.0) == []


def test_stretches_of_a_block_have_the_same_evidence() -> None:
    text = "".join(chr(0x4E00 + at) for at in range(5 * EVIDENCE))
    first = surrounding_blocks(text, 2 * EVIDENCE, 2 * EVIDENCE + 10)
    assert surrounding_blocks(text, 3 * EVIDENCE - 20, 3 * EVIDENCE - 1) == first
    assert first == text[EVIDENCE : 4 * EVIDENCE]
