"""Bytes to text: byte order marks, declared charsets, detection, and the repair of mojibake.

French and English are all that is read, so an unknown 8-bit encoding is told by asking under which one
the bytes above 127 become letters where letters belong and signs where signs belong.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections import Counter

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
"""Tried in this order: an earlier one wins a tie. Latin-1 is cp1252 wherever it is text."""

_SAMPLE = 256 * 1024
"""Bytes looked at to tell an encoding: enough for any statistics, quick for any size."""

_GOOD_TO_BAD = 4
"""Valid multi-byte characters for one bad byte, from which a text is damaged UTF-8 and not 8-bit."""

_USUAL = frozenset("éèêëàâäîïôöùûüçœæÉÈÊËÀÂÎÏÔÙÛÇŒÆ«»’‘“”–—…€°£\u00a0\u202f")
_RARE = frozenset("ñáíóúìòãõåøßÿÑÁÍÓÚÖÜÄÅØ§©®™·•²³½×ºª¿¡¥±µ")
_INNER_MARKS = frozenset("’‘'-\u00ad·")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = 4096
"""Bytes in which a page or an XML document has to declare its charset (HTML asks for 1024)."""

_UTF7 = re.compile(rb"\+[A-Za-z0-9/]{2,}-")
_FRENCH = re.compile("[éèàùçêîôûœÉÈÀÇÊŒ«»]")
_WHOLE_QUOTE = re.compile("(?<![Ââ€Ã])[‘’“”]")
_SIGN = re.compile(r"\S?[^\x00-\x7f]\S?")


def decode(data: bytes, declared: str | None = None, *, keep_mark: bool = False) -> str:
    """Return the text of ``data``; ``declared`` is a charset that the carrier states. Never fails.

    ``keep_mark`` leaves the mark of UTF-8 in place, which most programs count as the first character.
    """
    if keep_mark and data.startswith(codecs.BOM_UTF8):
        return data.decode(errors="replace")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return data.decode(encoding_of(data, declared), errors="replace")


def encoding_of(data: bytes, declared: str | None = None) -> str:
    """Return the name of the codec that reads ``data`` best (it has no byte order mark)."""
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide
    if _is_utf8(data):
        return "utf-7" if _is_utf7(data) else "utf-8"
    said = _known(declared) or _known(declaration(data))
    if said and said != "utf-8" and _reads(data, said):
        return said
    return "utf-8" if _is_damaged_utf8(data) else _eight_bit(data)


def declaration(data: bytes) -> str | None:
    """Return the charset that a page's meta element or an XML declaration names."""
    found = _CHARSET.search(data[:_DECLARATION]) if data.lstrip()[:1] == b"<" else None
    return found[1].decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """Return Python's name of a text codec, with what people mean by Latin-1: the Windows code page."""
    try:
        info = codecs.lookup(name.strip("\"' ")) if name else None
    except (LookupError, ValueError):
        return None
    if info is None or not info._is_text_encoding:  # noqa: SLF001 - the one way to tell hex or zlib apart
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where their NUL bytes stand."""
    size = len(sample) // 4
    if size == 0 or sample.count(0) * 4 < len(sample):
        return None
    nul = [sample[start : size * 4 : 4].count(0) > size // 2 for start in range(4)]
    shapes = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return shapes.get((nul[0], nul[1], nul[2], nul[3]))


def _is_utf8(data: bytes) -> bool:
    return data.isascii() or _reads(data, "utf-8")


def _is_utf7(data: bytes) -> bool:
    """Tell UTF-7: pure ASCII whose shift sequences give usual signs, several times."""
    if not data.isascii() or len(_UTF7.findall(data[:_SAMPLE])) < 2 or not _reads(data, "utf-7"):
        return False
    signs = [char for char in data[:_SAMPLE].decode("utf-7", errors="ignore") if char > "\x7f"]
    return len(signs) > 1 and sum(char in _USUAL for char in signs) > 0.9 * len(signs)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good >= bad * _GOOD_TO_BAD


def _eight_bit(data: bytes) -> str:
    scores = {name: _plausible(data[:_SAMPLE].decode(name, errors="replace")) for name in _CANDIDATES}
    return max(_CANDIDATES, key=scores.__getitem__)


def _plausible(text: str) -> float:
    """Score how well the signs of ``text`` stand where French or English have them."""
    found = Counter(match[0] for match in _SIGN.finditer(text))
    return sum(_sign_score(around) * count for around, count in found.items())


def _sign_score(around: str) -> float:
    at = next(index for index, char in enumerate(around) if char > "\x7f")
    char = around[at]
    before, after = around[:at][-1:], around[at + 1 :][:1]
    if before.isalpha() and after.isalpha() and not char.isalpha() and char not in _INNER_MARKS:
        return -2.0
    if before.islower() and char.isupper():
        return -1.0
    if char in _USUAL:
        return 1.0
    if char in _RARE:
        return 0.3
    return -1.0 if unicodedata.category(char)[0] in "CS" or char == "\ufffd" else -0.3


def repair(text: str) -> str:
    """Return ``text`` with mojibake undone where that is certain, and composed characters (NFC)."""
    return unicodedata.normalize("NFC", _undone(text))


def _undone(text: str) -> str:
    """Hand the damaged lines to ftfy, and those alone."""
    if text.isascii():
        return text
    from ftfy.badness import is_bad  # noqa: PLC0415 - only texts with accents need it

    if not is_bad(html.unescape(text)):
        return text
    return "\n".join(
        _mended(line) if is_bad(html.unescape(line) if "&" in line else line) else line
        for line in text.split("\n")
    )


def _mended(line: str) -> str:
    """Return a damaged line as ftfy mends it, with plain quotes; French keeps those it was written with.

    Quotes that stand whole in a line whose letters are damaged were put in afterwards.
    """
    import ftfy  # noqa: PLC0415

    kept = str(ftfy.fix_text(line, uncurl_quotes=False))
    is_written_so = _FRENCH.search(kept) and not _WHOLE_QUOTE.search(line)
    return kept if is_written_so else str(ftfy.fix_text(line))
