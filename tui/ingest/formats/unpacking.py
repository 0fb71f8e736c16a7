"""Taking members out of archives without being flooded: one budget for all that an archive unpacks to."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from tui.errors import InputError
from tui.ingest import limits
from tui.locale import tr

_CHUNK = 256 * limits.KB
_SMALL = limits.MB
"""Bytes up to which any ratio is let pass: a small file of blanks packs to nothing."""


@dataclass(slots=True)
class Budget:
    """How many bytes an archive may still unpack to."""

    left: int = limits.MAX_EXPANDED

    def spend(self, size: int) -> None:
        """Take ``size`` bytes from the budget; raises InputError when it is used up."""
        self.left -= size
        if self.left < 0:
            raise InputError(tr("unpacks to more than {limit} MB", limit=limits.MAX_EXPANDED // limits.MB))


def pull(stream: BinaryIO, budget: Budget, *, packed: int | None, limit: int = limits.MAX_TEXT) -> bytes:
    """Return what a decompressing ``stream`` gives, within its budget; ``packed`` is its size before.

    Raises InputError when it is too much for its packed size, for one text, or for the archive.
    """
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        budget.spend(len(chunk))
        if size > limit:
            raise InputError(tr("unpacks to more than {limit} MB", limit=limit // limits.MB))
        if packed and size > _SMALL and size > packed * limits.MAX_RATIO:
            raise InputError(tr("unpacks to far more than its size: a decompression bomb"))
        parts.append(chunk)
    return b"".join(parts)


def member_bytes(archive: zipfile.ZipFile, name: str, budget: Budget) -> bytes:
    """Return a member of a zip archive; raises InputError for a missing, encrypted or damaged one."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 0x1:
            raise InputError(tr("is encrypted"))
        with archive.open(info) as stream:
            return pull(stream, budget, packed=info.compress_size)  # type: ignore[arg-type]
    except KeyError as error:
        raise InputError(tr("lacks its member {name}", name=name)) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        ValueError,
        OSError,
        RuntimeError,
    ) as error:
        raise InputError(tr("is damaged or in an unknown compression: {why}", why=error)) from error
