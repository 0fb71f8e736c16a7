"""What the app costs on the line, beside newsboat and a blank Textual app.

``python -m benchmarks.terminal TERMBENCH LIBRARY SMALL LONG [--rounds N]`` prints a table with what was asked
and whether it was met; the exit status is 1 when something was not. TERMBENCH is the script that runs a
program in a pty and counts; LIBRARY holds 100,000 articles, SMALL 1,000, LONG pairs of 5,000 words (make all
with ``python -m benchmarks.make_library``). Three rounds, the cases of each shuffled, take five minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from benchmarks.corpus import Words

Summary = dict[str, Any]
Found = dict[str, Summary]

BLANK = "from textual.app import App\nApp().run()\n"
FEED_ITEMS = 10_000
LIVE_KEYS = "live=j"
"""Typed as soon as the last screen is there: live is what answers."""
LIST_KEYS = "wait:1 move=j*40 page=space*15"
SEARCH_KEYS = (
    "wait:1 search=/ wait:2 letter=type:paris erase=backspace*5 wait:1 letter=type:ministre wait:1"
    " erase=backspace*8 none=type:qzx wait:1 echo=type:qzxqzxqzx"
)
"""The vocabulary is there when typing begins; where nothing matches, letters change no row."""
TEXT_KEYS = "wait:1 " + "open=enter@1/ back=q " * 5 + "open=enter@1/ line=j*60 page=space*15"
NEWSBOAT_KEYS = (
    "wait:3 open-feed=enter move=j*40 page=space*15 last=end open=enter line=j*20 text-page=space*5"
)
NEWSBOAT_TEXT = 5_000
"""Words of each of newsboat's articles."""
LINK = {"kbps": 64, "rtt_ms": 200}
WAYS_OUT = 6
"""q, Ctrl-C, SIGTERM, SIGHUP, a lost terminal, a crash."""


class Row(NamedTuple):
    """A line of the table; ``met`` is None where nothing was asked."""

    what: str
    newsboat: str
    blank: str
    ours: str
    asked: str = ""
    met: bool | None = None


def newsboat(folder: Path) -> list[str]:
    """Write a feed of many articles with titles as varied as ours, and return the command that shows it."""
    chance = random.Random(1)
    vocabulary = Words("en", chance)
    text = " ".join(vocabulary.some(NEWSBOAT_TEXT))
    items = "".join(
        f"<item><title>{escape(' '.join(vocabulary.some(9)).capitalize())}</title><guid>{number}</guid>"
        f"<description>{escape(text if number in (1, FEED_ITEMS) else 'A short text.')}</description></item>"
        for number in range(1, FEED_ITEMS + 1)
    )
    feed = folder / "feed.xml"
    feed.write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'
    )
    (folder / "urls").write_text(f"file://{feed}\n")
    (folder / "config").write_text("bind-key j down\nbind-key SPACE pagedown\nbind-key k up\n")
    base = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / "cache"), "-C", str(folder / "config")]
    subprocess.run([*base, "-x", "reload"], check=True, capture_output=True)
    return base


def command(library: Path) -> list[str]:
    """Return the words that open the app: the installed command where there is one."""
    installed = Path(sys.executable).with_name("visavis")
    first = [str(installed)] if installed.exists() else [sys.executable, "-m", "tui"]
    return [*first, "--library", str(library)]


def cases(options: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield everything there is to compare."""
    blank = folder / "blank.py"
    blank.write_text(BLANK)
    big, small, long = (command(path) for path in (options.library, options.small, options.long))
    slow = {"cmd": big, "link": LINK, "quiet": 0.5}
    yield {"name": "blank", "cmd": [sys.executable, str(blank)], "expect": None}
    yield {"name": "start", "cmd": big, "keys": LIVE_KEYS}
    yield {"name": "small", "cmd": small, "keys": LIVE_KEYS}
    yield {"name": "list", "cmd": big, "keys": LIST_KEYS, "idle": 10, "resize": True}
    yield {"name": "search", "cmd": big, "keys": SEARCH_KEYS}
    yield {"name": "text", "cmd": long, "keys": TEXT_KEYS}
    yield {"name": "slow", **slow, "keys": "wait:2 move=j*5 page=space*5"}
    yield {"name": "hold", **slow, "keys": "wait:2", "hold": "pgdn:30:2"}
    if shutil.which("newsboat"):
        yield {"name": "newsboat", "cmd": newsboat(folder), "keys": NEWSBOAT_KEYS, "expect": None}


def measured(termbench: Path, suite: Path, rounds: int) -> Found:
    """Run the cases and return their summaries; a first run of each, not counted, leaves a last screen."""
    words = [sys.executable, str(termbench), "--json", "--suite", str(suite)]
    subprocess.run(
        [*words, "--only", "^(start|small|text)$", "--rounds", "1"], check=True, capture_output=True
    )
    done = subprocess.run(
        [*words, "--rounds", str(rounds)], check=True, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    found: Found = json.loads(done.stdout)
    return found


def clean_ways_out(termbench: Path, library: Path) -> int:
    """Return how many ways out leave the terminal as it was."""
    words = [sys.executable, str(termbench), "--exits", "--expect", "articles", "--", *command(library)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return len(re.findall(r"^exit .* (?:clean|exited) ", told, re.MULTILINE))


def start_rows(found: Found) -> Iterator[Row]:
    """Yield what starting costs."""
    start, blank, other = found["start"], found["blank"], found.get("newsboat", {})
    limits = [0.25 * blank["first_paint"], *([other["first_paint"]] if other else [])]
    yield Row("readable after Enter, ms", _of(other, "first_paint"), _of(blank, "first_paint"),
              _of(start, "expect"), "≤ 0.25 × B, ≤ N", start["expect"] <= min(limits))  # fmt: skip
    live = _live(start)
    yield Row("CPU until a key is answered, ms", "", _of(blank, "cpu"),
              f"{live:.0f} ({live / blank['cpu']:.2f} × B)", "≤ 1.30 × B",
              live <= 1.30 * blank["cpu"])  # fmt: skip
    yield Row("bytes at start", _of(other, "bytes"), _of(blank, "bytes"), _of(start, "bytes"),
              "≤ 10,000", start["bytes"] <= 10_000)  # fmt: skip
    yield Row("peak memory, MB", _of(other, _PEAK), _of(blank, _PEAK), _of(start, _PEAK), "≤ 1.5 × B",
              start[_PEAK] <= 1.5 * blank[_PEAK])  # fmt: skip
    share = live / _live(found["small"])
    more = start[_PEAK] - found["small"][_PEAK]
    yield Row("100,000 rows against 1,000: CPU, memory", "", "", f"× {share:.2f}, {more:+.1f} MB",
              "≤ × 1.05, + 3 MB", share <= 1.05 and more <= 3)  # fmt: skip


def _live(summary: Summary) -> float:
    return float(summary["cpu"] + summary["keys"]["live"]["cpu"])


_PEAK = "mem_end_rss_peak"
_KEYS = (
    ("list: move", "list", "move", "move", (320, 10, 25)),
    ("list: page", "list", "page", "page", (3300, 25, 60)),
    ("two panes: open", "text", "open", "open", (6500, 60, 60)),
    ("two panes: line", "text", "line", "line", (400, 20, 50)),
    ("two panes: page", "text", "page", "text-page", (5600, 25, 60)),
    ("search: letter, rows stay", "search", "echo", "", (120, 50, 100)),
    ("search: letter, rows change", "search", "letter", "", (4000, 50, 100)),
)
"""A name, the case and key of ours, the key of newsboat's, and what was asked: bytes at p95, ms p50, p95."""


def key_rows(found: Found) -> Iterator[Row]:
    """Yield what keys cost."""
    for what, case, key, theirs, asked in _KEYS:
        held = found[case]["keys"][key]
        size, usual, most = (held[name] for name in ("bytes_p95", "last_p50", "last_p95"))
        told = f"≤ {asked[0]:,} B, {asked[1]} / {asked[2]} ms"
        met = size <= asked[0] and usual <= asked[1] and most <= asked[2]
        yield Row(what, _key(found.get("newsboat"), theirs), "", _key(found[case], key), told, met)


def other_rows(found: Found, ways_out: int) -> Iterator[Row]:
    """Yield what rest, sizes and a slow line cost."""
    idle, resize, slow = found["list"]["idle"], found["list"]["resize"], found["slow"]
    yield Row("idle 10 s", "", "", f"{idle['bytes']:.0f} B, {idle['cpu']:.0f} ms CPU", "0 B, ≤ 20 ms CPU",
              idle["bytes"] == 0 and idle["cpu"] <= 20)  # fmt: skip
    yield Row("60×20 and back", "", "", f"{resize['bytes']:.0f} B, {'' if resize['same'] else 'not '}same",
              "≤ 20,000 B, the same", bool(resize["same"]) and resize["bytes"] <= 20_000)  # fmt: skip
    line, page = (slow["keys"][key]["last_p50"] / 1000 for key in ("move", "page"))
    told = f"{line:.2f} / {page:.2f} / {slow['expect'] / 1000:.2f} s"
    yield Row("64 kbit/s, 200 ms: line, page, readable", "", "", told, "≤ 0.32 / 1.0 / 0.25 s",
              line <= 0.32 and page <= 1.0 and slow["expect"] <= 250)  # fmt: skip
    lag = found["hold"]["hold"]["lag"] / 1000
    yield Row("the same, PageDown held 2 s: settled", "", "", f"{lag:.2f} s", "≤ 1.5 s", lag <= 1.5)
    yield Row("ways out that leave the terminal clean", "", "", f"{ways_out} of {WAYS_OUT}",
              f"{WAYS_OUT} of {WAYS_OUT}", ways_out == WAYS_OUT)  # fmt: skip


def _of(summary: Summary | None, key: str) -> str:
    held = (summary or {}).get(key)
    return f"{held:.0f}" if held is not None else ""


def _key(summary: Summary | None, key: str) -> str:
    held = (summary or {}).get("keys", {}).get(key)
    if not held or held["bytes_p95"] is None:
        return ""
    spent = f", CPU {held['cpu']:.0f} ms" if held["cpu"] else ""
    return f"{held['bytes_p95']:.0f} B, {held['last_p50']:.0f} / {held['last_p95']:.0f} ms{spent}"


def printed(rows: list[Row], load: tuple[float, ...]) -> None:
    """Print the table and under which load it was measured."""
    print("| bytes at p95, times p50 / p95 | newsboat (N) | blank Textual app (B) | visavis | asked | met |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row[:-1])} | {'' if row.met is None else 'yes' if row.met else '**no**'} |")
    print(f"\nLoad of the machine before and after: {load[0]:.1f}, {os.getloadavg()[0]:.1f}.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("termbench", "library", "small", "long"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options, load = parser.parse_args(), os.getloadavg()
    with tempfile.TemporaryDirectory() as folder:
        suite = Path(folder, "suite.json")
        held = list(cases(options, Path(folder)))
        suite.write_text(json.dumps({"defaults": {"expect": "articles"}, "cases": held}))
        found = measured(options.termbench, suite, options.rounds)
    ways_out = clean_ways_out(options.termbench, options.library)
    rows = [*start_rows(found), *key_rows(found), *other_rows(found, ways_out)]
    printed(rows, load)
    sys.exit(0 if all(row.met is not False for row in rows) else 1)


if __name__ == "__main__":
    main()
