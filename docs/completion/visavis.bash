# bash completion for visavis, made by 'visavis completion bash'
_visavis() {
  local cur prev word command='' options='' words='' files=0
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $prev in
    --library) compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur")); return ;;
    --config) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    --side) COMPREPLY=($(compgen -W 'fr en both' -- "$cur")); return ;;
    --width) COMPREPLY=(); return ;;
    --jobs) COMPREPLY=(); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --date) COMPREPLY=(); return ;;
    --source) COMPREPLY=(); return ;;
    --tag) COMPREPLY=(); return ;;
    --format) COMPREPLY=($(compgen -W 'tsv json tmx md html text csv jsonl' -- "$cur")); return ;;
    --sort) COMPREPLY=($(compgen -W 'date oldest title source added words unread' -- "$cur")); return ;;
    --limit) COMPREPLY=(); return ;;
    --kind) COMPREPLY=($(compgen -W 'PERSON ORG PLACE GROUP PRODUCT EVENT WORK' -- "$cur")); return ;;
    --same) COMPREPLY=(); return ;;
    --title) COMPREPLY=(); return ;;
    --keep-days) COMPREPLY=(); return ;;
    --keep-articles) COMPREPLY=(); return ;;
    -o|--output) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " read show facts add sync inspect align list search pairs stories entities concord pair unpair entity edit note remove mark undo feeds export doctor reindex backup restore where help config completion " in *" $word "*) command=$word; break ;; esac
  done
  case $command in
    '') words='read show facts add sync inspect align list search pairs stories entities concord pair unpair entity edit note remove mark undo feeds export doctor reindex backup restore where help config completion' options='--linear' ;;
    read) options='--linear' words='' files=0 ;;
    show) options='--side --width --plain --json' words='' files=0 ;;
    facts) options='--json' words='' files=0 ;;
    add) options='--jobs --lang --date --source --tag --private --json' words='' files=1 ;;
    sync) options='--jobs --full-text --private --json' words='' files=0 ;;
    inspect) options='--raw --lines --lang --private --json' words='' files=1 ;;
    align) options='--lines --format --json' words='' files=1 ;;
    list) options='--sort --limit --json' words='' files=0 ;;
    search) options='--across --limit --json' words='' files=0 ;;
    pairs) options='--json' words='' files=0 ;;
    stories) options='--json' words='' files=0 ;;
    entities) options='--limit --json' words='' files=0 ;;
    concord) options='--format --limit --json' words='' files=0 ;;
    pair) options='--json' words='' files=0 ;;
    unpair) options='--json' words='' files=0 ;;
    entity) options='--kind --same --ignore' words='' files=0 ;;
    edit) options='--title --date --lang --source' words='' files=0 ;;
    note) options='' words='' files=0 ;;
    remove) options='' words='' files=0 ;;
    mark) options='' words='read unread star unstar tag: untag:' files=0 ;;
    undo) options='' words='' files=0 ;;
    feeds) options='--full-text --keep-days --keep-articles --private --json' words='add remove list import export' files=1 ;;
    export) options='--format -o --output' words='' files=0 ;;
    doctor) options='--repair' words='' files=0 ;;
    reindex) options='' words='' files=0 ;;
    backup) options='' words='' files=1 ;;
    restore) options='' words='' files=1 ;;
    where) options='' words='' files=0 ;;
    help) options='' words='read show facts add sync inspect align list search pairs stories entities concord pair unpair entity edit note remove mark undo feeds export doctor reindex backup restore where help config completion' files=0 ;;
    config) options='' words='init' files=0 ;;
    completion) options='' words='bash zsh fish' files=0 ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options --library --config --color -q --quiet -v --verbose -V --version -h --help" -- "$cur"))
    return
  fi
  for word in $words; do
    case " ${COMP_WORDS[*]:2:COMP_CWORD-2} " in *" $word "*) words='' ;; esac
  done
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ $files == 1 ]]; then
    compopt -o filenames
    COMPREPLY+=($(compgen -f -- "$cur"))
  fi
}
complete -F _visavis visavis
