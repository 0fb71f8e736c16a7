"""Front matter of Markdown files, YAML or TOML: read as strings, never as objects."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NoReturn

import yaml

from tui.ingest import limits

_FENCED = re.compile(r"\A\ufeff?\s*(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLAIN_LINE = re.compile(r"""^([A-Za-z][\w-]*)\s*[:=]\s*["']?(.*?)["']?\s*$""", re.MULTILINE)
_LONGEST = limits.HEAD
"""Characters of front matter; more is an article that happens to begin with a line of dashes."""


class _Loader(yaml.BaseLoader):
    """YAML with strings alone, and without aliases: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            self._refuse()
        return super().compose_node(parent, index)

    def _refuse(self) -> NoReturn:
        raise yaml.YAMLError("aliases are not read")


def split(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of a file's front matter (by lower-case name) and the text below it."""
    found = _FENCED.match(text)
    if not found or len(found[2]) > _LONGEST:
        return {}, text
    fields = _toml(found[2]) if found[1] == "+++" else _yaml(found[2])
    return {str(name).lower(): value for name, value in fields.items()}, text[found.end() :]


def _yaml(source: str) -> Mapping[Any, Any]:
    try:
        loaded = yaml.load(source, Loader=_Loader)  # noqa: S506 - makes strings, lists and mappings alone
    except (yaml.YAMLError, RecursionError, ValueError):
        return dict(_PLAIN_LINE.findall(source))
    return loaded if isinstance(loaded, dict) else {}


def _toml(source: str) -> Mapping[Any, Any]:
    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return dict(_PLAIN_LINE.findall(source))
