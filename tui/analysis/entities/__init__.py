"""Names in a text: finding them (people, organisations, places …) and knowing what they name.

``default_annotator`` finds, ``merge`` joins what was found with the values, ``link`` says which thing each
mention names; ``match_entities`` and ``shared_names`` do so across two languages, ``learn`` draws aliases
from aligned rows.
"""

from __future__ import annotations

from tui.analysis.entities.annotator import Annotator, annotator, default_annotator, weights_faults
from tui.analysis.entities.knowing.across import Row, learn, match_entities, shared_names
from tui.analysis.entities.knowing.link import link
from tui.analysis.entities.spans import merge

__all__ = [
    "Annotator",
    "Row",
    "annotator",
    "default_annotator",
    "learn",
    "link",
    "match_entities",
    "merge",
    "shared_names",
    "weights_faults",
]
