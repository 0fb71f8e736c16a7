"""From words to values: queries that look like options, options that look like queries."""

from __future__ import annotations

import contextlib
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.parser import parse
from tui.cli.table import COMMANDS, EVERYWHERE
from tui.errors import UsageError


def parsed(*words: str) -> SimpleNamespace:
    return parse(words, EVERYWHERE, COMMANDS).options


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["-sondage"], "-sondage"),
        (["élections", "-sondage", "--json"], "élections -sondage"),
        (["--json", "-sondage", "élections"], "-sondage élections"),
        (["-q1"], "-q1"),
        (["-verbe"], "-verbe"),
        (["--", "-q"], "-q"),
        (["--", "--json"], "--json"),
        (["-"], "-"),
        (['-title:"a b"'], '-title:"a b"'),
        (["-(a", "OR", "b)"], "-(a OR b)"),
    ],
)
def test_a_query_may_begin_with_a_dash(words: list[str], query: str) -> None:
    assert parsed("search", *words).query == query


def test_options_may_stand_anywhere() -> None:
    for words in (
        ["--library", "d", "list", "x"],
        ["list", "--library", "d", "x"],
        ["list", "x", "--library=d"],
    ):
        assert parsed(*words).library == "d"
        assert parsed(*words).query == "x"
    assert parsed("-q", "list").quiet
    assert parsed("list", "-q").quiet


def test_short_options_join_where_no_query_is_expected() -> None:
    found = parsed("align", "-qv", "a", "b")
    assert (found.quiet, found.verbose, found.fr, found.en) == (True, True, "a", "b")


def test_an_option_in_the_place_of_a_value_is_taken_as_it_stands() -> None:
    assert parsed("edit", "a1", "--title", "--json").title == "--json"


def test_repeated_options_add_up_and_others_take_the_last() -> None:
    assert parsed("add", "x", "--tag", "a", "--tag", "b").tag == ("a", "b")
    assert parsed("list", "--limit", "3", "--limit=4").limit == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["serach", "x"], "did you mean 'search'"),
        (["list", "--jsno"], "did you mean '--json'"),
        (["inspect", "-z", "x"], "no option '-z'"),
        (["list", "--sort", "dat"], "did you mean 'date'"),
        (["list", "--limit", "0"], "--limit wants a whole number of at least 1, not '0'"),
        (["list", "--limit"], "wants a value"),
        (["list", "--json=1"], "takes no value"),
        (["edit", "a1", "--date", "yesterday"], "a day such as"),
        (["search"], "QUERY is missing"),
        (["show", "a1", "a2"], "one word too many: 'a2'"),
        (["completion", "csh"], "'csh' is no SHELL"),
        (["--frobnicate"], "no option '--frobnicate'"),
    ],
)
def test_mistakes_are_named(words: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        parsed(*words)


def test_help_asks_for_no_operand() -> None:
    assert parsed("show", "--help").help


@given(st.lists(st.text()))
def test_any_words_are_either_understood_or_a_usage_error(words: list[str]) -> None:
    with contextlib.suppress(UsageError):
        assert isinstance(parsed("search", *words, "x").query, str) or parsed("search", *words, "x").help


@given(st.lists(st.text(min_size=1).filter(lambda word: not word.startswith("-")), min_size=1))
def test_plain_words_are_the_query(words: list[str]) -> None:
    assert parsed("search", *words).query == " ".join(words)


@pytest.mark.parametrize("words", [["china report"], ["tag:later"], ["--linear", "china report"]])
def test_what_looks_like_a_query_is_one_for_the_usual_command(words: list[str]) -> None:
    call = parse(words, EVERYWHERE, COMMANDS, COMMANDS["read"])
    assert call.options.query == words[-1]
    assert call.options.linear == ("--linear" in words)


def test_options_alone_may_be_those_of_the_usual_command() -> None:
    call = parse(["--linear", "-q"], EVERYWHERE, COMMANDS, COMMANDS["read"])
    assert (call.command, call.options.linear, call.options.quiet, call.options.query) == (
        None,
        True,
        True,
        "",
    )


@pytest.mark.parametrize("words", [["--lin"], ["add", "--title", "x"], ["zzz"], ["mark", "--libary"]])
def test_only_what_is_near_is_proposed(words: list[str]) -> None:
    with pytest.raises(UsageError) as told:
        parse(words, EVERYWHERE, COMMANDS, COMMANDS["read"])
    assert ("did you mean" in str(told.value)) == (words[-1] == "--libary")
