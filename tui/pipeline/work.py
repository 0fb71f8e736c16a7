"""What a worker does to one document: pure work on values, fit for another process or machine."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from tui.analysis.analyse import analyse, lines_article
from tui.errors import InputError, beside
from tui.locale import language, use
from tui.model.article import Article, Document, Lang
from tui.pairing.encoder import default_encoder
from tui.pairing.features import features
from tui.text.printable import clean_line

ANALYSIS = 1
"""Raised when the same input gives better articles than before: whatever is read again is then replaced."""

HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class Task:
    """One document to work out; ``lang`` overrules what is detected, ``lines``: a segment a line."""

    document: Document
    lang: Lang | None = None
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task: an article with its features, or ``why`` not (``failed``: by a fault)."""

    article: Article | None
    features: bytes | None = None
    why: str = ""
    failed: bool = False


def work(task: Task) -> Done:
    """Analyse one document and work out what pairing needs of it; never raises for its content."""
    try:
        article = _article(task)
        return Done(article, features(article, default_encoder()).to_bytes())
    except InputError as error:
        return Done(None, why=_reason(task, str(error)))
    except MemoryError:
        return Done(None, why="there is not memory enough for it", failed=True)
    except Exception as error:  # noqa: BLE001 - one document of a run: its neighbours go on
        return Done(None, why=clean_line(f"{type(error).__name__}: {error}"), failed=True)


def content_hash(document: Document, lines: bool) -> bytes:  # noqa: FBT001 - part of what is hashed
    """Return the hash that tells whether an input, or how it is read, changed."""
    blocks = ";".join(f"{block.kind},{block.start},{block.end}" for block in document.blocks)
    parts = (
        document.text,
        document.title,
        document.byline,
        document.published,
        document.source,
        document.url,
    )
    more = (document.lang, document.alternates, blocks, lines, ANALYSIS)
    digest = hashlib.blake2b(digest_size=HASH_BYTES)
    for part in (*parts, *more):
        held = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(held).to_bytes(8, "big") + held)
    return digest.digest()


class Inline(Executor):
    """The executor of one core: works at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run ``fn`` now; return its finished future."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future carries it to whoever asks
            future.set_exception(error)
        return future


def default_executor(jobs: int) -> Executor:
    """Return where documents are worked out: here for one job, in as many processes for more."""
    if jobs <= 1:
        return Inline()
    return _processes(jobs)


def single_process() -> Executor:
    """Return a process of its own for one document: it may die without taking others along."""
    return _processes(1)


def _processes(count: int) -> Executor:
    return ProcessPoolExecutor(
        count, mp_context=get_context("forkserver"), initializer=_settle, initargs=(language(),)
    )


def _settle(spoken: str) -> None:
    """Leave Ctrl-C to the process that gave the work, and speak its language."""
    use(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _article(task: Task) -> Article:
    if task.lines:
        return lines_article(task.document, lang=task.lang)
    return analyse(task.document, lang=task.lang)


def _reason(task: Task, message: str) -> str:
    return clean_line(beside(task.document.key, message))
