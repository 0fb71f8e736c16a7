"""A spelled date as the first and last day it covers: ``last week``, ``octobre 2025``, ``last 7 days``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.parser import ParserError, parse
from dateutil.relativedelta import relativedelta

from tui.text.dates import Value, find_dates
from tui.text.fold import fold

Period = tuple[date, date]
"""First and last day, both included."""

_COUNTED = re.compile(
    r"(?:the |les )?(?:last |past |derniers? |dernieres? )?(?P<count>\d{1,4}) "
    r"(?:last |past |derniers? |dernieres? )?"
    r"(?P<unit>days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|annees?)"
)
_UNITS = {"d": "days", "j": "days", "w": "weeks", "s": "weeks", "m": "months", "y": "years", "a": "years"}
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEAR = re.compile(r"\d{4}")


def period(text: str, today: date) -> Period | None:
    """Return the days that ``text`` spells in French or English, counted from ``today``, or None."""
    text = " ".join(text.split())
    return _counted(text, today) or _spelled(text, today) or _numeric(text)


def _counted(text: str, today: date) -> Period | None:
    """Read “last 7 days”, “les 3 derniers mois”: up to today."""
    match = _COUNTED.fullmatch(fold(text))
    if not match:
        return None
    back = relativedelta(**{_UNITS[match["unit"][0]]: int(match["count"])})  # type: ignore[arg-type]
    try:
        return today - back + timedelta(days=1), today
    except (ValueError, OverflowError):
        return None


def _spelled(text: str, today: date) -> Period | None:
    for written in dict.fromkeys((text, text.lower(), text.title())):
        for lang in ("fr", "en"):
            for dated in find_dates(written, lang, today):
                if dated.end - dated.start == len(written) and dated.value is not None:
                    return _period_of(dated.value, today)
    return None


def _period_of(value: Value, today: date) -> Period | None:
    first, last = value if isinstance(value, tuple) else (value, value)
    start, end = _iso(first or "", today), _iso(last or "", today)
    return (start[0], end[1]) if start and end else None


def _iso(value: str, today: date) -> Period | None:
    """Return the days of an ISO date of any precision; without a year, of the last time it came round."""
    if week := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    if value.startswith("--"):
        return _iso(_last_time(value[2:], today), today)
    year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _last_time(month_day: str, today: date) -> str:
    passed = month_day <= today.isoformat()[5 : 5 + len(month_day)]
    return f"{today.year if passed else today.year - 1}-{month_day}"


def _numeric(text: str) -> Period | None:
    """Read what else dateutil knows, day before month, where a whole day is given."""
    if not _YEAR.search(text):
        return None
    try:
        days = {parse(text, dayfirst=True, default=default).date() for default in _DEFAULTS}
    except (ParserError, OverflowError):
        return None
    return (days.copy().pop(), days.pop()) if len(days) == 1 else None


_DEFAULTS = tuple(map(parse, ("2000-01-01", "2001-02-02")))
"""Two days that differ in every part: where both give one answer, the text stated all of it."""
