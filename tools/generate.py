"""Write what is made from the table of commands: manual page and completions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.cli.about.completion import script
from tui.cli.about.manual import page

ROOT = Path(__file__).resolve().parent.parent


def generated() -> Mapping[str, str]:
    """Return the content of each generated file, by its path in the repository."""
    return {
        "docs/man/visavis.1": page(),
        "docs/completion/visavis.bash": script("bash"),
        "docs/completion/_visavis": script("zsh"),
        "docs/completion/visavis.fish": script("fish"),
    }


def main() -> None:
    """Write the files."""
    for name, content in generated().items():
        (ROOT / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main()
