"""Files made from the table of commands are those in the repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.generate import generated
from tui.cli.table import COMMANDS, EVERYWHERE

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", generated())
def test_what_is_committed_is_what_is_generated(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == generated()[name], "run: python tools/generate.py"


@pytest.mark.parametrize("name", generated())
def test_every_command_and_option_is_in_each(name: str) -> None:
    text = generated()[name].replace("\\-", "-")
    options = {*EVERYWHERE, *(option for command in COMMANDS.values() for option in command.options)}
    missing = [command for command in COMMANDS if command not in text]
    missing += [option.names[-1] for option in options if option.names[-1].lstrip("-") not in text]
    assert missing == []


def test_bash_accepts_its_script() -> None:
    subprocess.run(["bash", "-n"], input=generated()["docs/completion/visavis.bash"], text=True, check=True)


BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _visavis 2>/dev/null; printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(*words: str) -> set[str]:
    """Return what bash offers for the last word."""
    script = str(ROOT / "docs/completion/visavis.bash")
    done = subprocess.run(
        ["bash", "-c", BASH, "_", script, *words], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_bash_completes_commands_options_and_values() -> None:
    assert completed("visavis", "se") == {"search"}
    assert completed("visavis", "-q", "list", "--so") == {"--sort"}
    assert completed("visavis", "show", "p3", "--side", "b") == {"both"}
    assert completed("visavis", "completion", "") == {"bash", "zsh", "fish"}


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
@pytest.mark.parametrize("name", ["docs/man/visavis.1", "docs/man/visavis.fr.1"])
def test_the_manual_page_has_no_fault(name: str) -> None:
    page = generated()[name]
    done = subprocess.run(
        ["groff", "-Kutf8", "-man", "-Tutf8", "-ww", "-z"],
        input=page,
        text=True,
        capture_output=True,
        check=True,
    )
    assert done.stderr == ""
