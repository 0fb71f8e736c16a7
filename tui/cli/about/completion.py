"""Completion scripts for bash, zsh and fish, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.cli.spec import Command, Count, Operand, Option
from tui.cli.table import COMMANDS, EVERYWHERE
from tui.locale import tr


def script(shell: str) -> str:
    """Return the script of a shell: bash, zsh or fish."""
    return _SHELLS[shell]()


def _quoted(text: str) -> str:
    """Return a text as one shell word, in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


def _files(command: Command) -> bool:
    return any(operand.files for operand in command.operands)


def _words(command: Command) -> tuple[str, ...]:
    """Return the fixed words that a command takes first."""
    return next(filter(None, map(_offered, command.operands)), ())


def _offered(operand: Operand) -> tuple[str, ...]:
    """Return the words that an operand may be, as far as they can be told."""
    return operand.choices or operand.offers or (tuple(COMMANDS) if operand.commands else ())


def _names(options: Iterable[Option]) -> str:
    return " ".join(name for option in options for name in option.names)


def _bash() -> str:
    cases = "\n".join(
        f"    {command.name}) options={_quoted(_names(command.options))} "
        f"words={_quoted(' '.join(_words(command)))} files={int(_files(command))} ;;"
        for command in COMMANDS.values()
    )
    return _BASH.format(
        commands=" ".join(COMMANDS),
        everywhere=_names(EVERYWHERE),
        usual=_names(_USUAL),
        cases=cases,
        values="\n".join(_bash_value(option) for option in _valued()),
    )


_USUAL = COMMANDS["read"].options
"""Options that need no command's name."""


def _valued() -> list[Option]:
    """Return every option that takes a value, once by its names; the same name has the same meaning."""
    options = [option for command in COMMANDS.values() for option in command.options if option.metavar]
    merged: dict[tuple[str, ...], Option] = {}
    for option in (*EVERYWHERE, *options):
        if option.metavar:
            held = merged.setdefault(option.names, option)
            choices = tuple(dict.fromkeys((*held.choices, *option.choices)))
            merged[option.names] = held._replace(choices=choices)
    return list(merged.values())


_PATHS = {"DIR": "-d", "FILE": "-f"}


def _bash_value(option: Option) -> str:
    names = "|".join(option.names)
    if option.choices:
        reply = f'COMPREPLY=($(compgen -W {_quoted(" ".join(option.choices))} -- "$cur"))'
    elif option.metavar in _PATHS:
        reply = f'compopt -o filenames; COMPREPLY=($(compgen {_PATHS[option.metavar]} -- "$cur"))'
    else:
        reply = "COMPREPLY=()"
    return f"    {names}) {reply}; return ;;"


_BASH = """# bash completion for visavis, made by 'visavis completion bash'
_visavis() {{
  local cur prev word command='' options='' words='' files=0
  cur=${{COMP_WORDS[COMP_CWORD]}}
  prev=${{COMP_WORDS[COMP_CWORD-1]}}
  COMPREPLY=()
  case $prev in
{values}
  esac
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {commands} " in *" $word "*) command=$word; break ;; esac
  done
  case $command in
    '') words='{commands}' options='{usual}' ;;
{cases}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options {everywhere}" -- "$cur"))
    return
  fi
  for word in $words; do
    case " ${{COMP_WORDS[*]:2:COMP_CWORD-2}} " in *" $word "*) words='' ;; esac
  done
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ $files == 1 ]]; then
    compopt -o filenames
    COMPREPLY+=($(compgen -f -- "$cur"))
  fi
}}
complete -F _visavis visavis
"""


def _zsh() -> str:
    commands = "\n".join(
        f"    {_quoted(f'{command.name}:{tr(command.summary)}')}" for command in COMMANDS.values()
    )
    cases = "\n".join(_zsh_case(command) for command in COMMANDS.values())
    everywhere, usual = (" ".join(map(_zsh_option, options)) for options in (EVERYWHERE, _USUAL))
    return _ZSH.format(commands=commands, cases=cases, everywhere=everywhere, usual=usual)


def _zsh_case(command: Command) -> str:
    parts = [*(_zsh_option(option) for option in command.options)]
    parts += [_zsh_operand(place, operand) for place, operand in enumerate(command.operands, 1)]
    return f"        {command.name}) _arguments -s $everywhere {' '.join(parts)} ;;"


def _zsh_option(option: Option) -> str:
    help_text = tr(option.help).replace("[", "(").replace("]", ")").replace(":", " ")
    value = f":{option.metavar}:{_zsh_action(option)}" if option.metavar else ""
    many = "*" if option.many else ""
    return " ".join(_quoted(f"{many}{name}[{help_text}]{value}") for name in option.names)


def _zsh_action(option: Option) -> str:
    if option.choices:
        return f"({' '.join(option.choices)})"
    return {"DIR": "_files -/", "FILE": "_files"}.get(option.metavar or "", "")


def _zsh_operand(place: int, operand: Operand) -> str:
    words = " ".join(word.replace(":", "\\:") for word in _offered(operand))
    action = f"({words})" if words else "_files" if operand.files else ""
    return _quoted(f"{place if operand.takes in _SINGLE else '*'}:{operand.name}:{action}")


_SINGLE = {Count.ONE, Count.MAYBE}


_ZSH = """#compdef visavis
# zsh completion for visavis, made by 'visavis completion zsh'
_visavis() {{
  local context state line
  local -a commands everywhere
  commands=(
{commands}
  )
  everywhere=({everywhere})
  _arguments -s -C $everywhere {usual} '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
{cases}
      esac ;;
  esac
}}
if [[ $funcstack[1] == _visavis ]]; then _visavis "$@"; else compdef _visavis visavis; fi
"""


def _fish() -> str:
    valued = " ".join(name for option in EVERYWHERE if option.metavar for name in option.names)
    lines = [_FISH.replace("VALUED", valued), "complete -c visavis -f"]
    lines += [_fish_option(option, "") for option in EVERYWHERE]
    lines += [_fish_option(option, " -n __fish_use_subcommand") for option in _USUAL]
    for command in COMMANDS.values():
        lines += _fish_command(command)
    return "\n".join([*lines, ""])


def _fish_command(command: Command) -> list[str]:
    """Return the lines of a command: its name, options, fixed words until one is there, file names."""
    about, words = _fish_quoted(tr(command.summary)), _words(command)
    here = f"__fish_visavis_is {command.name}"
    taken = f"__fish_seen_subcommand_from {' '.join(words)}"
    lines = [f"complete -c visavis -n __fish_use_subcommand -a {command.name} -d {about}"]
    lines += [_fish_option(option, f" -n {_fish_quoted(here)}") for option in command.options]
    if words:
        lines.append(_fish_words(f"{here} {' '.join(words)}", words))
    if _files(command):
        when = f"{here}; and {taken}" if words else here
        lines.append(f"complete -c visavis -n {_fish_quoted(when)} -F")
    return lines


def _fish_words(when: str, words: tuple[str, ...]) -> str:
    return f"complete -c visavis -n {_fish_quoted(when)} -a {_fish_quoted(' '.join(words))}"


_FISH = """# fish completion for visavis, made by 'visavis completion fish'
function __fish_visavis_is --description 'The first is the command, and none of the others has been given'
  set -l words (commandline -opc)[2..-1]
  while set -q words[1]
    switch $words[1]
      case VALUED
        set -e words[1]
      case '-*'
      case $argv[1]
        for word in $argv[2..-1]
          contains -- $word $words[2..-1]; and return 1
        end
        return 0
      case '*'
        return 1
    end
    set -e words[1]
  end
  return 1
end"""


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _fish_option(option: Option, inside: str) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    value = ""
    if option.choices:
        value = f" -x -a {_fish_quoted(' '.join(option.choices))}"
    elif option.metavar:
        value = " -r -F" if option.metavar in _PATHS else " -x"
    return f"complete -c visavis{inside} {names}{value} -d {_fish_quoted(tr(option.help))}"


_SHELLS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
