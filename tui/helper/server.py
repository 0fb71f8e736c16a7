"""The helper's side: read a request, do it, answer; leave when the app does."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

from tui.errors import UsageError, VisavisError
from tui.helper.protocol import (
    Event,
    Payload,
    decode,
    encode,
    error_payload,
    event_payload,
    result_payload,
)
from tui.locale import use

Task = Callable[..., Iterator[Event] | Any]
"""Yields the events of a run and returns its result, or simply returns its result."""

IDLE_SECONDS = 180
"""A helper without work leaves after this long, and gives back the memory that its models hold."""


def serve(tasks: Mapping[str, Task], requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the app closes its end, or nothing was asked for ``IDLE_SECONDS``."""
    while _is_asked(requests) and (line := requests.readline()):
        _answer(tasks, decode(line), answers)


def _is_asked(requests: BinaryIO) -> bool:
    return bool(select.select([requests], [], [], IDLE_SECONDS)[0])


def _answer(tasks: Mapping[str, Task], request: Payload, answers: BinaryIO) -> None:
    try:
        last = result_payload(_perform(tasks, request, answers))
    except KeyboardInterrupt:
        last = result_payload(None)
    except VisavisError as error:
        last = error_payload(error)
    except Exception as error:  # noqa: BLE001 -- an edge: the app shows it, the helper lives on
        last = error_payload(VisavisError(f"{type(error).__name__} in {request.get('task')}: {error}"))
    _write(answers, last)


def _perform(tasks: Mapping[str, Task], request: Payload, answers: BinaryIO) -> Any:
    arguments = dict(request)
    name = arguments.pop("task")
    use(arguments.pop("language"))
    if name not in tasks:
        raise UsageError(f"the helper has no task {name!r}")
    outcome = tasks[name](**arguments)
    if not isinstance(outcome, Iterator):
        return outcome
    while True:
        try:
            _write(answers, event_payload(next(outcome)))
        except StopIteration as end:
            return end.value


def _write(answers: BinaryIO, payload: Payload) -> None:
    answers.write(encode(payload))
    answers.flush()


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for the conversation alone: prints of libraries go to stderr."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # Unbuffered, so that select sees every request that has not been read yet.
    return os.fdopen(os.dup(0), "rb", buffering=0), answers
