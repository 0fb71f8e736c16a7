"""Settings: flags over environment over file, mistakes named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import paths
from tui.config import SETTINGS, Settings, default_file, load, unsaid
from tui.errors import ConfigError


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "absent.toml", {}) == Settings()
    assert load(None, {}) == Settings()


def test_the_default_file_says_everything_and_changes_nothing(tmp_path: Path) -> None:
    assert load(written(tmp_path, default_file()), {}) == Settings()
    assert all(f"# {key.name} = " in default_file() for key in SETTINGS)
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line and "keys" not in line else line
        for line in default_file().splitlines()
    )
    settings = load(written(tmp_path, uncommented), {})
    assert settings.reading == Settings().reading
    assert unsaid() == ()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'language = "fr"\njobs = 2\n[reading]\njustify = true\n')
    assert load(path, {}).language == "fr"
    settings = load(path, {"VISAVIS_LANGUAGE": "en", "VISAVIS_READING_JUSTIFY": "no", "VISAVIS_JOBS": "3"})
    assert (settings.language, settings.reading.justify, settings.jobs) == ("en", False, 3)


def test_keys_are_remapped_by_name(tmp_path: Path) -> None:
    settings = load(written(tmp_path, '[keys]\nquit = "Q"\nopen = ["o", "enter"]\n'), {})
    assert settings.keys == (("quit", ("Q",)), ("open", ("o", "enter")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('langage = "fr"', "no setting is called 'langage'; did you mean 'language'"),
        ("[reading]\nwidht = 3", "'reading.widht'; did you mean 'reading.width'"),
        ('language = "de"', "'language' is one of auto, fr, en, not 'de'"),
        ("jobs = 0", "at least 1"),
        ('jobs = "two"', "'jobs' wants a whole number"),
        ("jobs = true", "'jobs' wants a whole number"),
        ("[keys]\nquit = 3", "'keys.quit' wants a key"),
        ("language = ", "not valid TOML"),
    ],
)
def test_mistakes_are_named_with_their_file(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError, match=message) as raised:
        load(path, {})
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("VISAVIS_JOBS", "many"), ("VISAVIS_THEME_", ""), ("VISAVIS_READING_JUSTIFY", "perhaps")],
)
def test_a_wrong_variable_is_named(variable: str, value: str) -> None:
    if not value:
        assert load(None, {variable: "x"}) == Settings()
        return
    with pytest.raises(ConfigError, match=variable):
        load(None, {variable: value})


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read"):
        load(tmp_path / "absent.toml", {}, required=True)


def test_places_follow_the_xdg_specification() -> None:
    env = {"HOME": "/home/me", "XDG_CONFIG_HOME": "/etc/mine", "XDG_DATA_HOME": "relative"}
    assert paths.config_file(None, env) == Path("/etc/mine/visavis/config.toml")
    assert paths.library_dir(None, env) == Path("/home/me/.local/share/visavis")
    assert paths.samples_dir(env) == Path("/home/me/.cache/visavis/samples")
    env["VISAVIS_LIBRARY"] = "/srv/articles"
    assert paths.library_dir(None, env, Path("/from/file")) == Path("/srv/articles")
    assert paths.library_dir("/flag", env) == Path("/flag")
    assert paths.library_dir(None, {"HOME": "/home/me"}, Path("/from/file")) == Path("/from/file")


def test_a_list_of_words_is_checked_word_by_word(tmp_path: Path) -> None:
    path = written(tmp_path, '[lists]\ncolumns = ["date", "title", "date"]\nsort = "unread"\n')
    assert load(path, {}).lists.columns == ("date", "title")
    assert load(path, {"VISAVIS_LISTS_COLUMNS": "title, tags"}).lists.columns == ("title", "tags")
    with pytest.raises(ConfigError, match=r"not 'sorce'; did you mean 'source'"):
        load(written(tmp_path, '[lists]\ncolumns = ["sorce"]\n'), {})
    with pytest.raises(ConfigError, match="a list of words"):
        load(written(tmp_path, '[lists]\ncolumns = "date"\n'), {})
