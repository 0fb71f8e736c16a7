"""Run the helper: ``python -m tui.helper LIBRARY``."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from tui.helper.server import own_streams, serve
from tui.helper.tasks import tasks

if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        serve(tasks(Path(sys.argv[1])), *own_streams())
