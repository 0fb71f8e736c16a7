"""The house rules on size: small functions, small modules, few modules a folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import tui

HOUSE = Path(tui.__file__).parent
MODULES = sorted(path for path in HOUSE.rglob("*.py"))
FOLDERS = sorted({path.parent for path in MODULES})
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400
LONGEST_SCREEN = 250
MOST_MODULES = 9
MEDIAN_FUNCTION = 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Return the lines of a function's body, its docstring left out."""
    first, *rest = function.body
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return (rest[-1].end_lineno or 0) - rest[0].lineno + 1 if rest else 0
    return (function.body[-1].end_lineno or 0) - first.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_modules_and_their_functions_are_small(path: Path) -> None:
    limit = LONGEST_SCREEN if path.parent.name == "screens" else LONGEST_MODULE
    assert len(path.read_text("utf-8").splitlines()) <= limit
    assert [one.name for one in functions(path) if length(one) > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: str(path.relative_to(HOUSE)) or "tui")
def test_folders_hold_few_modules(folder: Path) -> None:
    modules = [path.name for path in folder.glob("*.py") if not path.name.startswith("__")]
    assert len(modules) <= MOST_MODULES


def test_most_functions_are_a_few_lines() -> None:
    assert median(length(one) for path in MODULES for one in functions(path)) <= MEDIAN_FUNCTION
