"""visavis: read articles in the terminal, French and English face to face.

``tui.Library`` is ``tui.library.Library``, the way in from Python; it is imported when it is first asked for.
"""

from __future__ import annotations

__version__ = "0.1.0"


def __getattr__(name: str):  # type: ignore[no-untyped-def]  # typing would cost the version an import
    """Return ``Library``: by name, since this package imports nothing."""
    if name == "Library":
        from pkgutil import resolve_name  # noqa: PLC0415 -- not for the version alone

        return resolve_name("tui.library:Library")
    raise AttributeError(f"module 'tui' has no attribute {name!r}")
