"""Dates as French and English write and spell them.

A value is an ISO 8601 date as precise as the text (``2025``, ``2025-02``, ``2025-W07``, ``2025-02-14``),
without its year when none is given (``--02-14``), a pair of them for a span, or None for what only a
day of reference could tell ("mardi", "last week") when there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

from tui.text.datewords import HINTS, MONTHS, ORDINALS, RULES, WEEKDAYS
from tui.text.numbers import lowered

Value = str | tuple[str, str] | None
Reading = Value | Literal[False]
"""What a possible date turned out to be; False when it is none."""


class Dated(NamedTuple):
    """A date at characters ``start`` to ``end`` of a text, and its value."""

    start: int
    end: int
    value: Value


_AMBIGUOUS = frozenset({"sept", "mars", "mar", "may", "march", "august", "jan", "dec", "avr"})
"""Month words that mean other things too: alone, they need a preposition."""


class _Place(NamedTuple):
    """A possible date: the match in the lower-case text, the text itself, the day of reference."""

    match: re.Match[str]
    text: str
    lang: str
    day: date | None

    def get(self, *names: str) -> str | None:
        """Return the first of the named groups that is there and matched."""
        groups = self.match.groupdict()
        return next((groups[name] for name in names if groups.get(name)), None)


_REFERENCES = range(1000, 9000)
"""Years of a day of reference: outside them it is a mistake, and its neighbours may not exist."""


def find_dates(text: str, lang: str, day: date | None = None) -> list[Dated]:
    """Return the dates in ``text`` (``lang`` is fr or en), in order; ``day`` resolves relative ones."""
    low = lowered(text)
    if not HINTS[lang].search(low):
        return []
    day = day if day and day.year in _REFERENCES else None
    busy = bytearray(len(text))
    found = []
    for name, pattern in RULES[lang]:
        for match in pattern.finditer(low):
            start, end = match.span()
            if (
                not any(busy[start:end])
                and (dated := _READERS[name](_Place(match, text, lang, day))) is not False
            ):
                busy[start:end] = b"\1" * (end - start)
                found.append(Dated(start, end, dated))
    return sorted(found)


def _day_value(year: str | int | None, month: int, day: int | None) -> str | None:
    """Return an ISO date of the parts given, None when there is no such day."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year or '-'}-{month:02}"
    try:
        date(int(year or 2000), month, day)
    except ValueError:
        return None
    return f"{year or '-'}-{month:02}-{day:02}"


def _number(digits: str) -> int:
    return 1 if digits == "premier" else int("".join(filter(str.isdigit, digits)))


def _year(place: _Place, month: int, day: int | None) -> int | str | None:
    """Return the year that ``place`` states, or that "last" or "next" make with the day of reference."""
    stated, which = place.get("y"), place.get("rel", "which")
    if stated or not which or not place.day:
        return stated
    forward = which.startswith(("proch", "next")) or "proch" in which or "next year" in which
    if "an" in which.split("'")[-1][:2] or "year" in which:
        return place.day.year + (1 if forward else -1)
    passed = (month, day or 1) <= (place.day.month, place.day.day)
    return place.day.year + (int(passed) if forward else -int(not passed))


def _month(place: _Place, *names: str) -> int:
    return MONTHS[place.lang][place.get(*names) or ""]


def _read_iso(place: _Place) -> Reading:
    return _day_value(place.get("y"), int(place.match["m"]), int(place.match["d"])) or False


def _read_slashed(place: _Place) -> Reading:
    """Read 31/12/2025; an English 3/12 could be either, and stays unresolved."""
    first, second = int(place.match["d"]), int(place.match["m"])
    if place.match["sign"] == "/" and place.lang == "en":
        if max(first, second) <= 12 and first != second:
            return None
        first, second = max(first, second), min(first, second)
    return _day_value(place.match["y"], second, first) or False


def _read_quarter(place: _Place) -> Reading:
    short, part = place.get("short"), place.get("part") or ""
    if not place.get("y", "y2"):
        return False if part == "half" else None
    nth = int(short[1]) if short else ORDINALS[place.match["nth"]]
    months = 6 if part in {"semestre", "half"} or (short or "").startswith("h") else 3
    if nth * months > 12:
        return False
    year = place.get("y", "y2")
    return f"{year}-{(nth - 1) * months + 1:02}", f"{year}-{nth * months:02}"


def _read_days(place: _Place) -> Reading:
    last_month = _month(place, "m", "m1")
    first_month = _month(place, "m1", "m")
    first, last = _number(place.match["d"]), _number(place.match["d2"])
    year = _year(place, last_month, last)
    start, end = _day_value(year, first_month, first), _day_value(year, last_month, last)
    return (start, end) if start and end else False


def _read_day(place: _Place) -> Reading:
    month, day = _month(place, "m"), _number(place.match["d"])
    if place.match["m"] in {"sept", "may", "march"} and not place.get("y") and not _capital(place):
        return False
    return _day_value(_year(place, month, day), month, day) or False


def _capital(place: _Place) -> bool:
    """Tell whether the month is written as its language does: English with a capital, French without."""
    written = place.text[place.match.start("m")]
    dotted = place.match.end("m") < len(place.text) and place.text[place.match.end("m")] == "."
    if place.lang == "en":
        return written.isupper()
    return written.islower() and (place.match["m"] != "sept" or dotted)


_BEFORE_MONTH = re.compile(
    r"(?:\b(?:en|de|depuis|dès|début|fin|courant|jusqu'en|vers|pour|et|à|in|since|until|by|from|to|of|early|late"
    r"|during|before|after|through|between|and|on|for|mid|every) |\b(?:d'|mi-|mid-))$"
)


def _read_month(place: _Place) -> Reading:
    month = _month(place, "m")
    if not place.get("y", "rel", "which"):
        start = place.match.start("m")
        led = _BEFORE_MONTH.search(place.text[max(0, start - 12) : start].lower()) is not None
        if not _capital(place) or (place.match["m"] in _AMBIGUOUS and not led):
            return False
    return _day_value(_year(place, month, None), month, None)


def _read_decade(place: _Place) -> Reading:
    decade = place.get("decade", "decade2") or ""
    first = int(decade) if len(decade) == 4 else 1900 + int(decade)
    return (str(first), str(first + 9)) if 1400 <= first <= 2090 else False


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _read_century(place: _Place) -> Reading:
    written = place.match["century"]
    century = int(written) if written.isdigit() else _roman(written)
    return (f"{(century - 1) * 100 + 1:04}", f"{century * 100:04}") if 1 <= century <= 21 else False


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


_NEAR = {"avant-hier": -2, "hier": -1, "yesterday": -1, "demain": 1, "tomorrow": 1, "après-demain": 2}
"""Days from the day of reference; what is not listed is that day itself."""


def _read_near(place: _Place) -> Reading:
    return (place.day + timedelta(_NEAR.get(place.match["near"], 0))).isoformat() if place.day else None


def _read_span(place: _Place) -> Reading:
    if not place.day:
        return None
    which, unit = place.get("which") or "this", place.get("unit", "unit2") or ""
    step = (
        -1
        if which.startswith(("dern", "pass", "last", "past"))
        else 1
        if which.startswith(("pr", "ne"))
        else 0
    )
    if unit.startswith("an") or unit == "year":
        return str(place.day.year + step)
    if unit.startswith("mo"):
        return (place.day + relativedelta(months=step)).strftime("%Y-%m")
    year, week, weekday = (place.day + timedelta(7 * step)).isocalendar()
    if unit.startswith("week") and unit != "week":
        saturday = place.day + timedelta(7 * step + 6 - weekday)
        return saturday.isoformat(), (saturday + timedelta(1)).isoformat()
    return f"{year}-W{week:02}"


def _step(which: str) -> int:
    if which.startswith(("dern", "pass", "last", "past")):
        return -1
    return 1 if which.startswith(("pr", "ne")) else 0


def _read_weekday(place: _Place) -> Reading:
    if not place.day:
        return None
    which = place.get("which") or ""
    wanted = WEEKDAYS[place.lang].index(place.match["week"])
    if which.startswith(("pr", "ne")):
        return (place.day + timedelta((wanted - place.day.weekday() - 1) % 7 + 1)).isoformat()
    back = (place.day.weekday() - wanted) % 7
    return (place.day - timedelta(back or (7 if which in {"last", "dernier"} else 0))).isoformat()


def _read_years(place: _Place) -> Reading:
    first, last = place.match["y"], place.match["y2"]
    end = last if len(last) == 4 else first[:2] + last
    return (first, end) if int(first) < int(end) <= int(first) + 200 else False


_COUNTED = re.compile(r" (?P<noun>[a-zà-ÿ]+)")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:en|in|since|depuis|de|of|the|la|le|les|this|before|after|avant|après|until|by|from|to|during|dès"
    r"|vers|early|late|mid|début|fin|été|an|année|l'an|l'année|l'été|et|and|à|year|jusqu'en|jusqu'à|between|entre"
    r"|spring|summer|autumn|fall|winter|printemps|automne|hiver|for|pour) |[(-])$"
)
_PEOPLE = frozenset({"people", "gens", "men", "women", "children", "ans", "dollars", "euros", "fois"})


def _read_year(place: _Place) -> Reading:
    """Take four digits for a year unless they count something: 2000 people."""
    low = place.match.string
    start, end = place.match.span()
    if _BEFORE_YEAR.search(low, max(0, start - 12), start):
        following = _COUNTED.match(low, end)
        return place.match["y"] if not following or following["noun"] not in _PEOPLE else False
    following = _COUNTED.match(low, end)
    noun = following["noun"] if following and place.text[end + 1].islower() else ""
    counted = noun in _PEOPLE or (len(noun) > 3 and noun.endswith(("s", "x")))
    return False if counted or not _stands_alone(place) else place.match["y"]


def _stands_alone(place: _Place) -> bool:
    """Tell whether the digits are set off, or written the way a year of a name is (Jeux 2024, Euro 2016)."""
    start, end = place.match.span()
    if place.lang == "en":
        return True
    before = place.text[:start].rstrip().rpartition(" ")[2]
    return start == 0 or before[:1].isupper() or place.text[end : end + 1] in {"", ",", ".", ";", ")", ":"}


_READERS: dict[str, Callable[[_Place], Reading]] = {
    "iso": _read_iso,
    "slashed": _read_slashed,
    "quarter": _read_quarter,
    "days": _read_days,
    "day": _read_day,
    "month": _read_month,
    "decade": _read_decade,
    "century": _read_century,
    "near": _read_near,
    "span": _read_span,
    "weekday": _read_weekday,
    "years": _read_years,
    "year": _read_year,
}
