from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.values import find_values, value_id
from tui.model.article import Kind, Lang

FR, EN = Lang.FR, Lang.EN


def _found(text: str, lang: Lang) -> list[tuple[str, Kind, object, str | None]]:
    return [(each.span.of(text), each.kind, each.value, each.unit) for each in find_values(text, lang)]


@pytest.mark.parametrize(
    ("french", "english", "kind", "value", "unit"),
    [
        ("12,5 M$", "$12.5 million", Kind.MONEY, 12.5e6, "USD"),
        ("4,3 milliards de dollars", "$4.3bn", Kind.MONEY, 4.3e9, "USD"),
        ("15,000 dollars", "15,000 dollars", Kind.MONEY, 15_000.0, "USD"),
        ("2 billions de dollars", "2 trillion dollars", Kind.MONEY, 2e12, "USD"),
        ("500 k€", "€500k", Kind.MONEY, 500_000.0, "EUR"),
        ("10 millions de livres", "£10 million", Kind.MONEY, 10e6, "GBP"),
        ("300 dollars canadiens", "C$300", Kind.MONEY, 300.0, "CAD"),
        ("4 000 $ canadiens", "$4,000 Canadian dollars", Kind.MONEY, 4000.0, "CAD"),
        ("10 à 20 millions d'euros", "€10-€20 million", Kind.MONEY, (10e6, 20e6), "EUR"),
        ("50 centimes", "50 cents", Kind.MONEY, 0.5, "cent"),
        ("16\u202f%", "16 percent", Kind.PERCENT, 16.0, None),
        ("vingt pour cent", "twenty per cent", Kind.PERCENT, 20.0, None),
        ("2,5 points de pourcentage", "2.5 percentage points", Kind.PERCENT, 2.5, None),
        ("10 et 20 %", "10 and 20%", Kind.PERCENT, (10.0, 20.0), None),
        ("une cinquantaine de personnes", "50 people", Kind.QUANTITY, 50.0, "people"),
        ("vingt ans", "twenty years", Kind.QUANTITY, 20.0, "year"),
        ("quatre ans et demi", "four and a half years", Kind.QUANTITY, 4.5, "year"),
        ("28 ans", "28-year-old", Kind.QUANTITY, 28.0, "year"),
        ("37 pages", "37-page", Kind.QUANTITY, 37.0, "page"),
        ("300\u00a0000 utilisateurs", "300,000 users", Kind.QUANTITY, 300_000.0, "user"),
        ("3 nouveaux pays", "3 new countries", Kind.QUANTITY, 3.0, "country"),
        ("100 km/h", "100 kph", Kind.QUANTITY, 100.0, "km/h"),
        ("16 Go", "16 GB", Kind.QUANTITY, 16.0, "gb"),
        ("1er mars 2020", "March 1, 2020", Kind.DATE, "2020-03-01", None),
    ],
)
def test_both_languages_give_one_value(
    french: str, english: str, kind: Kind, value: object, unit: str | None
) -> None:
    lead_fr, lead_en = ("entre ", "between ") if isinstance(value, tuple) else ("soit ", "namely ")
    assert _found(f"{lead_fr}{french} ici.", FR) == [(french, kind, value, unit)]
    assert _found(f"{lead_en}{english} here.", EN) == [(english, kind, value, unit)]


def test_a_change_from_one_value_to_another_is_no_range() -> None:
    assert [each.value for each in find_values("from 10% to 20%", EN)] == [10.0, 20.0]
    assert [each.value for each in find_values("de 10 % à 20 %", FR)] == [10.0, 20.0]


def test_a_time_of_day_and_a_bare_number_measure_nothing() -> None:
    assert _found("à 18 heures, au 12 de la rue", FR) == []
    assert _found("Debian 2.2 packages, a 5-3 Giants win, 2 Lukas", EN) == []
    assert _found("3 of them at 6 p.m.", EN) == []


def test_relative_dates_have_a_value_once_the_publication_day_is_known() -> None:
    assert [each.value for each in find_values("Il est venu mardi.", FR)] == [None]
    assert [each.value for each in find_values("Il est venu mardi.", FR, date(2025, 10, 8))] == ["2025-10-07"]


def test_ids_are_the_same_in_both_languages() -> None:
    (french,), (english,) = find_values("12,5 M$", FR), find_values("$12.5 million", EN)
    assert french.entity == english.entity == "money:12500000:usd"
    assert value_id(Kind.QUANTITY, (10.0, 20.5), "km", "") == "quantity:10..20.5:km"
    assert value_id(Kind.DATE, None, None, "Mardi") == "date:?mardi"


_PARTS = [
    "12",
    "3,5",
    "million",
    "de",
    "$",
    "€",
    "%",
    "-",
    "to",
    "à",
    "entre",
    "et",
    "and",
    "people",
    "ans",
    "2024",
]


@given(
    st.text()
    | st.lists(st.sampled_from(_PARTS)).map(" ".join)
    | st.lists(st.sampled_from(_PARTS)).map("".join),
    st.sampled_from([FR, EN]),
)
def test_spans_are_valid_and_never_overlap(text: str, lang: Lang) -> None:
    end = 0
    for mention in find_values(text, lang):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
