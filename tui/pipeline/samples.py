"""Making the sample library: at release, to be shipped; at first start, should it be missing.

Run ``python -m tui.pipeline.samples`` after a change to the texts in ``seeds/`` or to analysis and pairing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.reading import read
from tui.library import Library, samples
from tui.model.article import Document
from tui.model.listing import Progress
from tui.pipeline.learning import learn
from tui.pipeline.matching import Matching
from tui.pipeline.work import Task, content_hash, work


def fill(library: Library) -> Iterator[Progress]:
    """Add the sample texts to a library, yielding how far that is."""
    with library.lock.hold():
        paths = samples.texts()
        for done, path in enumerate(paths, 1):
            for document in _documents(path):
                worked = work(Task(document))
                if worked.article is not None:
                    library.writing.put(worked.article, content_hash(document, lines=False), worked.features)
            yield Progress("reading", done, len(paths), path.stem)
        matching = Matching(library)
        for done in matching.catch_up():  # its memory is not kept: nothing will be added here
            yield Progress("pairing", done, len(paths))
        learn(library)
        library.writing.set_meta(samples.STAMP, samples.stamp())


def build(target: Path) -> None:
    """Write the sample library to the file ``target``, and beside it the stamp of its texts."""
    target.parent.mkdir(exist_ok=True)
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder, Library.open(folder) as library:
        for _ in fill(library):
            pass
        library.backup(target)
    target.chmod(0o644)
    target.with_suffix(".stamp").write_text(samples.stamp().hex() + "\n", encoding="ascii")


def _documents(path: Path) -> Iterator[Document]:
    """Yield a text with a key that is the same on every machine."""
    for found in read(str(path), ReadOptions()):
        if not isinstance(found, Rejected):
            yield replace(found, key=f"sample:{path.parent.name}/{path.stem}", path=None)


if __name__ == "__main__":
    build(samples.READY)
