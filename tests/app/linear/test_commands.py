"""The linear mode has the commands of the table: what they say, what they do to the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.fakes import FakeLibrary
from tests.app.linear.test_linear import said
from tui.app.commands.model import Place
from tui.app.commands.table import BY_NAME, COMMANDS
from tui.app.linear.absent import REASONS
from tui.app.linear.session import Session
from tui.config import Settings
from tui.locale import use
from tui.model.article import Lang
from tui.model.keeping import Bookmark
from tui.model.listing import Outcome, Progress, Result


class FakeHelper:
    """Writes down what it is asked, and adds one article."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, object]]] = []

    def call(self, task: str, **arguments: object) -> None:
        self.asked.append((task, arguments))

    def run(self, task: str, **arguments: object) -> Iterator[Progress | Outcome]:
        self.asked.append((task, arguments))
        yield Progress("reading", 0, 1)
        yield Outcome(Result.ADDED, "k", "a9", "Le phare", Lang.FR)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_command_is_there_or_named_with_a_reason(name: str) -> None:
    assert hasattr(Session, BY_NAME[name].method) != (name in REASONS)


def test_what_does_nothing_here_says_why_in_both_languages() -> None:
    for language in ("en", "fr"):
        for name in REASONS:
            answer = _one(name, language)
            assert name in answer
            assert len(answer.split()) > len("name does nothing here".split())
    assert _one("zen", "en") == "zen does nothing here: nothing is drawn here."
    assert _one("zen", "fr") == "zen ne fait rien ici : rien n'est dessiné ici."


def _one(line: str, language: str) -> str:
    answers: list[str] = []
    session = Session(FakeLibrary(), Settings(), answers.append)
    use(language)
    try:
        session.obey(line)
    finally:
        use("en")
    return answers[-1]


def test_no_command_of_the_table_fails_or_answers_nothing() -> None:
    for place, opening in ((Place.LIBRARY, ()), (Place.READING, ("1",))):
        for command in COMMANDS:
            if place in command.places and command.name not in {"quit", "interrupt", "leave"}:
                before = len(_with_helper(*opening))
                answers = _with_helper(*opening, command.name)[before:]
                assert answers, command.name
                assert all(line.isprintable() for line in answers), command.name


def _with_helper(*lines: str) -> list[str]:
    use("en")
    answers: list[str] = []
    session = Session(FakeLibrary(), Settings(language="en"), answers.append, FakeLibrary, FakeHelper())  # type: ignore[arg-type]
    session.begin("")
    for line in lines:
        session.obey(line)
    return answers


def test_notes_are_written_said_and_taken_away() -> None:
    library = FakeLibrary()
    answers = said("1", "2", "note à vérifier", "note", "1", "2", "note -", "note", library=library)
    assert "Note kept." in answers
    assert answers.count("Note: à vérifier") == 2
    assert answers[-2:] == ["Note taken away.", "Nothing."]
    assert library.noted == []


def test_bookmarks_are_set_found_and_opened() -> None:
    library = FakeLibrary()
    answers = said(
        "1", "4", "bookmark", "1", "next-bookmark", "q", "bookmarks", "bookmarks 1", library=library
    )
    assert library.marked == [Bookmark("a1", 3)]
    assert answers.count("Bookmark.") == 2
    assert answers[-1] == "Bookmark."
    assert any(line.startswith("1. Le pont de Lorme rouvre aux piétons. passage 4. ") for line in answers)


def test_an_article_is_corrected() -> None:
    library = FakeLibrary()
    answers = said("1", "edit title Le pont rouvre", "edit colour red", library=library)
    assert library.edits == [("a1", "title", "Le pont rouvre")]
    assert answers[-1] == "Correct what? title, date, source, byline, language."


def test_rows_are_joined_and_set_right_by_the_helper() -> None:
    library = FakeLibrary()
    said("1", "merge", library=library)
    assert library.set_right[0].fr == (0, 1)
    helper = FakeHelper()
    answers: list[str] = []
    session = Session(FakeLibrary(), Settings(language="en"), answers.append, helper=helper)  # type: ignore[arg-type]
    for line in ("list", "1", "reanchor 2 3", "reanchor 2", "pair a3"):
        session.obey(line)
    assert helper.asked == [
        ("reanchor", {"pair": "p1", "fr": 1, "en": 2}),
        ("pair", {"one": "a1", "other": "a3"}),
    ]


def test_rows_that_face_nothing_are_not_set_right() -> None:
    assert said("2", "merge")[-1] == "These are no rows that face each other."


def test_a_name_is_looked_into_by_its_number_or_itself() -> None:
    answers = said("1", "entity aubert", "next-mention aubert", "next-mention aubert", "entity zoé")
    assert any(line.startswith("Jeanne Aubert, person.") for line in answers)
    assert "No other mention that way." in answers
    assert answers[-1] == "No name here is zoé: entities says them."
    library = FakeLibrary()
    said("1", "correct-entity Lorme ignore", library=library)
    assert ("place:lorme", "ignore", None) in library.told


def test_a_concordance_is_said_and_written(tmp_path: Path) -> None:
    answers = said("concordance pont", f"export {tmp_path}/pont.csv")
    assert answers[0].endswith("lines.") or answers[0].endswith("line.")
    assert any(line.startswith("1. FR: ") for line in answers)
    assert (tmp_path / "pont.csv").exists()


def test_sides_are_said_alone() -> None:
    answers = said("1", "show-en")
    assert answers[-1].startswith("EN: ")
    assert answers[-2].startswith("Passage 1")
    assert answers[-1] == said("1", "show-en", "show-both")[-1]


def test_find_goes_on_and_back() -> None:
    answers = said("1", "/lorme", "find-next", "find-previous")
    assert [line for line in answers if line.startswith("Passage")]


def test_facets_are_numbered_and_narrow_the_list() -> None:
    answers = said("facets", "narrow 1", "narrow 2025")
    assert '1. source:"Coast Weekly": 1' in answers
    assert answers[-1] == "1. date:2025-03: 2"


def test_searches_are_renamed_and_forgotten() -> None:
    library = FakeLibrary()
    said("/light", "keep-search phares", "rename-search phares mer", "forget-search mer", library=library)
    assert library.searches.kept == {}
    assert said("forget-search rien")[-1] == "No search is called rien."


def test_more_like_and_the_same_story_are_listed() -> None:
    assert said("like 1")[0].endswith("results.")
    assert said("story 1")[0] == "1 row."


def test_the_list_is_grouped_and_gone_through() -> None:
    assert said("group month")[0] == "March 2025: 1"
    assert said("down", "down", "up")[-1].startswith("1. ")


def test_articles_are_added() -> None:
    answers = _with_helper("add 'a file.txt'")
    assert "1. added. FR. Le phare." in answers


def test_a_query_is_explained() -> None:
    assert said("explain pont -loire")[0] == "pont -loire"


def test_the_language_changes_on_the_way() -> None:
    answers = said("language", "zen")
    use("en")
    assert answers == ["Français désormais.", "zen ne fait rien ici : rien n'est dessiné ici."]
