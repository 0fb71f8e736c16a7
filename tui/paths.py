"""Where things are kept, by the XDG base directory specification."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

NAME = "visavis"
PRIVATE = 0o700
"""What visavis keeps is its owner's alone."""


def library_dir(flag: str | Path | None, env: Mapping[str, str], setting: Path | None = None) -> Path:
    """Return the library's directory: the flag, else ``$VISAVIS_LIBRARY``, else the settings, else XDG's."""
    chosen = flag or env.get("VISAVIS_LIBRARY") or setting
    return Path(chosen).expanduser() if chosen else data_dir(env)


def config_file(flag: str | Path | None, env: Mapping[str, str]) -> Path:
    """Return the settings file: the flag, else ``$VISAVIS_CONFIG``, else XDG's ``config.toml``."""
    chosen = flag or env.get("VISAVIS_CONFIG")
    return Path(chosen).expanduser() if chosen else config_dir(env) / "config.toml"


def config_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of the settings and the reader's themes."""
    return _base(env, "XDG_CONFIG_HOME", ".config") / NAME


def data_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of the reader's own library."""
    return _base(env, "XDG_DATA_HOME", ".local/share") / NAME


def cache_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of what can be made again at any time."""
    return _base(env, "XDG_CACHE_HOME", ".cache") / NAME


def samples_dir(env: Mapping[str, str]) -> Path:
    """Return the library that holds the sample corpus, apart from the reader's own articles."""
    return cache_dir(env) / "samples"


def _base(env: Mapping[str, str], variable: str, default: str) -> Path:
    """Return an XDG base directory; a relative one is ignored, as the specification asks."""
    stated = Path(env.get(variable) or default)
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    return stated if stated.is_absolute() else home / default
