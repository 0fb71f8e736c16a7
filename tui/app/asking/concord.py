"""The concordance: made on the desk, written to a file."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

from tui.app.asking.finding import finder_for, leaves_of
from tui.app.messages import LinesConcorded, Noticed
from tui.app.ports import Facing, LibraryPort
from tui.errors import UsageError, reason
from tui.locale import tr, trn
from tui.model.keeping import ConcordLine
from tui.model.query import TextLeaf

MOST = 2000
"""Lines shown: nobody goes through more; the command line gives all."""
FORMATS = (".csv", ".tmx")


def concorded(library: LibraryPort, query: str) -> LinesConcorded:
    """Make the concordance of a query, both sides lit, a pair of sentences once."""
    leaves = leaves_of(query, whole=True)
    found: dict[tuple[str, frozenset[str]], Facing] = {}
    for line in islice(library.concord(query), 2 * MOST):
        pair = (min(line.id, line.facing_id or line.id), frozenset((line.text, line.facing)))
        held = found.get(pair)
        if held is None or not line.facing:
            found[pair] = _faced(line, leaves)
        else:
            both = {*held.facing_spans, *line.spans}
            found[pair] = replace(held, facing_spans=tuple(sorted(both)))
    return LinesConcorded(query, tuple(found.values())[:MOST])


def _faced(line: ConcordLine, leaves: tuple[TextLeaf, ...]) -> Facing:
    finder = finder_for(line.facing, line.lang.other, leaves, _counterparts)
    return Facing(line, finder.spans(line.facing))


def _counterparts(word: str) -> tuple[tuple[str, str], ...]:
    """Return what a word is in the other language: by dictionary, or the same but for its ending."""
    from tui.library.compile.cognates import cognates  # noqa: PLC0415 (only a concordance needs it)
    from tui.library.searching.dictionary import dictionary  # noqa: PLC0415 (the same)

    found: list[tuple[str, str]] = []
    for lang, other in (("fr", "en"), ("en", "fr")):
        book = dictionary(lang)
        said = (*(book.translations(word) if book else ()), *cognates(word, lang))
        found.extend((other, one) for one in said)
    return tuple(found)


def written(lines: tuple[Facing, ...], target: str) -> Noticed:
    """Write a concordance to a CSV or TMX file that is not there yet; raises UsageError."""
    from tui.export import concordance, write  # noqa: PLC0415 (only when something is written)

    path = Path(target).expanduser()
    if path.suffix.lower() not in FORMATS:
        raise UsageError(tr("A concordance is written as .csv or .tmx."))
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            write([concordance(one.line for one in lines)], path.suffix.lower()[1:], out)
    except FileExistsError as error:
        raise UsageError(tr("{file} is there already.").format(file=path)) from error
    except OSError as error:
        raise UsageError(f"{path}: {reason(error)}") from error
    return Noticed(
        trn("{count} line written to {file}", "{count} lines written to {file}", len(lines), file=str(path))
    )
