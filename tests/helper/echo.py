"""A helper with tasks of its own, started by the tests as a program."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator

from tui.errors import NotFoundError
from tui.helper.server import own_streams, serve
from tui.model.article import Lang
from tui.model.listing import Outcome, Progress, Result


def echo(text: str) -> str:
    print("a library that chatters on standard output")
    return text


def count(to: int) -> Generator[Progress | Outcome, None, int]:
    for number in range(to):
        yield Progress("counting", number, to)
    yield Outcome(Result.ADDED, "k", "a1", "Été", Lang.FR)
    return to


def wait() -> Iterator[Progress]:
    yield Progress("waiting", 0, None)
    # In short turns: a signal that comes just before one long wait would not end it.
    while True:
        threading.Event().wait(0.05)


def lose() -> None:
    raise NotFoundError("no article has the id a9")


def fail() -> None:
    raise RuntimeError("a fault of ours")


def die() -> None:
    os._exit(3)


if __name__ == "__main__":
    serve({f.__name__: f for f in (echo, count, wait, lose, fail, die)}, *own_streams())
