"""Pens: styles as numbers, and the shortest way from one to the next."""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

FOREGROUND, BACKGROUND = "39", "49"
"""The terminal's own colours."""
_BOLD, _DIM, _ITALIC, _UNDERLINE, _REVERSE, _STRIKE = "1", "2", "3", "4", "7", "9"
_OFF = {_BOLD: "22", _DIM: "22", _ITALIC: "23", _UNDERLINE: "24", _REVERSE: "27", _STRIKE: "29"}
_SHOWN_ON_BLANKS = frozenset({_UNDERLINE, _REVERSE, _STRIKE})

DEFAULT = 0
"""The pen of a terminal just reset."""
UNKNOWN = -1
"""The pen of a terminal that somebody else wrote to."""


class Pen(NamedTuple):
    """What a cell is written with: SGR attributes and colours, and the address it links to."""

    attributes: frozenset[str]
    foreground: str
    background: str
    link: str = ""


class Pens:
    """Interns pens and remembers the transitions between them."""

    def __init__(self, colours: ColorSystem | None, *, erases_in_colour: bool = True) -> None:
        self._colours = colours
        self._erases_in_colour = erases_in_colour
        self._numbers: dict[Pen, int] = {}
        self._pens: list[Pen] = []
        self._of_style: dict[Style | None, int] = {}
        self._moves: dict[tuple[int, int], str] = {}
        self._blanks: list[int] = []
        self.number(Pen(frozenset(), FOREGROUND, BACKGROUND))

    def number(self, pen: Pen) -> int:
        """Return the number of a pen."""
        number = self._numbers.get(pen)
        if number is None:
            plainest = _of_blanks(pen)
            blank = None if plainest == pen else self.number(plainest)
            number = self._numbers[pen] = len(self._pens)
            self._pens.append(pen)
            self._blanks.append(number if blank is None else blank)
        return number

    def blank(self, number: int) -> int:
        """Return the plainest pen whose blanks look like those of this one."""
        return self._blanks[number]

    def of(self, style: Style | None) -> int:
        """Return the number of the pen that draws a style."""
        number = self._of_style.get(style)
        if number is None:
            number = self._of_style[style] = self.number(self._pen(style))
        return number

    def pen(self, number: int) -> Pen:
        """Return the pen of a number."""
        return self._pens[number]

    def move(self, before: int, after: int) -> str:
        """Return the sequence that changes the terminal's pen."""
        if before == after:
            return ""
        key = (before, after)
        sequence = self._moves.get(key)
        if sequence is None:
            sequence = self._moves[key] = self._transition(before, self._pens[after])
        return sequence

    def erases(self, number: int) -> bool:
        """Tell whether an erased cell looks like a blank written with the pen."""
        pen = self._pens[number]
        plain = not pen.attributes & _SHOWN_ON_BLANKS and not pen.link
        return plain and (self._erases_in_colour or pen.background == BACKGROUND)

    def _pen(self, style: Style | None) -> Pen:
        if style is None:
            return self._pens[DEFAULT]
        return Pen(
            frozenset(_attributes(style)),
            self._colour(style.color, FOREGROUND),
            self._colour(style.bgcolor, BACKGROUND),
            style.link or "",
        )

    def _colour(self, colour: Color | None, default: str) -> str:
        if colour is None or self._colours is None:
            return default
        return ";".join(colour.downgrade(self._colours).get_ansi_codes(default == FOREGROUND))

    def _transition(self, before: int, pen: Pen) -> str:
        old = self._pens[before] if before != UNKNOWN else None
        link = "" if (old.link if old else "") == pen.link else f"\x1b]8;;{pen.link}\x1b\\"
        afresh = _afresh(pen)
        codes = afresh if old is None else min(_changes(old, pen), afresh, key=lambda c: len(";".join(c)))
        if not codes:
            return link
        joined = ";".join(codes)
        return f"\x1b[{'' if joined == '0' else joined}m{link}"


def _attributes(style: Style) -> list[str]:
    held = (
        (style.bold, _BOLD),
        (style.dim, _DIM),
        (style.italic, _ITALIC),
        (style.underline or style.underline2, _UNDERLINE),
        (style.reverse, _REVERSE),
        (style.strike, _STRIKE),
    )
    return [code for is_on, code in held if is_on]


def _of_blanks(pen: Pen) -> Pen:
    if pen.attributes & _SHOWN_ON_BLANKS or pen.link:
        return pen
    return Pen(frozenset(), FOREGROUND, pen.background)


def _afresh(pen: Pen) -> list[str]:
    colours = [
        code
        for code, default in ((pen.foreground, FOREGROUND), (pen.background, BACKGROUND))
        if code != default
    ]
    return ["0", *sorted(pen.attributes), *colours]


def _changes(old: Pen, pen: Pen) -> list[str]:
    off = {_OFF[attribute] for attribute in old.attributes - pen.attributes}
    on = set(pen.attributes - old.attributes)
    if _OFF[_BOLD] in off:  # one code ends both bold and dim
        on |= pen.attributes & {_BOLD, _DIM}
    codes = [*sorted(off), *sorted(on)]
    if pen.foreground != old.foreground:
        codes.append(pen.foreground)
    if pen.background != old.background:
        codes.append(pen.background)
    return codes
