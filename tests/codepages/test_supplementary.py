"""Code pages for which Python has no codec."""

import pytest

from mojifix.codepages import singlebyte, supplementary, vni
from mojifix.codepages.labels import codec_of
from mojifix.decoding import IncrementalDecoder, decode

SENTENCES = {
    "viscii": "Sáng nay trời mưa nhẹ, chợ vắng người và giá rau đắt hơn hôm qua.",
    "tcvn": "Sáng nay trời mưa nhẹ, chợ vắng người và giá rau đắt hơn hôm qua.",
    "kamenicky": "Dnes ráno pršelo a na trhu byly švestky dražší než včera.",
    "mazovia": "Dziś rano padał deszcz, a śliwki na targu są droższe niż wczoraj.",
    "cwi-2": "A szőlő őszre érik, és a fűszeres gyűjtőút végén kőből épült tűztorony áll.",
    "mik": "Сутринта валя дъжд, а сливите на пазара са по-скъпи от вчера.",
    "armscii-8": "Այսօր առավոտյան անձրև եկավ, և շուկայում մարդ չկար։",
    "georgian-ps": "დღეს დილით წვიმდა და ბაზარში არავინ იყო.",
    "georgian-academy": "დღეს დილით წვიმდა და ბაზარში არავინ იყო.",
}


@pytest.mark.parametrize("name", supplementary.NAMES)
def test_every_byte_has_a_character_and_the_way_back(name: str) -> None:
    chars = singlebyte.table(name)
    assert len(chars) == 256
    assert singlebyte.decode(singlebyte.encode(chars, name), name) == chars


@pytest.mark.parametrize(("name", "text"), SENTENCES.items())
def test_text_is_read_in_them(name: str, text: str) -> None:
    data = singlebyte.encode(text, name)
    decoded = decode(data)
    assert (decoded.text, decoded.source.encoding) == (text, name)
    decoder = IncrementalDecoder()
    assert decoder.decode(data) + decoder.decode(b"", final=True) == text


@pytest.mark.parametrize("split", range(1, 40, 7))
def test_vni_has_marks_behind_vowels(split: int) -> None:
    data = "Saùng nay trôøi möa nheï, chôï vaéng ngöôøi. ÑÖØNG ÑI!".encode("latin-1")
    text = "Sáng nay trời mưa nhẹ, chợ vắng người. ĐỪNG ĐI!"
    assert decode(data).text == text
    assert (codec_of("VNI"), vni.decode(data)) == ("vni", text)
    decoder = IncrementalDecoder()
    parts = (data[:split], data[split:], b"")
    assert "".join(decoder.decode(part, final=not part) for part in parts) == text


def test_their_names_are_labels() -> None:
    assert codec_of("VISCII") == "viscii"
    data = singlebyte.encode("ạ", "tcvn")
    assert decode(data, declared="TCVN").text == "ạ"
