"""What the library knows of an entity."""

from __future__ import annotations

from tui.app.messages import ChoicesFound, EntityRead
from tui.app.ports import LibraryPort, Profile
from tui.model.article import Entity

NEWEST = 500
"""Texts listed on an entity's page, and counted in its chart: the filter gives all."""
COMPANIONS = 12
MERGED = 1000
"""Entities offered to merge with, those of most articles first."""
SAME = "same"
"""The purpose of the choice of an entity to merge with."""


def query_of(entity: str) -> str:
    """Return the query for the articles that name an entity."""
    return f'entity:"{entity}"'


def profiled(library: LibraryPort, entity: Entity) -> EntityRead:
    """Read what the library knows of an entity."""
    named = library.entities(query_of(entity.id))
    own = next((one for one in named if one.entity.id == entity.id), None)
    others = tuple(one for one in named if one.entity.id != entity.id and not one.entity.kind.is_value)
    entries = library.entries(query_of(entity.id)).window(0, NEWEST)
    counted = (own.articles, own.mentions) if own else (0, 0)
    return EntityRead(Profile(own.entity if own else entity, *counted, entries, others[:COMPANIONS]))


def mergeable(library: LibraryPort, entity: str) -> ChoicesFound:
    """Offer the entities of the library that one may really be."""
    known = (one.entity for one in library.entities() if not one.entity.kind.is_value)
    others = [(one.id, f"{one.name}   {one.kind.lower()}") for one in known if one.id != entity]
    return ChoicesFound(SAME, tuple(others[:MERGED]))
