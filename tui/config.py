"""The reader's settings: read once, by the command line, and passed on.

A flag wins over the environment (``VISAVIS_`` and the key's name), which wins over ``config.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import ConfigError, nearest, reason
from tui.frozen import dataclass
from tui.locale import later, tr

KEYS_TABLE = "keys"
"""The TOML table that remaps commands; its names are checked by the app, which knows the commands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How an article looks: ``width`` is the widest a side gets, in cells."""

    width: int = 80
    justify: bool = False
    entities: str = "key"
    linear: bool = False


COLUMNS = (
    "unread",
    "star",
    "date",
    "languages",
    "minutes",
    "words",
    "score",
    "title",
    "source",
    "tags",
    "names",
)
"""What the library's list can show of a text, in the order in which a picked one is put."""


@dataclass(frozen=True, slots=True)
class Lists:
    """How the library's list begins; the app remembers what is chosen there until these change."""

    columns: tuple[str, ...] = ("unread", "star", "date", "languages", "title", "source", "names")
    sort: str = "date"
    group: str = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a reader can choose; the defaults are those of a new installation.

    ``library`` is the directory, ``language`` that of the interface, ``prefer`` that of titles in lists,
    ``keys`` maps a command's name to its keys, ``preset`` names the keys to start from, ``jobs`` is the
    number of processes that add articles.
    """

    library: Path | None = None
    language: str = "auto"
    prefer: str = "auto"
    color: str = "auto"
    theme: str = "terminal"
    preset: str = "vim"
    jobs: int = 1
    lists: Lists = field(default_factory=Lists)
    reading: Reading = field(default_factory=Reading)
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Key(NamedTuple):
    """One setting of the file: its table ("" for the top), name, type, allowed values, and what it does."""

    table: str
    name: str
    type: type
    help: str
    choices: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The name as it is said in messages: ``reading.width``."""
        return f"{self.table}.{self.name}" if self.table else self.name

    @property
    def variable(self) -> str:
        """The environment variable that overrides the file."""
        return "VISAVIS_" + self.path.replace(".", "_").upper()


SETTINGS: tuple[Key, ...] = (
    Key("", "library", Path, "Where the articles are kept."),
    Key("", "language", str, "Language of the interface; auto follows the locale.", ("auto", "fr", "en")),
    Key("", "prefer", str, "Language of the titles in lists; auto is the interface's.", ("auto", "fr", "en")),
    Key(
        "",
        "color",
        str,
        "Colours; auto means on a terminal and without NO_COLOR.",
        ("auto", "always", "never"),
    ),
    Key("", "theme", str, "terminal, light, dark, colorblind, mono, or the name of a theme of yours."),
    Key("", "preset", str, "Keys to start from.", ("vim", "less", "arrows")),
    Key("", "jobs", int, "Processes that add articles."),
    Key("lists", "columns", tuple, "What a row of the library shows, from left to right.", COLUMNS),
    Key(
        "lists",
        "sort",
        str,
        "Order of the library.",
        ("date", "oldest", "title", "source", "added", "unread"),
    ),
    Key("lists", "group", str, "Headings in the library.", ("none", "month", "story")),
    Key("reading", "width", int, "Widest a side gets, in columns."),
    Key("reading", "justify", bool, "Whether both edges of the text are straight."),
    Key("reading", "entities", str, "Names lit in the text at first.", ("none", "key", "all")),
    Key("reading", "linear", bool, "Plain numbered lines, for screen readers and braille displays."),
)


def load(path: Path | None, env: Mapping[str, str], *, required: bool = False) -> Settings:
    """Return the settings of a file (absent is fine unless ``required``) with the environment over them.

    Raises ConfigError when the file cannot be read, or a key or value is wrong.
    """
    settings = _with_table(Settings(), _parsed(path, required=required), path)
    for key in SETTINGS:
        if key.name != "library" and env.get(key.variable):
            settings = _with(settings, key, _from_text(key, env[key.variable]))
    return settings


def default_file() -> str:
    """Return a commented ``config.toml`` that says every setting and changes nothing."""
    lines = ["# " + tr("Settings of visavis. A line that begins with # shows the default."), ""]
    table = ""
    for key in SETTINGS:
        if key.table != table:
            table = key.table
            lines += [f"[{table}]", ""]
        some = tr("Any of: {words}.") if key.type is tuple else tr("One of: {words}.")
        allowed = " " + some.format(words=", ".join(key.choices)) if key.choices else ""
        lines += [f"# {tr(key.help)}{allowed}", f"# {key.name} = {_toml(key, _current(Settings(), key))}", ""]
    lines += [f"[{KEYS_TABLE}]", "", "# " + tr("Keys of a command, by its name (see docs/keys.md):")]
    return "\n".join([*lines, '# read = ["u"]', ""])


def _parsed(path: Path | None, *, required: bool) -> dict[str, Any]:
    """Return the file's tables as they stand."""
    if path is None or (not required and not path.exists()):
        return {}
    import tomllib  # noqa: PLC0415 (only readers with a settings file pay for it)

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as cause:
        raise ConfigError(
            tr("cannot read the settings {path}: {why}", path=path, why=reason(cause))
        ) from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ConfigError(tr("{path} is not valid TOML: {why}", path=path, why=cause)) from cause


def _with_table(settings: Settings, parsed: Mapping[str, Any], path: Path | None) -> Settings:
    known = {key.path: key for key in SETTINGS}
    for name, value in _flat(parsed):
        if name.startswith(f"{KEYS_TABLE}."):
            settings = replace(settings, keys=(*settings.keys, _remapped(name, value, path)))
            continue
        if name not in known:
            raise ConfigError(
                tr("{path}: no setting is called '{name}'", path=path, name=name) + nearest(name, known)
            )
        settings = _with(settings, known[name], _from_toml(known[name], value, path))
    return settings


def _flat(parsed: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in parsed.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", held) for inner, held in value.items())
        else:
            yield name, value


def _remapped(name: str, value: object, path: Path | None) -> tuple[str, tuple[str, ...]]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise ConfigError(tr("{path}: '{name}' wants a key or a list of keys, as text", path=path, name=name))
    return name.removeprefix(f"{KEYS_TABLE}."), tuple(keys)


def _from_toml(key: Key, value: object, path: Path | None) -> object:
    if key.type is Path and isinstance(value, str):
        return Path(value)
    if key.type is tuple and isinstance(value, list):
        return _listed(key, value, str(path))
    if type(value) is not key.type:
        raise ConfigError(
            tr(
                "{path}: '{name}' wants {wanted}, not {value!r}",
                path=path,
                name=key.path,
                wanted=tr(_WANTED[key.type]),
                value=value,
            )
        )
    return _checked(key, value, str(path))


def _from_text(key: Key, text: str) -> object:
    where = f"${key.variable}"
    if key.type is tuple:
        return _listed(key, text.replace(",", " ").split(), where)
    if key.type is bool:
        return _checked(key._replace(choices=tuple(_SWITCH)), text.lower(), where) and _SWITCH[text.lower()]
    try:
        return _checked(key, key.type(text), where)
    except ValueError as cause:
        raise ConfigError(
            tr("{where} wants {wanted}, not {text!r}", where=where, wanted=tr(_WANTED[key.type]), text=text)
        ) from cause


def _listed(key: Key, values: list[Any], where: str) -> tuple[str, ...]:
    """Return a list of words, each at most once; raises ConfigError on one that is not allowed."""
    for value in values:
        if value not in key.choices:
            near = nearest(value, key.choices) if isinstance(value, str) else ""
            raise ConfigError(
                tr(
                    "{where}: '{path}' lists {words}, not {value!r}{near}",
                    where=where,
                    path=key.path,
                    words=", ".join(key.choices),
                    value=value,
                    near=near,
                )
            )
    return tuple(dict.fromkeys(values))


_WANTED = {
    str: later("text"), int: later("a whole number"), bool: later("true or false"), Path: later("a path"),
    tuple: later("a list of words"),
}  # fmt: skip
_SWITCH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def _checked(key: Key, value: object, where: str) -> object:
    if key.choices and value not in key.choices:
        raise ConfigError(
            tr(
                "{where}: '{path}' is one of {words}, not {value!r}",
                where=where,
                path=key.path,
                words=", ".join(key.choices),
                value=value,
            )
        )
    if key.type is int and isinstance(value, int) and value < 1:
        raise ConfigError(
            tr("{where}: '{path}' is at least 1, not {value}", where=where, path=key.path, value=value)
        )
    return value


def _with(settings: Settings, key: Key, value: object) -> Settings:
    if not key.table:
        return replace(settings, **{key.name: value})  # type: ignore[arg-type]  # checked against SETTINGS
    inner = replace(getattr(settings, key.table), **{key.name: value})
    return replace(settings, **{key.table: inner})


def _current(settings: Settings, key: Key) -> object:
    return getattr(getattr(settings, key.table) if key.table else settings, key.name)


def _toml(key: Key, value: object) -> str:
    if key.type is Path:
        return '"~/.local/share/visavis"'
    if key.type is tuple and isinstance(value, tuple):
        value = list(value)
    return str(value).lower() if key.type is bool else repr(value).replace("'", '"')


def unsaid() -> tuple[str, ...]:
    """Return the fields of Settings that no key of the file sets: none, or the table is incomplete."""
    said = {key.path for key in SETTINGS} | {KEYS_TABLE}
    found = []
    for entry in fields(Settings):
        value = getattr(Settings(), entry.name)
        inner = (
            [f"{entry.name}.{held.name}" for held in fields(value)] if is_dataclass(value) else [entry.name]
        )
        found += [name for name in inner if name not in said]
    return tuple(found)
