from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.conftest import ALONE, EN, FR
from tui.library import Library
from tui.model.article import Lang
from tui.model.keeping import Choice
from tui.model.listing import Outcome, Progress, Result
from tui.model.pair import Mode
from tui.pipeline import add
from tui.pipeline.work import Done, Inline, work

Write = Callable[[str, str], Path]


def results(library: Library, *sources: Path, **options: Any) -> list[tuple[str, str]]:
    """Return what became of each input: file name and result."""
    return [
        (Path(one.key).name, str(one.result))
        for one in library.add([str(each) for each in sources], **options)
    ]


def test_a_folder_is_read_paired_and_found(library: Library, texts: Path) -> None:
    assert results(library, texts) == [("gare.md", "added"), ("station.md", "added"), ("truffe.md", "added")]
    (pair,) = library.pairs()
    assert (library.article(pair.fr).title, library.article(pair.en).title) == (
        "La gare rouvre",
        "The station opens again",
    )
    assert (pair.mode, len(pair.beads)) == (Mode.ALIGNED, 4)
    assert pair.evidence
    assert [hit.title for hit in library.search("truffe")] == ["Une truffe géante"]
    assert [entry.id for entry in library.entries(sort="title").window(0, 9)] == [pair.id, "a3"]


def test_what_is_known_is_not_worked_out_again(library: Library, texts: Path) -> None:
    results(library, texts)

    class Never(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise AssertionError("nothing to work out")

    steps = list(add(library, [str(texts)], executor=Never()))
    assert {step.result for step in steps if isinstance(step, Outcome)} == {Result.UNCHANGED}


def test_what_is_unchanged_is_named_as_the_library_holds_it(library: Library, write: Write) -> None:
    path = write(
        "sans-titre.txt", "Le maire a inauguré la nouvelle bibliothèque du quartier ce samedi matin.\n"
    )
    (first,) = library.add([str(path)])
    (again,) = library.add([str(path)])
    assert (again.result, again.id, again.title, again.lang) == (
        Result.UNCHANGED,
        first.id,
        first.title,
        Lang.FR,
    )


def test_what_changed_is_replaced_and_keeps_its_id(library: Library, texts: Path, write: Write) -> None:
    results(library, texts)
    path = write("truffe.md", ALONE.replace("deux kilos", "trois kilos"))
    (outcome,) = library.add([str(path)])
    assert (outcome.result, outcome.id) == (Result.CHANGED, "a3")
    assert "trois kilos" in library.article("a3").text
    assert [hit.id for hit in library.search('"trois kilos"')] == ["a3"]
    assert library.search('"deux kilos"') == ()


def test_one_text_is_one_article(library: Library, texts: Path, write: Write) -> None:
    write("copie.md", ALONE.replace("Une truffe géante", "Autre titre"))
    outcomes = library.add([str(texts)])
    assert sorted(one.result for one in outcomes) == ["added", "added", "added", "skipped"]
    (skipped,) = [one for one in outcomes if one.result is Result.SKIPPED]
    assert skipped.why is not None
    assert "the same text as" in skipped.why


def test_near_copies_share_a_line_and_keep_their_rows(library: Library, texts: Path, write: Write) -> None:
    write(
        "reprise.md",
        ALONE.replace("---\n\nUn chien", "---\n\nInsolite. Un chien").replace("géante", "énorme"),
    )
    results(library, texts)
    assert len(library.rows()) == 4
    assert sorted(entry.sources for entry in library.entries().window(0, 9)) == [2, 2]


def test_a_bad_input_stops_nothing(library: Library, texts: Path, write: Write) -> None:
    write("0.md", "\x00\x01\x02")
    write("allemand.md", "Der Zug fährt heute nicht, weil die Strecke gesperrt ist und niemand weiß warum.")
    outcomes = {Path(one.key).name: one for one in library.add([str(texts), str(texts / "none.md")])}
    assert outcomes["none.md"].result is Result.FAILED
    assert outcomes["none.md"].why
    assert outcomes["allemand.md"].result is Result.SKIPPED
    assert library.counts().articles == 3


def test_a_fault_over_one_article_stops_nothing(library: Library, texts: Path) -> None:
    class Faulty(Inline):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            if fn is not work:
                return super().submit(fn, *args, **kwargs)
            done: Future[Any] = Future()
            bad = "truffe" in args[0].document.key
            done.set_result(Done(None, why="RuntimeError: no", failed=True) if bad else work(args[0]))
            return done

    outcomes = [step for step in add(library, [str(texts)], executor=Faulty()) if isinstance(step, Outcome)]
    assert [one.result for one in outcomes] == [Result.ADDED, Result.ADDED, Result.FAILED]


def test_the_first_article_is_readable_while_the_rest_comes_in(library: Library, texts: Path) -> None:
    with closing(add(library, [str(texts)])) as steps:
        for step in steps:
            if isinstance(step, Outcome):
                break
        with Library.open(library.path) as reader:
            assert [row.title for row in reader.rows()] == ["La gare rouvre"]


def test_an_interrupted_run_is_gone_on_with(library: Library, texts: Path) -> None:
    with closing(add(library, [str(texts)])) as steps:
        assert sum(isinstance(next(steps), Outcome) for _ in range(4)) == 2
    assert library.counts().articles == 2
    assert [hit.title for hit in library.search("ribbon")] == ["The station opens again"]
    assert [result for _, result in results(library, texts)] == ["unchanged", "unchanged", "added"]
    assert library.counts().pairs == 1


def test_progress_is_told(library: Library, texts: Path) -> None:
    stages = {step.stage for step in add(library, [str(texts)]) if isinstance(step, Progress)}
    assert stages == {"reading", "pairing", "indexing"}


def test_the_executor_is_an_argument(library: Library, texts: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert len(results(library, texts, executor=pool, jobs=2)) == 3
    assert library.counts().pairs == 1


@pytest.mark.slow
def test_jobs_are_processes_and_change_nothing(library: Library, texts: Path, tmp_path: Path) -> None:
    results(library, texts, jobs=2)
    with Library.open(tmp_path / "alone") as alone:
        results(alone, texts)
        assert [row.title for row in alone.rows()] == [row.title for row in library.rows()]
        assert [pair.beads for pair in alone.pairs()] == [pair.beads for pair in library.pairs()]


def test_what_the_reader_knows_better_is_stated(library: Library, texts: Path) -> None:
    (outcome,) = library.add([str(texts / "truffe.md")], lang=Lang.FR, source="Le Chêne", tags=("forêt",))
    (row,) = library.rows()
    assert (row.source, row.tags, outcome.lang) == ("Le Chêne", ("forêt",), Lang.FR)
    library.add([str(texts / "truffe.md")], lang=Lang.FR, source="Le Chêne", tags=("chien",))
    assert library.rows()[0].tags == ("chien", "forêt")


def test_what_the_reader_deleted_may_stay_deleted(library: Library, texts: Path) -> None:
    results(library, texts)
    library.remove(["a3"])
    assert ("truffe.md", "skipped") in results(library, texts, removed=False)
    assert ("truffe.md", "added") in results(library, texts)
    assert library.article("a3").title == "Une truffe géante"


def test_a_pair_taken_apart_is_not_made_again(library: Library, texts: Path, write: Write) -> None:
    results(library, texts)
    library.unpair("p1")
    write("gare.md", FR.replace("coupé le ruban", "coupé un ruban"))
    results(library, texts)
    assert library.counts().pairs == 0
    assert library.corrections_of("a1").choices[0].choice is Choice.FORBIDDEN


def test_a_pair_by_hand_is_aligned_and_stays(library: Library, texts: Path, write: Write) -> None:
    results(library, texts)
    pair = library.pair("a3", "a2")
    assert pair.manual
    write("gare.md", FR.replace("coupé le ruban", "coupé un ruban"))
    results(library, texts)
    assert [(one.fr, one.en) for one in library.pairs()] == [("a3", "a2")]
    library.undo()
    assert library.pair_of("a1") is not None


def test_a_removed_side_frees_the_other(library: Library, texts: Path, write: Write) -> None:
    results(library, texts)
    library.remove(["a1"])
    write("gare2.md", FR.replace("coupé le ruban", "coupé un ruban"))
    results(library, texts / "gare2.md")
    pair = library.pair_of("a2")
    assert pair is not None
    assert pair.fr == "a4"


def test_pairing_left_out_is_done_by_the_next_run(library: Library, texts: Path) -> None:
    results(library, texts, pair=False, index=False)
    assert library.counts().pairs == 0
    results(library, texts / "truffe.md")
    assert library.counts().pairs == 1


def test_pairings_memory_may_be_lost(library: Library, texts: Path, write: Write) -> None:
    results(library, texts)
    library.writing.set_meta("matcher", b"damaged")
    write("station.md", EN.replace("night trains", "all trains"))
    results(library, texts)
    assert [pair.id for pair in library.pairs()] == ["p1"]


def test_an_article_in_another_language_is_worked_out_anew(library: Library, texts: Path) -> None:
    results(library, texts)
    library.edit("a3", lang="en")
    assert library.article("a3").lang is Lang.EN
    assert {block.lang for block in library.article("a3").blocks} <= {Lang.EN, Lang.FR}
    library.undo()
    assert library.article("a3").lang is Lang.FR


def test_without_an_encoder_texts_are_paired_by_words(
    library: Library, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("tui.pipeline.work", "tui.pipeline.matching", "tui.pipeline.facing"):
        monkeypatch.setattr(f"{module}.default_encoder", lambda: None)
    results(library, texts)
    assert library.counts().pairs == 1


def test_a_pair_that_cannot_be_aligned_stops_nothing(
    library: Library, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("one row too many")

    with monkeypatch.context() as patch:
        patch.setattr("tui.pipeline.facing.compare", broken)
        outcomes = library.add([str(texts)])
    assert [one.result for one in outcomes] == ["added", "added", "added", "failed"]
    assert outcomes[-1].why == "cannot be aligned with a2: ZeroDivisionError: one row too many"
    assert library.counts().articles == 3


@pytest.mark.slow
def test_a_worker_that_dies_costs_one_article(
    library: Library, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            done: Future[Any] = Future()
            if "gare" in args[0].document.key:
                done.set_exception(BrokenExecutor())
            else:
                done.set_result(work(args[0]))
            return done

    monkeypatch.setattr("tui.pipeline.adding.single_process", Dying)
    monkeypatch.setattr("tui.pipeline.adding.default_executor", lambda jobs: Inline())
    outcomes = library.add([str(texts)], jobs=2, executor=Dying())
    assert [(one.result, one.why) for one in outcomes] == [
        ("failed", "a worker process died over it"),
        ("added", None),
        ("added", None),
    ]
