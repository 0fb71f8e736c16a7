from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_library, a_pair, an_article
from tui.errors import UsageError
from tui.library import Library
from tui.library.entries import SORTS
from tui.locale import use
from tui.model.article import Entity, Kind, Lang, Mention


def ids(library: Library, sort: str = "date") -> list[str]:
    return [entry.id for entry in library.entries(sort=sort).window(0, 100)]


def test_a_pair_is_one_line_with_both_titles(library: Library) -> None:
    entry = next(entry for entry in library.entries().window(0, 9) if entry.id == "p1")
    assert [article for _, article in entry.articles] == ["a1", "a2"]
    assert [title[:12] for _, title in entry.titles] == ["OpenAI ouvre", "OpenAI opens"]
    assert (entry.sources, entry.source) == (2, "Le Relais")
    assert [name for _, name in entry.entities] == ["OpenAI", "Paris"]


def test_names_are_called_as_in_the_title_that_is_shown(tmp_path: Path) -> None:
    un = Entity("org:un", Kind.ORG, "ONU", ((Lang.FR, "ONU"), (Lang.EN, "UN")), 1, 0.5)
    sides = [
        an_article(
            lang,
            f"{name} : une session. Il pleut.",
            mentions=(Mention(0, len(name), Kind.ORG, "org:un", key=True),),
            entities=(un,),
        )
        for lang, name in (("fr", "ONU"), ("en", "UN"))
    ]
    with a_library(tmp_path / "named", *sides, pairs=[(0, 1)]) as library:
        (entry,) = library.entries().window(0, 9)
        assert entry.named(Lang.FR) == ((Kind.ORG, "ONU"),)
        assert entry.named(Lang.EN) == ((Kind.ORG, "UN"),)
        for language, name in (("fr", "ONU"), ("en", "UN")):
            use(language)
            assert [one.value for one in library.facets()["entity"]] == [name]
        use("en")
        library.unpair("p1")
        alone = {entry.articles[0][0]: entry.named(Lang.EN) for entry in library.entries().window(0, 9)}
        assert alone == {Lang.FR: ((Kind.ORG, "ONU"),), Lang.EN: ((Kind.ORG, "UN"),)}


def test_lines_are_newest_first(library: Library) -> None:
    assert ids(library) == ["a3", "p1", "a4", "a5"]
    assert ids(library, "oldest") == ["a5", "a4", "p1", "a3"]


def test_near_copies_share_a_line(library: Library) -> None:
    library.writing.put_copies([("a5", "a3")], ["a3", "a5"])
    entry = library.entries().window(0, 1)[0]
    assert (entry.id, entry.sources) == ("a3", 2)
    assert len(library.entries()) == 3
    library.writing.put_copies([], ["a3", "a5"])
    assert ids(library) == ["a3", "p1", "a4", "a5"]


def test_a_line_is_read_when_all_of_it_is(library: Library) -> None:
    library.mark(["a1"], "read")
    assert not library.entries().window(1, 2)[0].read
    library.mark(["a2"], "read")
    assert library.entries().window(1, 2)[0].read


def test_taking_a_pair_apart_gives_two_lines(library: Library) -> None:
    library.unpair("p1")
    assert ids(library) == ["a3", "a2", "a1", "a4", "a5"]


def test_a_removed_side_leaves_the_other(library: Library) -> None:
    library.remove(["a1"])
    assert ids(library) == ["a3", "a2", "a4", "a5"]


def test_every_sort_lists_every_line(library: Library) -> None:
    for sort in SORTS:
        assert sorted(ids(library, sort)) == ["a3", "a4", "a5", "p1"]
    with pytest.raises(UsageError):
        library.entries(sort="colour")


def test_unread_lines_can_come_first(library: Library) -> None:
    library.mark(["a3"], "read")
    assert ids(library, "unread") == ["p1", "a4", "a5", "a3"]


def test_a_position_is_the_rank_in_the_window(library: Library) -> None:
    for sort in SORTS:
        entries = library.entries(sort=sort)
        assert [entries.position(entry.id) for entry in entries.window(0, 9)] == [0, 1, 2, 3]
    assert library.entries().position("a2") == 1
    assert library.entries().position("a99") is None


@given(
    days=st.lists(st.integers(1, 5), min_size=1, max_size=12),
    cut=st.tuples(st.integers(-2, 14), st.integers(-2, 14)),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_window_is_a_slice_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, days: list[int], cut: tuple[int, int]
) -> None:
    articles = [
        an_article("fr", f"Texte {at}.", key=str(at), published=f"2025-01-0{day}")
        for at, day in enumerate(days)
    ]
    path: Path = tmp_path_factory.mktemp("entries")
    with a_library(path / "library", *articles) as library:
        for sort in SORTS:
            entries = library.entries(sort=sort)
            whole = entries.window(0, len(entries))
            start, stop = (max(0, end) for end in cut)
            assert entries.window(*cut) == whole[start:stop]


def test_a_large_connected_set_is_one_line(tmp_path: Path) -> None:
    texts = [an_article("fr", f"Dépêche {at}.", key=str(at)) for at in range(6)]
    with a_library(tmp_path / "library", *texts) as library:
        library.writing.put(an_article("en", "Wire.", key="en"), b"x")
        library.writing.put_copies([(f"a{at}", "a1") for at in range(2, 7)], [f"a{at}" for at in range(1, 7)])
        library.writing.put_pairs([a_pair("a3", "a7")])
        (entry,) = library.entries().window(0, 10)
        assert (entry.id, entry.sources) == ("p1", 7)
        assert [article for _, article in entry.articles] == ["a3", "a7"]
