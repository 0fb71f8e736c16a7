"""The targets of reading what people have, and what is reached, as one table.

    python -m benchmarks.targets SETS SCORERS [--articles 100]

Runs ``benchmarks.cleaning`` on the development sets and ``benchmarks.ingest``, and reads the figures from
what they print; the status is 1 where a target is missed or a figure is missing. Speeds are in processor
time, but for that of several processes, which means something on a quiet machine alone.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Target:
    """A figure asked for: ``figure`` finds it below the line ``## section``, one number or a part of all."""

    section: str
    measure: str
    asked: float
    figure: str


TARGETS = (
    Target("clean-aeb (score_clean)", "main text F1", 0.960, r"all .*?shingle.*? F1 ([\d.]+)"),
    Target("clean-trafilatura (score_clean)", "main text F1", 0.920, r"all .*?segments.*? F1 ([\d.]+)"),
    Target("clean-readability (score_clean)", "main text F1", 0.965, r"all .*?shingle.*? F1 ([\d.]+)"),
    Target("pairs (score_clean)", "Debian pages' main text F1", 0.960, r"all .*?shingle.*? F1 ([\d.]+)"),
    Target("date-htmldate (score_meta)", "date F1", 0.945, r"all .*?date .*? F1 ([\d.]+)"),
    Target("pairs (score_meta)", "titles exact", 0.95, r"all +title exact ([\d.]+)"),
    Target("pairs (score_meta)", "date F1", 0.95, r"all .*?date .*? F1 ([\d.]+)"),
    Target("pairs (score_meta)", "language", 0.995, r"all .*language ([\d.]+)"),
    Target("langid (score_langid)", "sentences, fr or en", 0.996, r"sentences +fr vs en +accuracy ([\d.]+)"),
    Target("langid (score_langid)", "mixed paragraphs", 0.995, r"mixed +paragraph +accuracy ([\d.]+)"),
    Target("encodings (score_text)", "must", 1.0, r"TOTAL must (\d+)/(\d+)"),
    Target("encodings (score_text)", "should", 26 / 31, r"TOTAL should (\d+)/(\d+)"),
    Target("mojibake-ftfy (score_text)", "in the wild", 1.0, r"in-the-wild (\d+) of (\d+)"),
    Target("mojibake-ftfy (score_text)", "left alone", 1.0, r"negative (\d+) of (\d+)"),
    Target("mojibake-ftfy (score_text)", "made up", 1.0, r"synthetic (\d+) of (\d+)"),
    Target("feeds-expect (score_feeds)", "expectations met", 0.975, r"all met \d+ \(([\d.]+)\)"),
    Target("feeds-real (score_feeds)", "none crashes", 1.0, r"(?=files (\d+) .*crash\) 0;)files (\d+)"),
    Target("epub", "words found", 1.0, r"words (\d+) of (\d+)"),
    Target("ingest", "articles a second, one process", 15.0, r"all .* ([\d.]+) articles/s"),
    Target("ingest", "times as many with two", 1.6, r"--jobs 2 is x([\d.]+)"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", type=Path)
    parser.add_argument("scorers", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    asked = parser.parse_args()
    printed = ran("benchmarks/cleaning.py", str(asked.sets), str(asked.scorers))
    printed += "\n## ingest\n" + ran("-m", "benchmarks.ingest", "--articles", str(asked.articles))
    held = sections(printed)
    rows = [(target, reached(target, held.get(target.section, ""))) for target in TARGETS]
    print(f"{'set':16} {'measure':32} {'asked':>7} {'reached':>8}")
    for target, value in rows:
        shown = "missing" if value is None else f"{value:.3f}"
        missed = "" if value is not None and value >= target.asked else "  MISSED"
        print(f"{target.section.split()[0]:16} {target.measure:32} {target.asked:7.3f} {shown:>8}{missed}")
    return int(any(value is None or value < target.asked for target, value in rows))


def ran(*words: str) -> str:
    """Return what a benchmark prints; one that fails ends this one."""
    return subprocess.run([sys.executable, *words], stdout=subprocess.PIPE, text=True, check=True).stdout


def sections(printed: str) -> dict[str, str]:
    """Return what is printed below each line that begins with ``##``."""
    parts = re.split(r"^## (.*)$", printed, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def reached(target: Target, printed: str) -> float | None:
    """Return the figure in what was printed: a number, or the share that counts (n of m) make, summed."""
    found = list(figures(target, printed))
    if not found:
        return None
    wholes = [whole for _, whole in found if whole]
    return sum(part for part, _ in found) / sum(wholes) if wholes else found[0][0]


def figures(target: Target, printed: str) -> Iterator[tuple[float, float]]:
    """Yield each figure with what it is a part of, 0 where it stands for itself."""
    for match in re.finditer(target.figure, printed):
        yield float(match[1]), float(match[2] or 0) if match.re.groups > 1 else 0.0


if __name__ == "__main__":
    sys.exit(main())
