"""gzip, zip and tar: the files within, each read as if it lay in a folder. Nothing is written to disk."""

from __future__ import annotations

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.formats.unpacking import Budget, member_bytes, pull
from tui.ingest.options import Rejected
from tui.ingest.raw import Input, in_memory
from tui.locale import tr
from tui.text.printable import clean_line


def open_gzip(source: Input) -> Iterator[Input | Rejected]:
    """Yield the one file of a gzip, which a tar archive may be."""
    name = source.name.removesuffix(".gz").removesuffix(".tgz")
    yield Input(
        key=source.key,
        name=name,
        opener=lambda: _gunzipped(source),
        path=source.path,
        url=source.url,
        charset=source.charset,
    )


class _Gunzipping:
    """A stream that unpacks as it is read and stops at a bomb."""

    def __init__(self, source: Input) -> None:
        self._raw = source.open()
        self._stream = gzip.GzipFile(fileobj=self._raw)
        self._budget = Budget()

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` unpacked bytes; raises InputError for damage and for bombs."""
        return self._checked(lambda: self._stream.read(size if size >= 0 else limits.MAX_EXPANDED + 1))

    def readline(self, size: int = -1) -> bytes:
        """Return a line of up to ``size`` bytes."""
        return self._checked(lambda: self._stream.readline(size))

    def _checked(self, read: Callable[[], bytes]) -> bytes:
        try:
            data = read()
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError(tr("is a damaged or truncated gzip file: {why}", why=error)) from error
        self._budget.spend(len(data))
        return data

    def close(self) -> None:
        """Close the stream and what lies below it."""
        self._stream.close()
        self._raw.close()


def _gunzipped(source: Input) -> BinaryIO:
    return cast("BinaryIO", _Gunzipping(source))


def open_zip(source: Input) -> Iterator[Input | Rejected]:
    """Yield the files of a zip archive."""
    with closing(source.open()) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, LookupError, EOFError) as error:
            raise InputError(tr("is a damaged zip archive: {why}", why=error)) from error
        with archive:
            budget = Budget()
            for info in _all_members(archive):
                if not info.filename.endswith("/"):
                    yield _zip_member(archive, info, source, budget)


def _all_members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > limits.MAX_MEMBERS:
        raise InputError(tr("holds more than {limit} files", limit=limits.MAX_MEMBERS))
    return members


def _zip_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Input, budget: Budget
) -> Input | Rejected:
    key = f"{source.key}!{clean_line(info.filename)}"
    if is_outside(info.filename):
        return Rejected(key, tr("has a name that leads outside of the archive"))
    try:
        data = member_bytes(archive, info.filename, budget)
    except InputError as error:
        return Rejected(key, str(error))
    return _member(data, key, info.filename, source)


def _member(data: bytes, key: str, name: str, source: Input) -> Input:
    made = in_memory(data, key=key, name=PurePosixPath(name).name)
    return Input(key=made.key, name=made.name, opener=made.opener, path=source.path)


def is_outside(name: str) -> bool:
    """Tell a member's name that would leave the folder it were unpacked to."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:3] == ":\\"


def open_tar(source: Input) -> Iterator[Input | Rejected]:
    """Yield the regular files of a tar archive; links and devices are refused."""
    with closing(source.open()) as stream:
        try:
            with tarfile.open(fileobj=_Seekless(stream), mode="r|") as archive:  # type: ignore[call-overload]
                yield from _tar_members(archive, source)
        except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
            raise InputError(tr("is a damaged or truncated tar archive: {why}", why=error)) from error


class _Seekless:
    """What a streamed tar needs of a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Return up to ``size`` bytes."""
        return self._stream.read(size)


def _tar_members(archive: tarfile.TarFile, source: Input) -> Iterator[Input | Rejected]:
    budget = Budget()
    for number, info in enumerate(archive):
        if number >= limits.MAX_MEMBERS:
            raise InputError(tr("holds more than {limit} files", limit=limits.MAX_MEMBERS))
        if not info.isdir():
            yield _tar_member(archive, info, source, budget)


def _tar_member(
    archive: tarfile.TarFile, info: tarfile.TarInfo, source: Input, budget: Budget
) -> Input | Rejected:
    name = info.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    key = f"{source.key}!{clean_line(name)}"
    if is_outside(name):
        return Rejected(key, tr("has a name that leads outside of the archive"))
    stream = archive.extractfile(info) if info.isreg() else None
    if stream is None:
        return Rejected(key, tr("is a link or a device, not a file"), failed=False)
    try:
        data = pull(cast("BinaryIO", stream), budget, packed=None)
    except InputError as error:
        return Rejected(key, str(error))
    return _member(data, key, name, source)
