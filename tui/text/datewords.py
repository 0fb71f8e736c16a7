"""What dates look like in French and English: names of months and days, and patterns by kind of date."""

from __future__ import annotations

import re

from tui.text.numbers import alternatives


def _months(names: str) -> dict[str, int]:
    return {name: month for month, line in enumerate(names.split(","), 1) for name in line.split()}


MONTHS = {
    "fr": _months(
        "janvier janv,février fevrier févr fév,mars,avril avr,mai,juin,juillet juil,août aout,septembre sept,"
        "octobre oct,novembre nov,décembre decembre déc"
    ),
    "en": _months(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec"
    ),
}
"""Month names and abbreviations, lower case, per language."""

WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
}
"""Weekdays from Monday, lower case, per language."""

ORDINALS = {
    "premier": 1, "première": 1, "1er": 1, "1re": 1, "deuxième": 2, "second": 2, "seconde": 2, "2e": 2,
    "2ème": 2, "troisième": 3, "3e": 3, "3ème": 3, "quatrième": 4, "4e": 4, "4ème": 4, "dernier": 4,
    "first": 1, "1st": 1, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
"""Ordinals of quarters and halves, lower case."""

_YEAR = r"(?:1[4-9]|20)\d\d(?![\w%€$£°]|[.,:]\d)"
_DAY = r"(?:[1-9]|0[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"(?: au | to | and | et (?:le )?| ?[-–] ?)"
_LAST_YEAR = r"de l'an(?:née)? (?:dernière?|passée?|prochaine?)|(?:of )?(?:last|next) year"


def _patterns(lang: str) -> dict[str, str]:
    """Return what the kinds of dates look like, those that hold others first."""
    month, week = alternatives(MONTHS[lang]), alternatives(WEEKDAYS[lang])
    own = _french if lang == "fr" else _english
    both = {
        "iso": rf"\b(?P<y>\d{{4}})(?P<sign>[-/])(?P<m>\d\d)(?P=sign)(?P<d>{_DAY})\b",
        "slashed": rf"\b(?P<d>{_DAY})(?P<sign>[/.])(?P<m>{_DAY})(?P=sign)(?P<y>\d{{4}})\b",
        "quarter": rf"\b(?P<nth>{alternatives(ORDINALS)}) (?P<part>trimestre|semestre|quarter|half)\b"
        rf"(?: (?:de |of )?(?P<y>{_YEAR}))?|\b(?P<short>[qth][1-4]) (?P<y2>{_YEAR})",
    }
    years = {
        "years": rf"(?<![\w.,/$€£-])(?P<y>{_YEAR})"
        r"(?: à | to |(?<=entre \d{4}) et |(?<=between \d{4}) and "
        rf"|[-–/])(?P<y2>{_YEAR}|\d\d(?!\w|[,.]\d))",
        "year": rf"(?:(?<![\w.,/$€£#-])|(?<=\bmi-)|(?<=\bmid-))(?P<y>{_YEAR})(?!-\d)",
    }
    return both | own(month, week) | years


def _french(month: str, week: str) -> dict[str, str]:
    day, lead = rf"(?:1 ?er|{_DAY})", rf"(?:\b(?:{week}),? (?:le )?)?"
    tail = rf"(?:,? (?:de )?(?P<y>{_YEAR})| (?P<rel>derniers?|prochains?|{_LAST_YEAR}))?"
    return {
        "days": rf"{lead}\b(?P<d>{day})(?: (?P<m1>{month}))?{_TO}(?:(?:{week}) )?(?P<d2>{_DAY}) "
        rf"(?P<m>{month})\b{tail}",
        "day": rf"{lead}\b(?P<d>{day}|premier) (?P<m>{month})\b\.?{tail}",
        "month": rf"\b(?P<m>{month})\b\.?{tail}",
        "decade": r"\bannées (?P<decade>\d{3}0|\d0)\b",
        "century": r"\b(?P<century>[ivx]+|\d{1,2}) ?(?:è?me|e|è|er) siècle\b",
        "near": r"\b(?P<near>avant-hier|hier|aujourd'hui|après-demain|demain|ce (?:matin|soir)|cette nuit)\b",
        "span": r"\b(?:la |le |l'|toute l')?(?P<unit>semaine|mois|an|année|week-end) "
        r"(?P<which>derni(?:er|ère)|passée?|prochaine?)\b"
        r"|\b(?P<this>cette|ce) (?P<unit2>semaine|année|mois|week-end)\b",
        "weekday": rf"\b(?P<week>{week})\b(?: (?P<which>dernier|passé|prochain))?",
    }


def _english(month: str, week: str) -> dict[str, str]:
    day = rf"{_DAY}{_TH}"
    year = rf"(?:,? (?:of )?(?P<y>{_YEAR})|,? (?P<rel>{_LAST_YEAR}))?"
    named = rf"(?:\b(?:{week}),? (?:the )?)?"
    return {
        "days": rf"{named}\b(?P<m1>{month})\b\.? (?P<d>{day}){_TO}{named}"
        rf"(?:(?P<m>{month})\b\.? )?(?P<d2>{day})\b{year}",
        "days2": rf"{named}\b(?P<d>{day})(?: (?P<m1>{month}))?{_TO}{named}(?P<d2>{day}) "
        rf"(?P<m>{month})\b{year}",
        "day": rf"{named}\b(?P<m>{month})\b\.? (?:the )?(?P<d>{day})(?![\d:%]){year}",
        "day2": rf"{named}\b(?P<d>{day})(?: of)? (?P<m>{month})\b\.?{year}",
        "month": rf"\b(?:(?P<which>last|next|this) )?(?P<m>{month})\b\.?{year}",
        "decade": r"\b(?P<decade>\d{3}0)s\b|\bthe '?(?P<decade2>\d0)s\b",
        "century": r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)[ -]century\b",
        "near": r"\b(?P<near>yesterday|today|tomorrow|tonight|this (?:morning|evening|afternoon))\b",
        "span": r"\b(?P<which>last|past|next|this) (?P<unit>week|month|year|weekend)\b",
        "weekday": rf"\b(?:(?P<which>last|next|this) )?(?P<week>{week})\b",
    }


RULES = {
    lang: [(name.rstrip("2"), re.compile(pattern)) for name, pattern in _patterns(lang).items()]
    for lang in ("fr", "en")
}
"""Kinds of dates and their patterns, those that hold others first, per language."""

HINTS = {
    "fr": re.compile(
        r"\d{4}|siècle|trimestre|semestre|semaine|mois\b|an|hier|demain|ce (?:matin|soir)|nuit|week-end|"
        + alternatives([*MONTHS["fr"], *WEEKDAYS["fr"]])
    ),
    "en": re.compile(
        r"\d{4}|century|quarter|half|\bthe '?\d0s|(?:last|past|next|this) |to(?:day|morrow|night)|yesterday|"
        + alternatives([*MONTHS["en"], *WEEKDAYS["en"]])
    ),
}
"""Where none of these is, there is no date: most paragraphs are passed over quickly."""
