"""An empty library, and texts to add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.library import Library

FR = """---
title: La gare rouvre
date: 2025-03-04
source: Le Relais
---

La gare de Lyon rouvre mardi après dix-huit mois de travaux. Le chantier a coûté 42 millions d'euros.

Le maire, Paul Durand, a coupé le ruban devant 300 curieux. Trois quais de plus attendent les trains de nuit.
"""

EN = """---
title: The station opens again
date: 2025-03-04
source: The Relay
---

The Lyon station opens again on Tuesday after eighteen months of works. The site cost 42 million euros.

The mayor, Paul Durand, cut the ribbon before 300 onlookers. Three more platforms welcome night trains.
"""

ALONE = """---
title: Une truffe géante
---

Un chien a trouvé une truffe de deux kilos sous un chêne du Périgord. Son maître la vendra au marché de Noël.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as made:
        yield made


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a pair and an article that stands alone."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("gare.md", FR), ("station.md", EN), ("truffe.md", ALONE)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def write(texts: Path) -> Callable[[str, str], Path]:
    def write_one(name: str, text: str) -> Path:
        path = texts / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_one
