"""The command line as a process: signals, closed pipes, locales, streams."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

VISAVIS = [sys.executable, "-m", "tui"]


def environment(library: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "VISAVIS_LIBRARY": str(library), **more}


def test_a_closed_pipe_is_no_error(library: Path) -> None:
    for words in (["list", "--json"], ["--help"], ["export", "--format", "md", "*"]):
        process = subprocess.Popen(
            [*VISAVIS, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(library)
        )
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        with process.stderr as stream:
            assert stream.read() == b""
        assert process.wait() == 0


def test_a_full_disk_is_one_clear_line(library: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*VISAVIS, "list"], stdout=full, stderr=subprocess.PIPE, env=environment(library), check=False
        )
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_closed_streams_are_no_error(library: Path) -> None:
    shell = f"{sys.executable} -m tui list"
    for closed in (">&-", "2>&-"):
        done = subprocess.run(
            ["sh", "-c", f"{shell} {closed}"], capture_output=True, env=environment(library), check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_ends_with_130_and_one_line(library: Path) -> None:
    process = subprocess.Popen(
        [*VISAVIS, "search", "-", "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(library),
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write("cathédrale\n".encode())
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["query"] == "cathédrale"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err == b"visavis: interrupted\n"


STORY = "Le maire du port a inauguré le quai numéro {n} ce matin, devant {n} habitants venus en bateau. "


@pytest.mark.parametrize(
    ("sent", "status", "jobs"),
    [(signal.SIGTERM, 143, "2"), (signal.SIGHUP, 129, "1"), (signal.SIGINT, 130, "1")],
)
def test_a_run_that_is_stopped_keeps_what_is_done_and_says_so(
    tmp_path: Path, sent: signal.Signals, status: int, jobs: str
) -> None:
    texts, library = tmp_path / "texts", tmp_path / "library"
    texts.mkdir()
    for number in range(40):
        (texts / f"{number:02}.txt").write_text(STORY.format(n=number) * 40, "utf-8")
    words = [*VISAVIS, "add", "--jobs", jobs, str(texts)]
    env = environment(library)
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    assert process.stdout
    assert process.stdout.readline().startswith(b"added")
    process.send_signal(sent)
    out, err = process.communicate()
    assert process.returncode == status, err
    assert err.splitlines()[-1] == b"visavis: interrupted"
    assert f"{1 + out.count(b'added')} added".encode() in err
    listed = subprocess.run([*VISAVIS, "list", "--json"], capture_output=True, env=env, check=True).stdout
    assert 1 <= len(listed.splitlines()) < 40
    assert subprocess.run([*VISAVIS, "doctor"], capture_output=True, env=env, check=False).returncode == 0


def test_output_is_utf8_whatever_the_locale(library: Path) -> None:
    env = environment(
        library, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"
    )
    done = subprocess.run([*VISAVIS, "list"], capture_output=True, env=env, check=True)
    assert "Jupiter" in done.stdout.decode("utf-8")
    assert "Vénus" in done.stdout.decode("utf-8")


def on_terminal(words: list[str], env: dict[str, str]) -> str:
    """Return what a command writes to a terminal that is both its stdout and its stderr."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*VISAVIS, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=env):
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            shown += part
    os.close(ours)
    return shown.decode()


def test_a_terminal_gets_colours_and_a_bar_unless_told_otherwise(library: Path, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("Le maire a inauguré la nouvelle bibliothèque du quartier ce samedi.\n", "utf-8")
    env = environment(library, TERM="xterm")
    shown = on_terminal(["add", str(page), "absent.txt"], env)
    assert "\r\x1b[K" in shown
    assert shown.count("visavis: absent.txt: ") == 1
    assert "failed\t" not in shown
    assert "\x1b[1" in on_terminal(["search", "maire"], env)
    assert "\x1b" not in on_terminal(["search", "maire"], {**env, "NO_COLOR": "1"})
    assert "\x1b" not in on_terminal(["search", "maire"], {**env, "TERM": "dumb"})
    assert "\x1b" not in on_terminal(["-q", "--color", "never", "add", str(page)], env)


def test_titles_are_whole_on_a_terminal_of_unknown_width(library: Path) -> None:
    env = environment(library, TERM="xterm", NO_COLOR="1", COLUMNS="")
    found = subprocess.run([*VISAVIS, "list", "--json"], capture_output=True, env=env, check=True).stdout
    titles = [json.loads(line)["title"] for line in found.splitlines()]
    shown = on_terminal(["list"], env)
    assert all(title in shown for title in titles)
    assert "…" in on_terminal(["list"], {**env, "COLUMNS": "40"})
