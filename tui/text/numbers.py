"""Numbers as French and English write and spell them, with their values.

Figures follow either language's habit where that is unambiguous ("15,000 dollars" in a French text,
"4,3 billion" in an English one). A French billion is a million millions, an English one a milliard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

BLANKS = " \u00a0\u202f\u2009"
"""What may stand between the groups of a number, and between it and its unit."""


class Number(NamedTuple):
    """A number at characters ``start`` to ``end`` of a text.

    ``figures`` tells that it is written in digits, ``scale`` is what a word such as million multiplied it by,
    ``about`` tells that the word itself is a round one (une vingtaine).
    """

    start: int
    end: int
    value: float
    figures: bool = True
    scale: float = 1.0
    about: bool = False


class _Token(NamedTuple):
    start: int
    end: int
    part: str
    value: float


def _table(words: dict[float, str]) -> dict[str, float]:
    return {word: value for value, names in words.items() for word in names.split()}


_SMALL = {
    "fr": _table(
        {
            **dict(enumerate("deux trois quatre cinq six sept huit neuf dix onze douze treize".split(), 2)),
            **dict(enumerate("quatorze quinze seize".split(), 14)),
            20: "vingt vingts",
            30: "trente",
            40: "quarante",
            50: "cinquante",
            60: "soixante",
            70: "septante",
            80: "huitante octante",
            90: "nonante",
        }
    ),
    "en": _table(
        {
            **dict(enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)),
            **dict(enumerate("thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 13)),
            20: "twenty",
            30: "thirty",
            40: "forty fourty",
            50: "fifty",
            60: "sixty",
            70: "seventy",
            80: "eighty",
            90: "ninety",
        }
    ),
}
_ROUND = {
    "fr": _table(
        {
            8: "huitaine",
            10: "dizaine dizaines",
            12: "douzaine douzaines",
            15: "quinzaine",
            20: "vingtaine",
            30: "trentaine",
            40: "quarantaine",
            50: "cinquantaine",
            60: "soixantaine",
            100: "centaine centaines",
            1000: "millier milliers",
        }
    ),
    "en": _table({12: "dozen"}),
}
"""Nouns that stand for about so many."""

_HUNDRED = {"fr": {"cent": 100.0, "cents": 100.0}, "en": {"hundred": 100.0}}
SCALES = {
    "fr": _table(
        {
            1e3: "mille",
            1e6: "million millions mio",
            1e9: "milliard milliards mrd mrds md mds",
            1e12: "billion billions",
            1e18: "trillion trillions",
        }
    ),
    "en": _table(
        {
            1e3: "thousand",
            1e6: "million millions mn mln",
            1e9: "billion billions bn",
            1e12: "trillion trillions tn trn",
        }
    ),
}
"""What multiplies the number before it, per language."""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def lowered(text: str) -> str:
    """Return ``text`` in lower case, with plain blanks and apostrophes, and as many characters.

    Offsets stay the same, and patterns written for the result need no variants.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(map(_lower, text))
    if not low.isascii():
        for blank in BLANKS[1:]:  # each is a quick search, where translate() looks at every character
            low = low.replace(blank, " ")
        low = low.replace("’", "'")
    return low


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


_DECIMALS = r"\d{1,15}(?:[.,]\d{1,15})?"
_FIGURES = {
    "fr": r"\d{1,3}(?: \d{3}){1,5}(?!\d)(?:,\d+)?|\d{1,3}(?:[.,]\d{3}){1,5}(?!\d)|" + _DECIMALS,
    "en": r"\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3}){0,4} 000(?!\d)|" + _DECIMALS,
}
_ORDINAL = {"fr": "er|re|e|è|[èe]me|nde?", "en": "st|nd|rd|th"}
_ONE = {"fr": "une?", "en": "an?|one"}
"""Articles: numbers only before something larger, or behind a ten."""

_UNIT = {"fr": r"(?<=[a-zé])(?:[ -]et[ -]|-)une?\b", "en": r"(?<=y)[ -]one\b"}
_HALF = {"fr": r"(?:\bun[e]? )?\bdemi-(?=m)", "en": r"\bhalf an? (?=[mbtd]\w+(?:ion|zen)\b)"}
_PLUS = {"fr": r"\bet demie?\b", "en": r"\band a half\b"}


def _pattern(lang: str) -> re.Pattern[str]:
    bigger = alternatives([*_HUNDRED[lang], *SCALES[lang], *_ROUND[lang]])
    small = alternatives(_SMALL[lang])
    return re.compile(
        rf"(?<![\w.,/])(?P<FIGURES>{_FIGURES[lang]})(?!\d|[.,/:]\d|(?:{_ORDINAL[lang]})\b)"
        rf"|(?P<UNIT>{_UNIT[lang]})|(?P<HALF>{_HALF[lang]})|(?P<PLUS>{_PLUS[lang]})"
        rf"|\b(?:(?P<ONE>{_ONE[lang]})(?=[ -](?:bonne |petite |grosse )?(?:{bigger})\b)|(?P<SMALL>{small})\b"
        rf"|(?P<HUNDRED>(?<!pour )(?:{alternatives(_HUNDRED[lang])})\b)"
        rf"|(?P<ROUND>(?:{alternatives(_ROUND[lang])})\b))"
        rf"|(?:\b|(?<=\d))(?P<SCALE>(?:{alternatives(SCALES[lang])})\b)"
    )


_PATTERNS = {lang: _pattern(lang) for lang in ("fr", "en")}
_VALUES = {lang: {**_SMALL[lang], **_HUNDRED[lang], **_ROUND[lang], **SCALES[lang]} for lang in ("fr", "en")}
_FIXED = {"UNIT": 1.0, "ONE": 1.0, "HALF": 0.5, "PLUS": 0.5}


def figures(written: str, lang: str, *, decimal: bool = False) -> float:
    """Return the value of a number in digits; ``decimal`` says that a scale or % follows it.

    A comma or stop before three digits groups thousands unless the language's habit, a leading zero or
    what follows says that it is the decimal sign.
    """
    compact = written.replace(" ", "")
    own, other = (",", ".") if lang == "fr" else (".", ",")
    if own in compact and other in compact:
        return float(compact.replace(other, "").replace(own, "."))
    groups = re.split("[.,]", compact)
    grouped = len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[0] != "0"
    if grouped and (len(groups) > 2 or not (decimal or (lang == "en" and "." in compact))):
        return float("".join(groups))
    return float(".".join(["".join(groups[:-1]), groups[-1]])) if len(groups) > 1 else float(compact)


_DECIMAL_BEFORE = re.compile(r" ?(?:%|pour cent|per ?cent|(?:m|b|tr)(?:n|illi))")


def _tokens(low: str, lang: str) -> Iterator[_Token]:
    values = _VALUES[lang]
    for match in _PATTERNS[lang].finditer(low):
        part = match.lastgroup or ""
        if part == "FIGURES":
            decimal = _DECIMAL_BEFORE.match(low, match.end()) is not None
            value = figures(match.group(), lang, decimal=decimal)
        else:
            value = _FIXED[part] if part in _FIXED else values[match.group()]
        yield _Token(match.start(), match.end(), part, value)


_STARTS = frozenset({"FIGURES", "ONE", "SMALL", "HALF", "HUNDRED", "SCALE"})
_FOLLOWS = {
    "FIGURES": frozenset({"SCALE", "PLUS", "ROUND"}),
    "ONE": frozenset({"HUNDRED", "SCALE", "ROUND"}),
    "HALF": frozenset({"SCALE", "ROUND"}),
    "PLUS": frozenset({"SCALE"}),
    "ROUND": frozenset({"SCALE", "ROUND"}),
    "UNIT": frozenset({"HUNDRED", "SCALE"}),
}
_ANY = frozenset({"SMALL", "UNIT", "HUNDRED", "SCALE", "PLUS", "ROUND"})
_GAPS = {
    "fr": re.compile(r"[ -]?| (?:bonne|petite|grosse) | de "),
    "en": re.compile(r"[ -]?|(?<=hundred) and |(?<=thousand) and "),
}


def _joins(low: str, lang: str, last: _Token, token: _Token) -> bool:
    """Tell whether ``token`` goes on with the number that ``last`` ends so far."""
    if token.part not in _FOLLOWS.get(last.part, _ANY):
        return False
    if last.part == token.part == "SMALL" and not _adds(last.value, token.value):
        return False
    if low[last.end : token.start] in {" et ", "-et-"}:
        return token.value == 11 or (last.value == 60 and token.value > 9)
    return _GAPS[lang].fullmatch(low, last.end, token.start) is not None


def _adds(ten: float, unit: float) -> bool:
    """Tell whether two small words make one number: twenty-one, soixante-quinze, quatre-vingts."""
    return (
        (ten == 4 and unit == 20)
        or (ten >= 20 and ten % 10 == 0 and unit < (20 if ten in (20, 60) else 10))
        or (ten == 10 and 7 <= unit <= 9)
    )


def _value(tokens: list[_Token]) -> float:
    total, current, scale = 0.0, 0.0, 1.0
    for token in tokens:
        if token.part in {"SCALE", "ROUND"}:
            scale = token.value
            total, current = _scaled(total, current, scale)
        elif token.part == "HUNDRED":
            current, scale = max(current, 1.0) * 100, 100.0
        elif token.part == "PLUS":
            current += token.value * (scale if not current else 1.0)
        elif token.value == 20 and current % 100 == 4:
            current += 76
        else:
            current += token.value
    return float(f"{total + current:.12g}")


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale > total:
        return (total + current or 1.0) * scale, 0.0
    return total + (current or 1.0) * scale, 0.0


def find_numbers(text: str, lang: str) -> list[Number]:
    """Return the numbers in ``text`` (``lang`` is fr or en), in order."""
    low = lowered(text)
    found: list[Number] = []
    group: list[_Token] = []
    for token in _tokens(low, lang):
        if group and _joins(low, lang, group[-1], token):
            group.append(token)
            continue
        found.extend(_number(group, lang))
        group = [token] if token.part in _STARTS else []
    found.extend(_number(group, lang))
    return found


_LARGEST = 1e21
"""What is larger (trillion trillion) is no count of anything."""


def _number(group: list[_Token], lang: str) -> Iterator[Number]:
    if not group or (len(group) == 1 and _is_no_number(group[0], lang)):
        return
    value = _value(group)
    if value >= _LARGEST:
        return
    parts = {token.part for token in group}
    yield Number(
        group[0].start,
        group[-1].end,
        value,
        figures="FIGURES" in parts,
        scale=group[-1].value if group[-1].part == "SCALE" else 1.0,
        about="ROUND" in parts,
    )


def _is_no_number(token: _Token, lang: str) -> bool:
    """Tell whether a lone word counts nothing: an article, or thousands of unknown many."""
    mille = lang == "fr" and token.value == 1000
    return token.part in {"ONE", "HALF"} or (token.part == "SCALE" and not mille)
