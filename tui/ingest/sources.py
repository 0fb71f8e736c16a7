"""Where inputs come from: files, folders and standard input, opened without being caught out.

Only regular files are read, and never outside of what was named: a link found in a folder is not followed.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from tui.errors import FetchError, InputError, beside, reason
from tui.ingest import limits
from tui.ingest.options import Rejected
from tui.ingest.raw import Input, in_memory
from tui.locale import tr
from tui.text.printable import shown_address

STDIN = "-"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_KINDS = (
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
)
_NO_TEXTS = frozenset(
    (
        ".toml", ".ini", ".cfg", ".conf", ".yaml", ".yml", ".lock", ".po", ".mo", ".sql", ".css", ".sh",
        ".js", ".mjs", ".ts", ".py", ".pyc", ".rb", ".c", ".h", ".cpp", ".rs", ".go", ".java",
    )
)  # fmt: skip
"""Endings of settings, programs and styles: no articles, however well they read as plain text."""


def printable_path(path: str) -> str:
    r"""Return ``path`` as text that can be shown and written anywhere: other bytes become ``\xe9``."""
    shown = os.fsencode(path).decode("utf-8", errors="backslashreplace")
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in shown)


def is_address(source: str) -> bool:
    """Tell a web address from a path."""
    return source.lower().startswith(("http://", "https://"))


def inputs(source: str, *, private: bool = False) -> Iterator[Input | Rejected]:
    """Yield the inputs that a file, a folder (recursively, in order of names), an address or ``-`` holds."""
    if source == STDIN:
        yield from _standard_input()
        return
    if is_address(source):
        yield from _address(source, private=private)
        return
    if _SCHEME.match(source) and not os.path.lexists(source):
        yield Rejected(shown_address(source), tr("only http and https addresses are fetched"))
        return
    path = os.path.abspath(source)  # noqa: PTH100 - resolve() would follow links, absolute() keeps ".."
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - names that are not UTF-8 stay as they are
    except (OSError, ValueError) as error:
        yield Rejected(printable_path(source), _reason(error))
        return
    yield from _whole_folder(path) if stat.S_ISDIR(mode) else (_file(path, mode),)


def _reason(error: OSError | ValueError) -> str:
    """Return what the system said, in a few words and without the path."""
    return reason(error).lower() if isinstance(error, OSError) else str(error)


def _standard_input() -> Iterator[Input | Rejected]:
    data = sys.stdin.buffer.read(limits.MAX_FILE + 1)
    if len(data) > limits.MAX_FILE:
        yield Rejected(
            STDIN, tr("standard input is larger than {limit} MB", limit=limits.MAX_FILE // limits.MB)
        )
        return
    digest = hashlib.sha256(data).hexdigest()[:16]
    yield in_memory(data, key=f"stdin:{digest}", name="")


def _address(url: str, *, private: bool) -> Iterator[Input | Rejected]:
    from tui.ingest.fetching.client import Fetcher  # noqa: PLC0415 - most sources are files

    try:
        with Fetcher(private=private) as fetcher:
            got = fetcher.fetch(url)
    except FetchError as error:
        key = shown_address(url)
        yield Rejected(key, beside(key, str(error)))
        return
    name = PurePosixPath(urlsplit(got.url).path).name
    made = in_memory(got.data or b"", key=url, name=name, url=got.url, charset=got.charset)
    yield replace(made, media=got.media)


def _file(path: str, mode: int) -> Input | Rejected:
    shown = printable_path(path)
    for is_kind, why in _KINDS:
        if is_kind(mode):
            return Rejected(shown, why)
    return Input(key=shown, name=Path(shown).name, opener=lambda: _opened(path), path=shown)


def _opened(path: str) -> BinaryIO:
    """Open a file that may have become something else since it was listed: never wait, never a device."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise InputError(tr("is no longer a regular file"))
    return os.fdopen(handle, "rb")


def _whole_folder(path: str) -> Iterator[Input | Rejected]:
    """Yield what a folder that was named holds, or say that it holds nothing."""
    found = False
    for each in _folder(path):
        found = True
        yield each
    if not found:
        yield Rejected(printable_path(path), tr("holds no files"), failed=False)


def _folder(path: str) -> Iterator[Input | Rejected]:
    try:
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Rejected(printable_path(path), _reason(error))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[Input | Rejected]:
    try:
        if entry.is_symlink():
            yield Rejected(
                printable_path(entry.path), tr("is a symbolic link, which is not followed"), failed=False
            )
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(entry.path)
        elif PurePosixPath(entry.name.lower()).suffix in _NO_TEXTS:
            why = tr("is settings or code, by its name; name the file itself to have it read")
            yield Rejected(printable_path(entry.path), why, failed=False)
        else:
            yield _file(entry.path, entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:
        yield Rejected(printable_path(entry.path), _reason(error))
