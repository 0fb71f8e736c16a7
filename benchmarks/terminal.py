"""What the app costs on the line, beside newsboat and a blank Textual app.

``python -m benchmarks.terminal TERMBENCH LIBRARY LONG [--rounds N]`` prints a table. TERMBENCH is the script
that runs a program in a pty and counts; LIBRARY holds many articles, LONG pairs of 5,000 words (make both
with ``python -m benchmarks.make_library``).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.corpus import Words

Summary = dict[str, Any]

BLANK = "from textual.app import App\nApp().run()\n"
FEED_ITEMS = 10_000
LIST_KEYS = "wait:1 move=j*40 page=space*15 search=/ letter=type:paris"
TEXT_KEYS = "wait:1 open=enter@1/ line=j*60 page=space*15"
NEWSBOAT_KEYS = (
    "wait:3 open-feed=enter move=j*40 page=space*15 last=end open=enter line=j*20 text-page=space*5"
)
NEWSBOAT_TEXT = 5_000
"""Words of each of newsboat's articles."""


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


def measured(termbench: Path, command: list[str], rounds: int, *options: str) -> Summary:
    """Run one case and return its summary."""
    words = [sys.executable, str(termbench), "--json", "--rounds", str(rounds), *options, "--", *command]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    summary: Summary = next(iter(json.loads(done.stdout).values()))
    return summary


def cases(options: argparse.Namespace, folder: Path) -> dict[str, Summary]:
    """Measure everything there is to compare."""
    bench, rounds = options.termbench, options.rounds
    blank = folder / "blank.py"
    blank.write_text(BLANK)
    app = [sys.executable, "-m", "tui", "--library"]
    found = {
        "blank": measured(bench, [sys.executable, str(blank)], rounds, "--idle", "1"),
        "list": measured(
            bench, [*app, str(options.library)], rounds,
            "--expect", "articles", "--keys", LIST_KEYS, "--idle", "10", "--resize",
        ),
        "start": measured(bench, [*app, str(options.library)], rounds, "--expect", "articles", "--idle", "1"),
        "text": measured(
            bench, [*app, str(options.long)], rounds, "--expect", "articles", "--keys", TEXT_KEYS
        ),
        "slow": measured(
            bench, [*app, str(options.library)], 1,
            "--expect", "articles", "--link", "64,200", "--quiet", "0.5",
            "--keys", "wait:2 move=j*5 page=space*5",
        ),
        "hold": measured(
            bench, [*app, str(options.library)], 1,
            "--expect", "articles", "--link", "64,200", "--quiet", "0.5",
            "--keys", "wait:2", "--hold", "pgdn:30:2",
        ),
    }  # fmt: skip
    if shutil.which("newsboat"):
        found["newsboat"] = measured(bench, newsboat(folder), rounds, "--keys", NEWSBOAT_KEYS)
    return found


def rows(found: dict[str, Summary]) -> list[tuple[str, str, str, str]]:
    """Return what was measured: newsboat, the blank app, us."""
    listed, text, start, blank = found["list"], found["text"], found["start"], found["blank"]
    slow = found["slow"]
    other = found.get("newsboat")
    return [
        (
            "readable after Enter, ms",
            _of(other, "first_paint"),
            _of(blank, "first_paint"),
            _of(start, "expect"),
        ),
        ("CPU until live, ms", "", _of(blank, "cpu"), _of(start, "cpu")),
        ("bytes at start", _of(other, "bytes"), _of(blank, "bytes"), _of(start, "bytes")),
        ("peak memory, MB", *(_of(one, "mem_end_rss_peak") for one in (other, blank, start))),
        *(("list: " + key, _key(other, key), "", _key(listed, key)) for key in ("move", "page")),
        ("list: letter", "", "", _key(listed, "letter")),
        *(
            ("two panes: " + key, _key(other, theirs), "", _key(text, key))
            for key, theirs in (("open", "open"), ("line", "line"), ("page", "text-page"))
        ),
        ("idle 10 s: CPU ms, bytes", "", "", f"{listed['idle']['cpu']:.0f}, {listed['idle']['bytes']:.0f}"),
        (
            "60×20 and back: bytes, same",
            "",
            "",
            f"{listed['resize']['bytes']:.0f}, {listed['resize']['same']}",
        ),
        ("64 kbit/s, 200 ms: readable, ms", "", "", _of(slow, "expect")),
        *(("64 kbit/s, 200 ms: " + key, "", "", _key(slow, key)) for key in ("move", "page")),
        ("the same, PageDown held 2 s: settled, ms", "", "", f"{found['hold']['hold']['lag']:.0f}"),
    ]


def _of(summary: Summary | None, key: str) -> str:
    held = (summary or {}).get(key)
    return f"{held:.0f}" if held is not None else ""


def _key(summary: Summary | None, key: str) -> str:
    held = (summary or {}).get("keys", {}).get(key)
    if not held or held["bytes_p95"] is None:
        return ""
    return f"{held['bytes_p95']:.0f} B, {held['last_p50']:.0f} / {held['last_p95']:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("termbench", type=Path)
    parser.add_argument("library", type=Path)
    parser.add_argument("long", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = cases(options, Path(folder))
    print("| bytes at p95, times p50 / p95 | newsboat | blank Textual app | visavis |")
    print("| --- | --- | --- | --- |")
    for row in rows(found):
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
