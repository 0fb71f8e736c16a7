from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import find_dates

WEDNESDAY = date(2025, 10, 8)


def _values(text: str, lang: str, day: date | None = None) -> list[object]:
    return [dated.value for dated in find_dates(text, lang, day)]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("le 1er mars", "fr", "--03-01"),
        ("le 1 er mars 2020", "fr", "2020-03-01"),
        ("March 1", "en", "--03-01"),
        ("the 1st of March, 2020", "en", "2020-03-01"),
        ("mardi 5 août 2024", "fr", "2024-08-05"),
        ("Tuesday, August 5, 2024", "en", "2024-08-05"),
        ("Sept. 11, 2001", "en", "2001-09-11"),
        ("fin septembre 2020", "fr", "2020-09"),
        ("du 3 au 5 mai 2021", "fr", ("2021-05-03", "2021-05-05")),
        ("May 3-5, 2021", "en", ("2021-05-03", "2021-05-05")),
        ("au premier semestre 2025", "fr", ("2025-01", "2025-06")),
        ("in the first half of 2025", "en", ("2025-01", "2025-06")),
        ("Q3 2024", "en", ("2024-07", "2024-09")),
        ("entre 2018 et 2020", "fr", ("2018", "2020")),
        ("the 2018-19 season", "en", ("2018", "2019")),
        ("les années 1990", "fr", ("1990", "1999")),
        ("the 1990s", "en", ("1990", "1999")),
        ("au XIXe siècle", "fr", ("1801", "1900")),
        ("in the 19th century", "en", ("1801", "1900")),
        ("le 12/03/2025", "fr", "2025-03-12"),
        ("on 13/12/2025", "en", "2025-12-13"),
        ("du mercredi 24 au vendredi 26 mai 2021", "fr", ("2021-05-24", "2021-05-26")),
        ("from Monday 24 to Wednesday 26 May 2021", "en", ("2021-05-24", "2021-05-26")),
        ("mi-2019", "fr", "2019"),
        ("mid-2019", "en", "2019"),
        ("2025-02-14", "en", "2025-02-14"),
        ("en 2018", "fr", "2018"),
    ],
)
def test_dates_have_the_same_value_in_both_languages(text: str, lang: str, value: object) -> None:
    assert _values(text, lang) == [value]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("mardi", "fr", "2025-10-07"),
        ("on Tuesday", "en", "2025-10-07"),
        ("mardi prochain", "fr", "2025-10-14"),
        ("hier", "fr", "2025-10-07"),
        ("la semaine dernière", "fr", "2025-W40"),
        ("last week", "en", "2025-W40"),
        ("le mois prochain", "fr", "2025-11"),
        ("last year", "en", "2024"),
        ("le week-end dernier", "fr", ("2025-10-04", "2025-10-05")),
    ],
)
def test_relative_dates_need_a_day_of_reference(text: str, lang: str, value: object) -> None:
    assert _values(text, lang, WEDNESDAY) == [value]
    assert _values(text, lang) == [None]


def test_a_month_of_last_year_keeps_its_month_without_a_reference() -> None:
    assert _values("février de l'année dernière", "fr") == ["--02"]
    assert _values("février de l’année dernière", "fr", WEDNESDAY) == ["2024-02"]
    assert _values("February last year", "en", WEDNESDAY) == ["2024-02"]
    assert _values("en novembre dernier", "fr", WEDNESDAY) == ["2024-11"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They may march on", "en"),
        ("2000 personnes", "fr"),
        ("2,000 people", "en"),
        ("version 2018.4", "en"),
        ("in the first half", "en"),
        ("2025-13-45", "en"),
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str, lang: str) -> None:
    assert _values(text, lang) == []


def test_an_english_date_that_could_be_two_is_left_open() -> None:
    assert _values("3/12/2025", "en") == [None]


@given(st.text(), st.sampled_from(["fr", "en"]), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_spans_are_valid_and_apart(text: str, lang: str, day: date | None) -> None:
    end = 0
    for dated in find_dates(text, lang, day):
        assert end <= dated.start < dated.end <= len(text)
        end = dated.end


_WORDS = [
    "le",
    "1er",
    "31",
    "mars",
    "mai",
    "2024",
    "2024",
    "-",
    "/",
    "12",
    "dernier",
    "last",
    "March",
    "week",
    "mardi",
    "hier",
    "demain",
]


@given(
    st.lists(st.sampled_from(_WORDS)).map(" ".join),
    st.sampled_from(["fr", "en"]),
    st.none() | st.dates(),
)
def test_no_date_and_no_day_of_reference_raises(text: str, lang: str, day: date | None) -> None:
    for dated in find_dates(text, lang, day):
        assert dated.value is None or dated.value
