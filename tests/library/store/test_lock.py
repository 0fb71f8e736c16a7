from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.builders import an_article
from tui.errors import LibraryBusyError
from tui.library import Library
from tui.library.store.lock import Holder, RunLock

HOLDER = """
import sys
from pathlib import Path
from tui.library.store.lock import RunLock

with RunLock(Path(sys.argv[1])).hold():
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until it reads a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def let_go(holder: subprocess.Popen[str]) -> None:
    holder.communicate("\n")


def test_a_second_run_waits_and_says_for_whom(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    told: list[Holder] = []

    def waiting(other: Holder) -> None:
        told.append(other)
        let_go(holder)

    with RunLock(tmp_path / "lock", waiting).hold():
        assert [other.pid for other in told] == [holder.pid]
        assert str(told[0]) == f"-c {tmp_path / 'lock'} (process {holder.pid})"


def test_patience_may_end(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(LibraryBusyError, match=str(holder.pid)), RunLock(tmp_path / "lock").hold(0.01):
        pass
    let_go(holder)


def test_the_holder_is_known_and_then_gone(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    lock = RunLock(tmp_path / "lock")
    held = lock.holder()
    assert held is not None
    assert held.pid == holder.pid
    let_go(holder)
    assert lock.holder() is None


def test_a_killed_holder_holds_nothing(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.communicate()
    with RunLock(tmp_path / "lock").hold(1.0):
        pass


def test_a_thread_may_take_it_again(tmp_path: Path) -> None:
    lock = RunLock(tmp_path / "lock")
    with lock.hold(), lock.hold():
        assert lock.holder() is not None
    assert lock.holder() is None


def test_single_changes_go_between_a_runs_transactions(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        public = library.writing.put(an_article("fr", "Un texte."), b"h")
        with library.lock.hold(), Library.open(tmp_path / "library") as reader:
            assert reader.mark([public], "star") == 1


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        with Library.open(tmp_path / "library") as library:
            for number in range(30):
                library.writing.put(an_article("fr", f"Texte {name} {number}.", key=f"{name}{number}"), b"h")

    writers = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Library.open(tmp_path / "library") as library:
        assert library.counts().articles == 90
        assert len(library.entries().window(0, 100)) == 90


def test_two_processes_may_make_a_library_at_once(tmp_path: Path) -> None:
    code = f"from tui.library import Library; Library.open({str(tmp_path / 'library')!r}).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(4)]
    assert [maker.wait() for maker in makers] == [0, 0, 0, 0]
