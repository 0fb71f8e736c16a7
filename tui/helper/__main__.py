"""The helper process: ``python -m tui.helper LIBRARY``, started by the app and by nobody else."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tui.helper.protocol import Event
from tui.helper.server import own_streams, serve
from tui.library.library import Library
from tui.pipeline import AddOptions, add


def main() -> None:
    """Serve one app's requests on one library until the app leaves."""
    requests, answers = own_streams()
    with Library.open(sys.argv[1]) as library:

        def adding(sources: list[str]) -> Iterator[Event]:
            yield from add(library, sources, AddOptions())

        serve({"add": adding}, requests, answers)


if __name__ == "__main__":
    main()
