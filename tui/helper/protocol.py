"""The lines that the app and its helper exchange: one JSON object each.

A request is ``{"task": NAME, ...arguments}``. Its answer is any number of ``progress`` and ``outcome`` events
and then one ``result`` or one ``error``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from tui import errors
from tui.model.article import Lang
from tui.model.listing import Outcome, Progress, Result

Payload = dict[str, Any]
Event = Progress | Outcome


def encode(payload: Payload) -> bytes:
    """Return ``payload`` as one line, ASCII only."""
    return json.dumps(payload).encode("ascii") + b"\n"


def decode(line: bytes) -> Payload:
    """Return what one line says."""
    payload: Payload = json.loads(line)
    return payload


def event_payload(event: Event) -> Payload:
    """Return an event of a run as a payload."""
    name = "progress" if isinstance(event, Progress) else "outcome"
    return {"event": name, **asdict(event)}


def event_of(payload: Payload) -> Event | None:
    """Return the event that ``payload`` carries, or None when it ends the answer."""
    fields = {key: value for key, value in payload.items() if key != "event"}
    if payload["event"] == "progress":
        return Progress(**fields)
    if payload["event"] == "outcome":
        return _outcome(fields)
    return None


def _outcome(fields: Payload) -> Outcome:
    lang = fields.pop("lang")
    return Outcome(**{**fields, "result": Result(fields["result"])}, lang=Lang(lang) if lang else None)


def result_payload(value: Any) -> Payload:
    """Return the end of an answer that went well."""
    return {"event": "result", "value": value}


def error_payload(error: errors.VisavisError) -> Payload:
    """Return the end of an answer that failed in a way the reader can be told."""
    return {"event": "error", "kind": type(error).__name__, "message": str(error)}


def error_of(payload: Payload) -> errors.VisavisError:
    """Return the error that ``payload`` carries, as the same class on this side."""
    kind = getattr(errors, payload["kind"], errors.VisavisError)
    error: errors.VisavisError = kind(payload["message"])
    return error
