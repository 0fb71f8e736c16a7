"""Bringing a ``library.db`` of any earlier version to the schema of today."""

from __future__ import annotations

from tui.errors import LibraryError
from tui.library.store.database import Database
from tui.library.store.schema import SCHEMA_VERSION, VERSIONS
from tui.locale import tr


def migrate(database: Database) -> None:
    """Make the tables, or bring older ones up to date, in one transaction.

    Raises LibraryError when a newer visavis wrote the file.
    """
    if version(database) == SCHEMA_VERSION:
        return
    with database.writing():
        found = version(database)
        if found > SCHEMA_VERSION:
            raise LibraryError(
                tr(
                    "{path} was written by a newer visavis (schema {found}): update visavis.",
                    path=database.path,
                    found=found,
                )
            )
        for script in VERSIONS[found:]:
            database.script(script)
        database.run("INSERT OR IGNORE INTO meta VALUES ('generation', 0)")
        database.run(f"PRAGMA user_version = {SCHEMA_VERSION}")


def version(database: Database) -> int:
    """Return the schema version of the file; 0 for a new one."""
    return int(database.value("PRAGMA user_version"))
