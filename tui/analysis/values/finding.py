"""Finding values in a text: dates first, then each number by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui.analysis.values.currencies import (
    NAME,
    NATION_AFTER,
    NATIONS,
    SCALED_ONLY,
    SIGN,
    SYMBOLS,
    WORDS,
    Currency,
)
from tui.analysis.values.identity import value_id
from tui.analysis.values.units import BEFORE_NOUN, DIVISIBLE, FRENCH_ONLY_SIGNS, MEASURES, STOPS, UNITS
from tui.model.article import Kind, Lang, Mention, Value
from tui.text.dates import find_dates
from tui.text.numbers import Number, alternatives, find_numbers, lowered


class _Source(NamedTuple):
    """A text, the same in lower case, and its language."""

    text: str
    low: str
    lang: str


class _Measured(NamedTuple):
    """A number with what it measures: its whole span and its unit; ``factor`` scales the number."""

    start: int
    end: int
    kind: Kind | None
    unit: str | None
    number: Number
    factor: float = 1.0

    @property
    def value(self) -> float:
        """The number in its unit, free of floating-point dust."""
        return float(f"{self.number.value * self.factor:.12g}")


def find_values(text: str, lang: Lang, published: date | None = None) -> tuple[Mention, ...]:
    """Return the dates, amounts, percentages and counts in ``text``, in order, without overlap.

    ``published`` resolves relative dates; without it they have no value.
    """
    code = "en" if lang is Lang.EN else "fr"
    dates = [
        _mention(text, Kind.DATE, (dated.start, dated.end), dated.value, None)
        for dated in find_dates(text, code, published)
    ]
    taken = {at for dated in dates for at in range(dated.start, dated.end)}
    numbers = [each for each in find_numbers(text, code) if taken.isdisjoint((each.start, each.end - 1))]
    source = _Source(text, lowered(text) if numbers else "", code)
    measured = [_measured(source, number) for number in numbers]
    counted = [_mention(text, *found) for found in _ranged(source.low, measured)]
    clear = [one for one in counted if taken.isdisjoint((one.start, one.end - 1))]
    return tuple(sorted([*dates, *clear], key=lambda mention: mention.start))


def _mention(text: str, kind: Kind, span: tuple[int, int], value: Value | None, unit: str | None) -> Mention:
    start, end = span
    entity = value_id(kind, value, unit, text[start:end])
    return Mention(start, end, kind, entity, value=value, unit=unit)


_PERCENT = re.compile(
    r" ?(?:%|pour ?cents?\b|per ?cent\b|p\. ?100\b|pc\b)(?: points?\b)?"
    r"|[ -]percentage points?\b| points? de pourcentage\b"
)
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "md": 1e9, "mds": 1e9, "mrd": 1e9, "t": 1e12, "tn": 1e12}
_SIGN_BEFORE = re.compile(rf"(?<![a-z])({SIGN}) ?$")
_LETTER_AFTER = re.compile(r"(?:(k|m|b|tn)\b)")
_MONEY_AFTER = re.compile(
    rf"[ -]?(?:(k|m|b|md|mds|mrd)? ?(?:d[e'] ?)?({SIGN})(?![a-z])|(?:d[e'] ?)?({NAME})\b)"
)
_SCALED_AFTER = re.compile(rf" (?:de )?({alternatives(SCALED_ONLY)})\b")
_LONGEST_SIGN = 6


def _measured(source: _Source, number: Number) -> _Measured:
    """Return ``number`` with what it measures, if anything."""
    percent = _PERCENT.match(source.low, number.end)
    if percent:
        return _Measured(number.start, percent.end(), Kind.PERCENT, None, number)
    return _money(source, number) or _quantity(source, number) or _bare(number)


def _bare(number: Number) -> _Measured:
    return _Measured(number.start, number.end, None, None, number)


def _money(source: _Source, number: Number) -> _Measured | None:
    low = source.low
    before = _SIGN_BEFORE.search(low, max(0, number.start - _LONGEST_SIGN), number.start)
    if before and not (source.lang == "fr" and _MONEY_AFTER.match(low, number.end)):
        letter = _LETTER_AFTER.match(low, number.end)
        factor, end = (_LETTERS[letter[1]], letter.end()) if letter else (1.0, number.end)
        code, end = _national(low, end, SYMBOLS[before[1]])
        return _Measured(before.start(1), end, Kind.MONEY, code, number, factor)
    after = _MONEY_AFTER.match(low, number.end)
    if after:
        currency = Currency(SYMBOLS[after[2]]) if after[2] else WORDS[after[3]]
        factor = currency.factor * _LETTERS.get(after[1] or "", 1.0)
        code, end = _national(low, after.end(), currency.code)
        return _Measured(number.start, end, Kind.MONEY, code, number, factor)
    scaled = _SCALED_AFTER.match(low, number.end) if number.scale > 1 else None
    if scaled:
        return _Measured(number.start, scaled.end(), Kind.MONEY, SCALED_ONLY[scaled[1]].code, number)
    return None


def _national(low: str, end: int, code: str) -> tuple[str, int]:
    """Return the currency and the end of an amount in dollars that a nation's name follows."""
    nation = NATION_AFTER.match(low, end) if code == "USD" else None
    return (NATIONS[nation[1]], nation.end()) if nation else (code, end)


_SIGN_AFTER = re.compile(rf" ?({alternatives(MEASURES)})(?![\w²])")
_WORDS_AFTER = {
    "fr": re.compile(r" (?:d[e'] ?)?([a-zà-ÿœ-]+)(?: (?:d[e'] ?)?([a-zà-ÿœ-]+))?"),
    "en": re.compile(r" (?:of )?([a-zà-ÿ-]+)(?: ([a-zà-ÿ-]+))?(?: ([a-zà-ÿ-]+))?"),
}
_HALF_AFTER = re.compile(r" et demie?\b")
_HYPHENED = re.compile(r"-([a-z]+)(?:-(?:old|long|strong)s?)?\b")
_CLOCK = re.compile(r"(?:\bà|\bvers|\bdès|\bde|\bat|\bby) $")
_PLURALS = {"fr": ("s", "x"), "en": ("s",)}
_NOT_PLURAL = ("ss", "us", "is", "ous", "'s")


def _quantity(source: _Source, number: Number) -> _Measured | None:
    low, lang = source.low, source.lang
    sign = _SIGN_AFTER.match(low, number.end)
    if sign and not (lang == "en" and sign[1] in FRENCH_ONLY_SIGNS):
        return _Measured(number.start, sign.end(), Kind.QUANTITY, UNITS[sign[1]], number)
    hyphened = _HYPHENED.match(low, number.end) if lang == "en" else None
    if hyphened and hyphened[1] not in STOPS:
        return _Measured(number.start, hyphened.end(), Kind.QUANTITY, unit_of(hyphened[1]), number)
    found = _noun(source, number)
    if not found or _tells_the_time(low, number, found[0]) or not _can_count(number, found[0]):
        return None
    half = _HALF_AFTER.match(low, found[1]) if lang == "fr" else None
    if half:
        more = number._replace(value=number.value + 0.5 * number.scale)
        return _Measured(number.start, half.end(), Kind.QUANTITY, found[0], more)
    return _Measured(number.start, found[1], Kind.QUANTITY, found[0], number)


def _can_count(number: Number, unit: str) -> bool:
    """Tell whether so many of ``unit`` can be: release 2.2 packages are no 2.2 packages."""
    return unit in DIVISIBLE or number.scale > 1 or number.value == int(number.value)


def _noun(source: _Source, number: Number) -> tuple[str, int] | None:
    """Return the unit that the noun behind ``number`` makes, and where that noun ends."""
    lang = source.lang
    match = _WORDS_AFTER[lang].match(source.low, number.end)
    for group in range(1, (match.lastindex or 0) + 1) if match else ():
        word = match[group] if match else ""
        if word in STOPS or (word not in UNITS and match and source.text[match.start(group)].isupper()):
            return None
        if word in UNITS or (word.endswith(_PLURALS[lang]) and word not in BEFORE_NOUN and _is_plural(word)):
            return unit_of(word), match.end(group) if match else 0
        if lang == "fr" and word not in BEFORE_NOUN:
            return None
    return None


def _is_plural(word: str) -> bool:
    return len(word) > 3 and not word.endswith(_NOT_PLURAL)


def _tells_the_time(low: str, number: Number, unit: str) -> bool:
    """Tell whether "à 18 heures" names a moment rather than a length."""
    led = _CLOCK.search(low, max(0, number.start - 6), number.start)
    return unit == "hour" and number.value <= 24 and led is not None


def unit_of(word: str) -> str:
    """Return what ``word`` counts: the common English name where known, else the word without its plural."""
    known = UNITS.get(word) or UNITS.get(f"{word}s")
    if known:
        return known
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith(("s", "x")) and len(word) > 3 else word


_JOINED = re.compile(r" ?[-–—] ?| à | to | ou | or ")
_BETWEEN = re.compile(r" et | and ")
_OPENED = re.compile(r"(?:\bentre|\bbetween) $")
_FOUND = tuple[Kind, tuple[int, int], Value, str | None]


def _ranged(low: str, measured: list[_Measured]) -> Iterator[_FOUND]:
    """Join two ends of a range into one value; drop what measures nothing or overlaps another."""
    pending: _Measured | None = None
    behind = 0
    for one in measured:
        if one.start < behind:
            continue
        behind = one.end
        if pending and _is_range(low, pending, one):
            yield _range(pending, one)
            pending = None
            continue
        yield from _single(pending)
        pending = one
    yield from _single(pending)


def _single(one: _Measured | None) -> Iterator[_FOUND]:
    if one and one.kind:
        yield one.kind, (one.start, one.end), one.value, one.unit


def _is_range(low: str, first: _Measured, last: _Measured) -> bool:
    if not last.kind or first.kind not in {None, last.kind} or (first.kind and first.unit != last.unit):
        return False
    between = _OPENED.search(low, max(0, first.start - 9), first.start) is not None
    if between and _BETWEEN.fullmatch(low, first.end, last.start):
        return True
    joined = _JOINED.fullmatch(low, first.end, last.start)
    return joined is not None and (first.kind is None or "-" in joined.group() or "–" in joined.group())


def _range(first: _Measured, last: _Measured) -> _FOUND:
    """Return both ends in one unit; the first takes the million of the last (10 to 20 million)."""
    factor = first.factor if first.kind else last.factor
    start = first.number.value * factor
    if first.number.scale == 1 and first.number.value * last.number.scale <= last.number.value:
        start *= last.number.scale
    ends = (float(f"{start:.12g}"), last.value)
    return last.kind or Kind.QUANTITY, (first.start, last.end), ends, last.unit
