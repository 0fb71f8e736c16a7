"""Pin every dependency with the hashes of all its files: ``python tools/pin.py`` (needs pip-tools).

Writes ``constraints.txt`` (what visavis needs to be built and run) and ``constraints-dev.txt`` (that and what
tests need). Neither holds an address: packages come from wherever pip is set up to look.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

COMMON = (
    "--quiet",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--strip-extras",
    "--allow-unsafe",
)
FILES = {
    "constraints.txt": ("--build-deps-for=wheel",),
    "constraints-dev.txt": ("--build-deps-for=editable", "--extra=dev", "--constraint=constraints.txt"),
}
"""The file for tests agrees with the one for users, so it is made after it."""


def main(words: list[str]) -> int:
    """Write both files; ``--upgrade`` looks for newer versions, else what is pinned stays."""
    for name, extra in FILES.items():
        command = [sys.executable, "-m", "piptools", "compile", *COMMON, *extra, *words]
        subprocess.run([*command, f"--output-file={name}", "pyproject.toml"], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
