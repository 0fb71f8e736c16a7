"""The sample corpus: a library of its own, which an empty one shows instead of nothing.

It is shipped ready to read, made beforehand by ``tui.pipeline.samples``. Should it be missing or older than
the texts, those are added when it is first opened.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

from tui.library.library import LOCK, Library
from tui.library.store.database import STORE, examine
from tui.library.store.lock import RunLock
from tui.model.listing import Progress

STAMP = "samples"
"""The name, in the library, of the hash of the texts that it was made of."""

READY = Path(__file__).parent / "ready" / "samples.db"
"""The library as it is shipped; the stamp of the texts it was made of is beside it."""

FILLING = "tui.pipeline.samples:fill"
"""The seam to what adds; named, not imported, for the arrows point down."""


def home() -> Path:
    """Return where the texts are: in the package once installed, in ``seeds/`` in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "samples"
    return installed if installed.is_dir() else package.parent / "seeds"


def texts() -> tuple[Path, ...]:
    """Return the texts, in a fixed order."""
    return tuple(sorted(home().glob("*/*.md")))


def stamp() -> bytes:
    """Return the hash of the texts and their names."""
    digest = hashlib.blake2b(digest_size=16)
    for path in texts():
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return digest.digest()


def open_samples(directory: Path) -> Library:
    """Open the sample library kept in ``directory``, put there at the first time; see ``is_complete``."""
    library = Library.open(directory)
    if is_complete(library) or not _is_ready():
        return library
    library.close()
    with RunLock(directory / LOCK).hold():
        _install(directory)
    return Library.open(directory)


def is_complete(library: Library) -> bool:
    """Tell whether the sample library holds the texts of today; if not, ``fill`` it."""
    return library.writing.meta(STAMP) == stamp()


def fill(library: Library) -> Iterator[Progress]:
    """Add the texts to the sample library, yielding how far that is."""
    steps: Iterator[Progress] = resolve_name(FILLING)(library)
    return steps


def _is_ready() -> bool:
    """Tell whether the library as shipped was made of the texts as shipped."""
    stamped = READY.with_suffix(".stamp")
    if not stamped.is_file() or stamped.read_text(encoding="ascii").strip() != stamp().hex():
        return False
    return READY.is_file() and examine(READY)[0]


def _install(directory: Path) -> None:
    for stale in directory.glob(f"{STORE}*"):
        stale.unlink()
    target = directory / STORE
    target.touch(mode=0o600)
    shutil.copyfile(READY, target)
    shutil.rmtree(directory / "index", ignore_errors=True)
