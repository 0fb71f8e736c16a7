"""``docs/keys.md``, made from the table."""

from __future__ import annotations

from tui.app.commands.keys import PRESETS
from tui.app.commands.model import Command, Place
from tui.app.commands.table import COMMANDS

_PLACES = {
    Place.LIBRARY: "library",
    Place.READING: "reading",
    Place.PANEL: "panels",
    Place.CHOOSER: "lists",
    Place.CONCORDANCE: "concordance",
    Place.ENTITY: "entity",
    Place.BOOKMARKS: "bookmarks",
}
_HEAD = """# Keys

Made from the table of commands (`tui/app/commands/table.py`) by `python -m tui.app.commands.manual`;
a test holds it up to date. A command is remapped by its name in `config.toml`:

```toml
preset = "vim"          # or less, arrows

[keys]
read = ["r"]
```

| command | keys | does | fait | where |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """Return the whole page, as Markdown."""
    return _HEAD + "".join(_row(command) for command in COMMANDS) + _presets()


def _row(command: Command) -> str:
    keys = " ".join(f"`{_cell(key)}`" for key in command.keys) or "palette"
    places = ", ".join(word for place, word in _PLACES.items() if place in command.places)
    return f"| `{command.name}` | {keys} | {command.en} | {command.fr} | {places} |\n"


def _cell(key: str) -> str:
    return "\\|" if key == "|" else key


def _presets() -> str:
    lines = ["", "## Presets", "", "| preset | command | keys |", "| --- | --- | --- |"]
    for preset, changes in PRESETS.items():
        lines += [f"| `{preset}` | `{name}` | {' '.join(keys)} |" for name, keys in changes.items()]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    from pathlib import Path

    Path("docs/keys.md").write_text(page(), "utf-8")
