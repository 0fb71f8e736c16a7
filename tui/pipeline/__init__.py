"""Adding: ingest, analyse, keep, pair, index; one bad article never stops a run.

``tui.pipeline.feeds.syncing`` brings subscriptions up to date (it loads what fetching needs).
"""

from __future__ import annotations

from tui.pipeline.adding import add
from tui.pipeline.facing import again, face
from tui.pipeline.options import AddOptions

__all__ = ["AddOptions", "add", "again", "face"]
