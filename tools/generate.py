"""Write what is made from the table of commands: manual page and completions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tui.cli.about.completion import script
from tui.cli.about.manual import page
from tui.locale import language as spoken
from tui.locale import use

ROOT = Path(__file__).resolve().parent.parent


def generated() -> Mapping[str, str]:
    """Return the content of each generated file, by its path in the repository."""
    return {
        "docs/man/visavis.1": _spoken("en", page),
        "docs/man/visavis.fr.1": _spoken("fr", page),
        "docs/completion/visavis.bash": _spoken("en", lambda: script("bash")),
        "docs/completion/_visavis": _spoken("en", lambda: script("zsh")),
        "docs/completion/visavis.fish": _spoken("en", lambda: script("fish")),
    }


def _spoken(language: str, make: Callable[[], str]) -> str:
    """Return what is made in a language of the interface; the one spoken before is spoken again."""
    before = spoken()
    use(language)
    try:
        return make()
    finally:
        use(before)


def main() -> None:
    """Write the files."""
    for name, content in generated().items():
        (ROOT / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main()
