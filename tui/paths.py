"""Where things are kept, by the XDG base directory specification.

The first thing a reader sees waits for these: ``pathlib`` is imported where a ``Path`` is asked for.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing's own costs an import
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "visavis"
PRIVATE = 0o700
"""What visavis keeps is its owner's alone."""


def library_dir(flag: str | Path | None, env: Mapping[str, str], setting: Path | None = None) -> Path:
    """Return the library's directory: the flag, else ``$VISAVIS_LIBRARY``, else the settings, else XDG's."""
    return _path(library_place(flag, env, setting))


def library_place(flag: str | Path | None, env: Mapping[str, str], setting: Path | None = None) -> str:
    """Return the library's directory as text."""
    chosen = flag or env.get("VISAVIS_LIBRARY") or setting
    return _at_home(chosen) if chosen else _base(env, "XDG_DATA_HOME", ".local/share")


def config_file(flag: str | Path | None, env: Mapping[str, str]) -> Path:
    """Return the settings file: the flag, else ``$VISAVIS_CONFIG``, else XDG's ``config.toml``."""
    return _path(config_place(flag, env))


def config_place(flag: str | Path | None, env: Mapping[str, str]) -> str:
    """Return the settings file as text."""
    chosen = flag or env.get("VISAVIS_CONFIG")
    return _at_home(chosen) if chosen else f"{_base(env, *_CONFIG)}/config.toml"


def config_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of the settings and the reader's themes."""
    return _path(_base(env, *_CONFIG))


def cache_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of what can be made again at any time."""
    return _path(_base(env, "XDG_CACHE_HOME", ".cache"))


def samples_dir(env: Mapping[str, str]) -> Path:
    """Return the library that holds the sample corpus, apart from the reader's own articles."""
    return cache_dir(env) / "samples"


_CONFIG = ("XDG_CONFIG_HOME", ".config")


def _base(env: Mapping[str, str], variable: str, default: str) -> str:
    """Return our part of an XDG base directory; a relative one is ignored, as the specification asks."""
    stated = env.get(variable) or ""
    base = stated if stated.startswith("/") else f"{env.get('HOME') or _at_home('~')}/{default}"
    return f"{base}/{NAME}"


def _at_home(path: str | Path) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 (pathlib is not there yet)


def _path(text: str) -> Path:
    from pathlib import Path as Made  # noqa: PLC0415 (after the last screen)

    return Made(text)
