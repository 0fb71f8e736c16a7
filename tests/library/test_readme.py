"""What README says of the Python interface is so, as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tui.library import Library

README = Path(__file__).parents[2] / "README.md"
TEXT = """Les élections municipales

Les habitants de Lorme ont voté dimanche. Les élections ont été calmes, dit la mairie.
Le maire sortant a été réélu au premier tour avec une courte avance sur sa rivale.
"""


def test_the_example_runs_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out == "Les élections municipales\n"


@pytest.mark.parametrize("wrong", [7, None, b"a1", ["a1"]])
def test_an_id_that_is_no_text_is_told(wrong: Any, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        for ask in (library.article, library.bitext, library.pair_of, library.story, library.notes_of):
            with pytest.raises(TypeError, match=r"an id is text such as 'a12', not "):
                ask(wrong)
