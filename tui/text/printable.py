"""The one gate to the terminal: whatever comes from outside leaves as printable characters only."""

from __future__ import annotations

import re
import unicodedata

_NO_BREAK = "\u00a0\u202f"
"""The spaces of French typography, kept: a terminal draws both as one blank cell."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_PLACEHOLDER = "·"
_LONGEST_STRING = 4096
"""How far the end of a control string is looked for; beyond it only its opening is dropped."""

_STRING = rf"[^\x00-\x06\x0a-\x1f\x7f-\x9f]{{0,{_LONGEST_STRING}}}(?:\x07|\x1b\\|\x9c)"
_SEQUENCE = re.compile(
    rf"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:{_STRING})?"  # OSC, DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]+[0-~]?"  # charsets and other announcements
    r"|\x1b[0-Z\\a-~]"  # two-character functions, reset among them
)
_STARTS_SEQUENCE = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")

_BLANK = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # joiner, fillers, Mongolian selectors
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors: terminals disagree about their width
)
_DRAWN_AS_NOTHING = re.compile(f"[{_BLANK}]")
"""What Unicode calls a letter or a mark and no terminal shows."""

_BREAKS = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_TO_NEWLINE = re.compile(f"\r\n|[{_BREAKS}]")
_DROPPED = frozenset({"Cc", "Cf"})
_UNSHOWABLE = frozenset({"Cs", "Co", "Cn"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code))
        return shown


def _shown(char: str) -> str:
    if char in _NO_BREAK or char == "\n":
        return char
    category = unicodedata.category(char)
    if category in _SPACES or char == "\t":
        return " "
    if category in _DROPPED or _DRAWN_AS_NOTHING.match(char):
        return ""
    return _REPLACEMENT if category in _UNSHOWABLE else char


_TABLE = _Table()


class _Mask(dict[int, str]):
    """Like the table, but every character stays one character."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code)) or _PLACEHOLDER
        return shown


_MASK = _Mask()


def _is_clean(text: str) -> bool:
    if text.isascii():
        return text.isprintable()
    plain = text.replace("\u00a0", "").replace("\u202f", "")
    return plain.isprintable() and not _DRAWN_AS_NOTHING.search(plain)


def clean_line(text: str) -> str:
    """Return ``text`` as one line of printable characters: no sequence, control, bidi or invisible sign."""
    if _is_clean(text):
        return text
    return " ".join(part for part in clean_text(text).split("\n") if part)


_CREDENTIALS = re.compile(r"^([A-Za-z][\w+.-]*://)[^/?#]*@")
_LONGEST_ADDRESS = 120
"""Characters of an address in a message."""


def has_credentials(url: str) -> bool:
    """Tell whether an address holds a user name or a password, which nobody should keep or show."""
    return _CREDENTIALS.match(url) is not None


def shown_address(url: str) -> str:
    """Return an address as a message may show it: printable, short, without credentials."""
    return clean_line(_CREDENTIALS.sub(r"\1", url))[:_LONGEST_ADDRESS]


def clean_text(text: str) -> str:
    r"""Return ``text`` with printable characters and ``\n`` only; every kind of line end becomes ``\n``."""
    if _is_clean(text.replace("\n", "")):
        return text
    if _STARTS_SEQUENCE.search(text):
        text = _SEQUENCE.sub("", text)
    return _TO_NEWLINE.sub("\n", text).translate(_TABLE)


def mask(text: str) -> str:
    r"""Return ``text`` of the same length, ``\n`` kept, each unprintable character a visible one.

    For a text whose offsets must go on counting (``inspect --raw``, spans drawn on the screen).
    """
    if _is_clean(text.replace("\n", "")):
        return text
    return text.translate(_MASK)
