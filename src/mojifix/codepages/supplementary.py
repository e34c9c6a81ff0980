"""Code pages for which Python has no codec, each as what it has elsewhere than one that Python has.

VISCII is RFC 1456, ``tcvn`` the Vietnamese standard 5712 as the fonts named .Vn… have it, ``mik`` the
Bulgarian, ``kamenicky`` the Czech, ``mazovia`` the Polish and ``cwi-2`` the Hungarian code page of DOS.
Where iconv knows one, its table is the same and the name one that iconv takes.

>>> characters("tcvn")[0xAD], characters("cp866")
('ư', None)
"""

from __future__ import annotations

import codecs
from typing import Final

# The name, another code page, and runs of characters by their first byte.
_DIFFERENCES: Final[dict[str, tuple[str, dict[int, str]]]] = {
    "viscii": ("latin-1", {
        0x02: "Ẳ", 0x05: "ẴẪ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
        0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ", 0xC4: "ẢĂẳẵ",
        0xCB: "Ẻ", 0xCE: "ĨỳĐứ", 0xD5: "ạỷừử", 0xDB: "ỹỵ", 0xDE: "ỡư", 0xE4: "ảăữẫ", 0xEB: "ẻ",
        0xEE: "ĩỉđự", 0xF6: "ỏọụ", 0xFB: "ũủ", 0xFE: "ợỮ",
    }),
    "tcvn": ("latin-1", {
        0x80: "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ",
        0xA1: "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻ",
        0xCF: "ẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹ", 0xFE: "ỵỐ",
    }),
    "mik": ("cp437", {
        0x80: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя", 0xC6: "╣║",
        0xCF: "┐░▒▓│┤№§╗╝",
    }),
    "kamenicky": ("cp437", {
        0x80: "Č", 0x83: "ď", 0x85: "ĎŤčěĚĹÍľĺ", 0x8F: "Á", 0x91: "žŽ", 0x95: "ÓůÚý",
        0x9B: "ŠĽÝŘť", 0xA4: "ňŇŮÔšřŕŔ", 0xAD: "§",
    }),
    "mazovia": ("cp437", {
        0x86: "ą", 0x8D: "ć", 0x8F: "ĄĘęł", 0x95: "Ć", 0x98: "Ś", 0x9C: "Ł", 0x9E: "ś", 0xA0: "ŹŻ",
        0xA3: "ÓńŃźż",
    }),
    "cwi-2": ("cp437", {
        0x8D: "Í", 0x8F: "Á", 0x93: "ő", 0x95: "ÓűÚŰ", 0xA7: "Ő",
    }),
    "armscii-8": ("latin-1", {
        0xA2: "և։)(»«—.՝,-֊…՜՛՞ԱաԲբԳգԴդԵեԶզԷէԸըԹթԺժԻիԼլԽխԾծԿկ",
        0xD0: "ՀհՁձՂղՃճՄմՅյՆնՇշՈոՉչՊպՋջՌռՍսՎվՏտՐրՑցՒւՓփՔքՕօՖֆ՚",
    }),
    "georgian-ps": ("cp1252", {
        0xC0: "აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵ",
    }),
    "georgian-academy": ("cp1252", {
        0xC0: "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶ",
    }),
    # EBCDIC of countries, and that of C compilers (cp1047).
    "cp277": ("cp500", {
        0x47: "}", 0x4A: "#", 0x5A: "¤Å", 0x67: "$", 0x6A: "ø", 0x70: "¦", 0x7B: "ÆØ", 0x80: "@",
        0x9C: "{", 0x9E: "[]", 0xA1: "ü", 0xC0: "æ", 0xD0: "å", 0xDC: "~",
    }),
    "cp278": ("cp500", {
        0x43: "{", 0x47: "}", 0x4A: "§", 0x51: "`", 0x5A: "¤Å", 0x63: "#", 0x67: "$", 0x6A: "ö",
        0x79: "é", 0x7B: "ÄÖ", 0x9F: "]", 0xA1: "ü", 0xB5: "[", 0xC0: "ä", 0xCC: "¦", 0xD0: "å",
        0xDC: "~", 0xEC: "@",
    }),
    "cp280": ("cp500", {
        0x44: "{", 0x48: "\\", 0x4A: "°", 0x51: "]", 0x54: "}", 0x58: "~", 0x5A: "é", 0x6A: "ò",
        0x79: "ù", 0x7B: "£§", 0x90: "[", 0xA1: "ì", 0xB1: "#", 0xB5: "@", 0xC0: "à", 0xCD: "¦",
        0xD0: "è", 0xDD: "`", 0xE0: "ç",
    }),
    "cp284": ("cp037", {
        0x49: "¦[", 0x5A: "]", 0x69: "#ñ", 0x7B: "Ñ", 0xA1: "¨", 0xB0: "¢", 0xBA: "^!", 0xBD: "~",
    }),
    "cp285": ("cp037", {
        0x4A: "$", 0x5B: "£", 0xA1: "‾", 0xB0: "¢[", 0xBA: "^", 0xBC: "~",
    }),
    "cp297": ("cp500", {
        0x44: "@", 0x48: "\\", 0x4A: "°", 0x51: "{", 0x54: "}", 0x5A: "§", 0x6A: "ù", 0x79: "µ",
        0x7B: "£à", 0x90: "[", 0xA0: "`¨", 0xB1: "#", 0xB5: "]", 0xBD: "~", 0xC0: "é", 0xD0: "è",
        0xDD: "¦", 0xE0: "ç",
    }),
    "cp870": ("cp500", {
        0x44: "ţ", 0x46: "ăč", 0x49: "ć", 0x52: "ę", 0x54: "ů", 0x57: "ľĺ", 0x64: "˝", 0x66: "ĂČ",
        0x69: "Ć|", 0x70: "ˇ", 0x72: "Ę", 0x74: "Ů", 0x77: "ĽĹ", 0x80: "˘", 0x8A: "śňđ",
        0x8E: "řş", 0x9A: "łńš", 0x9E: "˛", 0xA0: "ą", 0xAA: "ŚŇĐ", 0xAE: "ŘŞ·ĄżŢŻ",
        0xB6: "žźŽŹŁŃŠ", 0xCD: "ŕ", 0xCF: "ő", 0xDA: "Ěű", 0xDD: "ť", 0xDF: "ě", 0xEA: "ď",
        0xED: "Ŕ", 0xEF: "Ő", 0xFA: "ĎŰ", 0xFD: "Ť",
    }),
    "cp871": ("cp500", {
        0x4A: "þ", 0x5A: "Æ", 0x5F: "Ö", 0x79: "ð", 0x7C: "Ð", 0x8C: "`", 0x8E: "{", 0x9C: "}",
        0x9E: "]", 0xA1: "ö", 0xAC: "@", 0xAE: "[", 0xBE: "\\", 0xC0: "Þ", 0xCC: "~", 0xD0: "æ",
        0xE0: "´", 0xEC: "^",
    }),
    "cp1025": ("cp500", {
        0x42: "ђѓёєѕіїј", 0x51: "љњћќўџЪ№Ђ", 0x62: "ЃЁЄЅІЇЈЉ|", 0x70: "ЊЋЌ\xadЎЏюаб", 0x80: "ц",
        0x8A: "дефгхий", 0x9A: "клмнопя", 0xAA: "рстужвьызшэщчъЮАБЦДЕФГ", 0xCA: "ХИЙКЛМ",
        0xDA: "НОПЯРС", 0xE1: "§", 0xEA: "ТУЖВЬЫ", 0xFA: "ЗШЭЩЧ",
    }),
    "cp1047": ("cp037", {
        0x5F: "^", 0xAD: "[", 0xB0: "¬", 0xBA: "Ý¨", 0xBD: "]",
    }),
}  # fmt: skip
NAMES: Final = tuple(_DIFFERENCES)


def characters(codepage: str) -> str | None:
    """Return the 256 characters of a code page, None where it is none of ``NAMES``."""
    if codepage not in _DIFFERENCES:
        return None
    base, differences = _DIFFERENCES[codepage]
    chars = list(codecs.decode(bytes(range(256)), base, "replace"))
    for first, run in differences.items():
        chars[first : first + len(run)] = run
    return "".join(chars)
