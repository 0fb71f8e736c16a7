"""What a reader said of an entity: it holds for the library and for what is added later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a correction does to an entity."""

    KIND = "kind"
    SAME = "same"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: ``entity`` is the id as the program made it.

    ``to`` is the kind that it really is (``KIND``: «PLACE»), the id of the entity that it really is
    (``SAME``), or empty (``IGNORE``: it names nothing).
    """

    action: Action
    entity: str
    to: str = ""
