"""Whether an index may be opened: Whoosh unpickles it, so only what this user wrote here may be."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import stat
import struct
import zlib
from pathlib import Path

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import ReaderClosed

from tui.errors import DiskFullError, IndexDamagedError
from tui.locale import tr

FORMAT = 3
"""Grows whenever terms, fields or files change: an older index is then rebuilt."""

SEAL = "seal"
"""File that says which program, which user and which directory the index was made by, for and in."""

ROOM = 32 << 20
"""Bytes that must be free before writing begins; a batch takes less than half of it."""

DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    FileFormatError,
    WhooshIndexError,
    ReaderClosed,
)
"""What reading a damaged or vanished file ends in, depending on which byte is wrong."""


def seal_of(directory: Path) -> str:
    """Return the seal that ``directory`` must carry; a copy of it, elsewhere or unpacked, needs another."""
    status = directory.stat()
    parts = f"{FORMAT} {os.getuid()} {status.st_uid} {status.st_dev} {status.st_ino}"
    return hashlib.sha256(parts.encode()).hexdigest()


def put_seal(directory: Path) -> None:
    """Mark ``directory`` as made by this program for this user."""
    (directory / SEAL).write_text(seal_of(directory), encoding="ascii")


def check(directory: Path) -> None:
    """Raise IndexDamagedError, saying why, unless this program made ``directory`` for this user, here."""
    try:
        sealed = (directory / SEAL).read_text(encoding="ascii")
        foreign = [path.name for path in (directory, *directory.iterdir()) if _is_foreign(path)]
    except (OSError, UnicodeDecodeError) as error:
        message = tr("The search index in {directory} is missing or cannot be read.", directory=directory)
        raise IndexDamagedError(message) from error
    if foreign:
        message = tr(
            "The search index in {directory} holds files of another user ({file}).",
            directory=directory,
            file=foreign[0],
        )
        raise IndexDamagedError(message)
    if sealed != seal_of(directory):
        message = tr(
            "The search index in {directory} is older than this program, or was made elsewhere.",
            directory=directory,
        )
        raise IndexDamagedError(message)


def _is_foreign(path: Path) -> bool:
    try:
        status = path.lstat()
    except FileNotFoundError:  # a merge took it away meanwhile
        return False
    return status.st_uid != os.getuid() or bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def ensure_room(directory: Path, need: int = ROOM) -> None:
    """Raise DiskFullError when fewer than ``need`` bytes are free: Whoosh keeps its lock when it runs out."""
    if shutil.disk_usage(directory).free < need:
        message = tr(
            "There is no room left to write the search index in {directory}: free {need} MB.",
            directory=directory,
            need=need >> 20,
        )
        raise DiskFullError(message)
