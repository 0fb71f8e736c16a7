"""The tagger's weights on disk: one file a language, which says itself whether it is whole.

A first line, ``visavis-names 1 SHA256``, then the compressed rest, which the digest is of: a line of JSON
(labels, moves), the features one a line, an empty line, then per feature how many weights it has (one byte),
per weight its label (one byte), and the weights themselves (two bytes each, fixed point).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import ConfigError
from tui.locale import tr
from tui.model.article import Lang

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

MAGIC = b"visavis-names 1 "

SCALE = 4096
"""Steps to a weight of one: rounding to them changed no tag of 70,000, and made files a fifth as large."""

_LARGEST = 0x7FFF

DATA = Path(__file__).parent.parent.parent / "data"


class Weights(NamedTuple):
    """What a tagger has learnt: weights of (feature, label) and of (label, the label behind it).

    ``table`` has a row for each feature, one weight a label; row 0 is for features that are not known.
    """

    labels: Sequence[str]
    rows: Mapping[str, int]
    table: NDArray[float32]
    moves: NDArray[float32]


def weights_file(lang: Lang) -> Path:
    """Return where the weights of a language are."""
    return DATA / f"names-{lang}.weights"


def load(path: Path) -> Weights:
    """Return the weights in a file; raises ConfigError when it is missing, cut short or damaged."""
    return _unpacked(zlib.decompress(_packed(path)))


def fault(path: Path) -> str | None:
    """Return what is wrong with a file of weights and what to do about it, or None."""
    try:
        _packed(path)
    except ConfigError as error:
        return str(error)
    return None


def _packed(path: Path) -> bytes:
    """Return what a file holds behind its first line, if that tells the truth about it."""
    try:
        head, _, packed = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    if not head.startswith(MAGIC):
        raise _unusable(path, tr("it holds no weights"))
    if head != MAGIC + hashlib.sha256(packed).hexdigest().encode():
        raise _unusable(path, tr("it is damaged or cut short"))
    return packed


def _unusable(path: Path, why: str) -> ConfigError:
    told = tr(
        "Names are found by rules alone, which is worse: the weights in {path} cannot be used ({why})."
        " Install visavis anew to get them back.",
        path=path,
        why=why,
    )
    return ConfigError(told)


def _unpacked(plain: bytes) -> Weights:
    import numpy as np  # noqa: PLC0415 - only where articles are added

    line, _, rest = plain.partition(b"\n")
    head = json.loads(line)
    listed, _, rest = rest.partition(b"\n\n")
    names = listed.decode("utf-8").split("\n")
    counts = np.frombuffer(rest, np.uint8, len(names))
    labels = np.frombuffer(rest, np.uint8, int(counts.sum()), len(names))
    steps = np.frombuffer(rest, "<i2", len(labels), len(names) + len(labels))
    table = np.zeros((len(names) + 1, len(head["labels"])), np.float32)
    table[np.repeat(np.arange(1, len(names) + 1), counts), labels] = steps.astype(np.float32) / SCALE
    rows = {name: row for row, name in enumerate(names, 1)}
    return Weights(head["labels"], rows, table, np.array(head["moves"], np.float32))


def save(path: Path, state: Mapping[tuple[str, str], float], moves: Mapping[tuple[str, str], float]) -> None:
    """Write weights: ``state`` of (feature, label), ``moves`` of (label, the label behind it)."""
    labels = sorted({label for _, label in state} | {label for ends in moves for label in ends})
    steps: dict[str, dict[int, int]] = {}
    for (feature, label), weight in sorted(state.items()):
        step = max(-_LARGEST, min(_LARGEST, round(weight * SCALE)))
        if step:
            steps.setdefault(feature, {})[labels.index(label)] = step
    head = {"labels": labels, "moves": [[moves.get((one, two), 0.0) for two in labels] for one in labels]}
    held = [entry for weights in steps.values() for entry in weights.items()]
    parts = (
        json.dumps(head).encode() + b"\n",
        "\n".join(steps).encode() + b"\n\n",
        bytes(map(len, steps.values())),
        bytes(label for label, _ in held),
        b"".join(step.to_bytes(2, "little", signed=True) for _, step in held),
    )
    packed = zlib.compress(b"".join(parts), 9)
    path.write_bytes(MAGIC + hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
