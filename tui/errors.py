"""What can go wrong, as one small tree.

::

    VisavisError            anything this program reports as a sentence; exit 2
    ├── UsageError          the command line or a query's option is wrong
    ├── ConfigError         a settings file or a theme is wrong
    ├── InputError          one input could not be read; the run goes on, exit 1
    ├── FetchError          one address could not be fetched
    │   └── RefusedError        nor was anybody asked: our own rules forbid it
    ├── NotFoundError       no article, pair, story or entity has this id
    └── LibraryError        the library directory cannot be used
        ├── StoreDamagedError   library.db cannot be read; a backup can take its place
        ├── LibraryBusyError    another process is writing and did not finish in time
        ├── IndexDamagedError   the index cannot be read; the store is untouched
        └── DiskFullError       there is no room left to write
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.locale import later, tr


class VisavisError(Exception):
    """Something the reader can be told in one sentence: what failed, where, what to do."""


def beside(key: str, message: str) -> str:
    """Return ``message`` without the key it begins with: for where the key is told beside it."""
    return message.removeprefix(f"{key}: ")


class UsageError(VisavisError):
    """The command line, or an argument given to a command, is wrong."""


class ConfigError(VisavisError):
    """A settings file or a theme cannot be used."""


class InputError(VisavisError):
    """One input cannot be read as an article; its neighbours still can."""


class FetchError(InputError):
    """One address could not be fetched."""


class RefusedError(FetchError):
    """An address is not fetched by our own rules: nobody was asked."""


class NotFoundError(VisavisError):
    """Nothing in the library has this id."""


class LibraryError(VisavisError):
    """The library directory cannot be used."""


class StoreDamagedError(LibraryError):
    """The store cannot be read: only a backup can take its place."""


class LibraryBusyError(LibraryError):
    """Another process kept writing for longer than we wait."""


class IndexDamagedError(LibraryError):
    """The search index cannot be read; the store is untouched and the index can be rebuilt."""


class DiskFullError(LibraryError):
    """There is no room left to write."""


SYSTEM = (
    later("No such file or directory"), later("Permission denied"), later("Is a directory"),
    later("Not a directory"), later("File exists"), later("No space left on device"),
    later("Read-only file system"), later("File name too long"), later("Input/output error"),
    later("Too many levels of symbolic links"), later("Disk quota exceeded"),
)  # fmt: skip
"""What systems say most: their own translations need a locale that is not always installed."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the end of a message that names the known word closest to a wrong one, or nothing."""
    import difflib  # noqa: PLC0415 (only after a mistake)

    bare = {word.lstrip("-"): word for word in known}
    found = difflib.get_close_matches(name.lstrip("-"), list(bare), n=1, cutoff=_RESEMBLANCE)
    return tr("; did you mean '{word}'?", word=bare[found[0]]) if found else ""


def reason(error: OSError) -> str:
    """Return why the system could not do something, in the language of the interface where it is known."""
    return tr(error.strerror or str(error))


_RESEMBLANCE = 0.7
"""Below this likeness a suggestion surprises more than it helps."""
