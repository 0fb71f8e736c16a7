"""Publication dates, as a page, a feed or a head line states them; never guessed, never in the future."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from tui.model.article import Published
from tui.text.datewords import MONTHS, WEEKDAYS

_EARLIEST = 1450
"""Year of the first printed texts: an earlier publication date is a placeholder."""

_MONTH_OF = {name: month for names in MONTHS.values() for name, month in names.items()}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_DAYS = "|".join(name for names in WEEKDAYS.values() for name in names)
_SHORT_DAYS = r"lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_WEEKDAY = rf"(?:(?:{_DAYS}|{_SHORT_DAYS})\.?,?\s+(?:le\s+)?)?"
_TIME = (
    r"(?:[\s,|à-]+(?:at\s+|à\s+)?\d{1,2}\s?[:hH]\s?\d{0,2}(?::\d\d)?"
    r"\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"
)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?:le\s+)?(\d{{1,2}})(?:er|st|nd|rd|th)?\.?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}", re.IGNORECASE
)
_NUMBERS = re.compile(rf"{_WEEKDAY}(\d{{1,2}})[./-](\d{{1,2}})[./-](\d{{4}}){_TIME}", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ISO = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:[T\s]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\s*\d+[-/.]\d+[-/.]\d")
_LONGEST = 80
"""Characters of a date with its weekday, time and zone."""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written_day(text: str) -> date | None:
    """Return the day that ``text``, as a whole, spells in French, English or numbers; else None.

    ``03/04/2011`` is the 3rd of April (as in both languages outside the United States).
    """
    text = text.strip(" .,:;()[]\u00a0")
    if not text or len(text) > _LONGEST:
        return None
    if found := _DAY_FIRST.fullmatch(text):
        return _day(int(found[3]), _MONTH_OF[found[2].casefold()], int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), _MONTH_OF[found[1].casefold()], int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        return _day(int(found[3]), second, first) or _day(int(found[3]), first, second)
    return _day(int(found[1]), int(found[2]), int(found[3])) if (found := _ISO_DAY.match(text)) else None


def moment(value: object) -> Published | None:
    """Return the date or the aware moment that a metadata value states, when it can be a publication date.

    Takes ISO 8601, RFC 822, spelled dates, and the date and datetime of YAML and TOML. A time without
    its zone says a day.
    """
    if isinstance(value, datetime):
        return plausible(value if value.tzinfo else value.date())
    if isinstance(value, date):
        return plausible(value)
    text = str(value or "").strip()[: _LONGEST * 2]
    return plausible(_iso(text) or _rfc822(text) or written_day(text))


def _iso(text: str) -> Published | None:
    found = _ISO.match(text)
    if not found:
        return None
    try:
        when = datetime.fromisoformat(re.sub(r"\s*(?:UTC|GMT)$", "Z", found[0].strip()))
    except ValueError:
        day = _ISO_DAY.match(found[0])
        return _day(int(day[1]), int(day[2]), int(day[3])) if day else None
    return when if when.tzinfo else when.date()


def _rfc822(text: str) -> Published | None:
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when if when.tzinfo else when.date()


def is_impossible(text: str) -> bool:
    """Tell a date in numbers that is none (31 February): it is not to be mended by guessing."""
    return _NUMERIC.match(text) is not None and moment(text) is None


def plausible(when: Published | None) -> Published | None:
    """Return ``when`` unless it lies after today (anywhere on Earth) or before printing."""
    if when is None:
        return None
    day = when.date() if isinstance(when, datetime) else when
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()
    return when if day.year >= _EARLIEST and day <= latest else None
