"""Every command and option, once: what is not here does not exist."""

from __future__ import annotations

from tui.cli.spec import Command, Count, Operand, Option, day, day_or_none, positive

EVERYWHERE: tuple[Option, ...] = (
    Option(("--library",), "Where the articles are kept.", "DIR"),
    Option(("--config",), "Settings file.", "FILE"),
    Option(("--color",), "Colours in what is printed.", "WHEN", ("auto", "always", "never")),
    Option(("-q", "--quiet"), "No messages but errors."),
    Option(("-v", "--verbose"), "More messages, and where an unexpected error came from."),
    Option(("-V", "--version"), "Print the version and leave."),
    Option(("-h", "--help"), "Print this help and leave."),
)

_LANGS = ("fr", "en")
_JSON = Option(("--json",), "One JSON object a line.")
_LIMIT = Option(("--limit",), "At most N of them.", "N", convert=positive)
_QUERY = Operand("QUERY", "what to look for, in the query language", Count.QUERY)
_MAYBE_QUERY = _QUERY._replace(takes=Count.MAYBE_QUERY)
_ID = Operand("ID", "an article such as a12, or a pair such as p3")
_LANG = Option(("--lang",), "Language of the text.", "LANG", _LANGS)
_PRIVATE = Option(("--private",), "Allow addresses of a private network.")
_JOBS = Option(("--jobs",), "Processes that read and analyse.", "N", convert=positive)
_LINES = Option(("--lines",), "One segment a line, empty lines too; the text is left as it is.")

READING: tuple[Command, ...] = (
    Command(
        "read",
        "Open the reader (also with no command at all).",
        "opening:read",
        (_MAYBE_QUERY,),
        (Option(("--linear",), "Numbered plain lines, for screen readers, braille displays and pipes."),),
        "Needs a terminal, unless --linear. A library without articles shows the sample corpus.",
        examples=(("visavis", "the whole library"), ("visavis read tag:later", "what is kept for later")),
    ),
    Command(
        "show",
        "Print an article, or a pair side by side.",
        "reading:show",
        (_ID,),
        (
            Option(("--side",), "Which side of a pair.", "SIDE", (*_LANGS, "both")),
            Option(("--width",), "Columns to fill.", "N", convert=positive),
            Option(("--plain",), "One side after the other, without columns: for screen readers and pipes."),
            _JSON._replace(help="One JSON object."),
        ),
        "A pair is shown with both sides, an article alone, unless --side says otherwise.",
        (("visavis show p3", "both sides"), ("visavis show a12 --side both --plain", "row after row")),
    ),
    Command(
        "facts",
        "Compare the amounts, dates and quantities of a pair.",
        "reading:facts",
        (_ID,),
        (_JSON,),
        "Each fact agrees, differs, or stands on one side only.",
        (("visavis facts p3", "the table of pair p3"),),
    ),
)

ADDING: tuple[Command, ...] = (
    Command(
        "add",
        "Add articles: files, folders, addresses, standard input.",
        "adding:add",
        (Operand("SOURCE", "a file, a folder, an address, or - for standard input", Count.MANY, files=True),),
        (
            _JOBS,
            _LANG,
            Option(("--date",), "Day of publication.", "DAY", convert=day),
            Option(("--source",), "Name of the publication.", "NAME"),
            Option(("--tag",), "Tag what is added; may be repeated.", "TAG", many=True),
            _PRIVATE,
            _JSON,
        ),
        "What is new is added, what changed is replaced, what is known is left alone. Prints one outcome an "
        "article: added, changed, unchanged, skipped or failed.",
        (
            ("visavis add ~/articles", "a folder and those inside it"),
            ("visavis add --date 2025-10-07 page.html", "a page whose day you know"),
        ),
    ),
    Command(
        "sync",
        "Fetch the subscriptions and add what is new.",
        "adding:sync",
        (Operand("URL", "addresses of subscriptions; all that are due without", Count.ANY),),
        (
            _JOBS,
            Option(("--full-text",), "Fetch the page of every new entry, and keep its text."),
            _PRIVATE,
            _JSON,
        ),
        "A feed that cannot be fetched stops no other, and is left alone for a while unless it is named.",
        (("visavis sync --quiet", "from cron"),),
    ),
    Command(
        "inspect",
        "Show what visavis makes of an input, without adding it.",
        "adding:inspect",
        (Operand("SOURCE", "a file, a folder, an address, or - for standard input", Count.MANY, files=True),),
        (
            Option(("--raw",), "Leave the text as it is, so that offsets are the input's."),
            _LINES,
            _LANG,
            _PRIVATE,
            _JSON,
        ),
        "Prints language, title, date, text, names and amounts found, and what was taken out and why.",
        (("visavis inspect page.html", "to read"), ("visavis inspect --json - < page.html", "for a program")),
    ),
    Command(
        "align",
        "Align a French and an English file.",
        "aligning:align",
        (
            Operand("FR", "the French file, or -", files=True),
            Operand("EN", "the English file, or -", files=True),
        ),
        (
            _LINES,
            Option(
                ("--format",), "What to print.", "FORMAT", ("tsv", "json", "tmx", "md", "html"), default="tsv"
            ),
            Option(("--json",), "The same as --format json."),
        ),
        "tsv has one bead a line under a heading: numbers of the English segments, of the French ones (from "
        "0, with commas, nothing for a gap), score, English text, French text.",
        (
            ("visavis align --lines fr.txt en.txt", "lines against lines"),
            ("visavis align --format tmx roman.epub novel.epub", "a translation memory"),
        ),
    ),
)

_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "PRODUCT", "EVENT", "WORK")
_SORTS = ("date", "oldest", "title", "source", "added", "words", "unread")

LISTING: tuple[Command, ...] = (
    Command(
        "list",
        "List articles.",
        "listing:rows",
        (_MAYBE_QUERY,),
        (Option(("--sort",), "Order.", "ORDER", _SORTS, default="date"), _LIMIT, _JSON),
        examples=(("visavis list is:unread lang:fr", "French articles not yet read"),),
    ),
    Command(
        "search",
        "Search, best first.",
        "listing:search",
        (_QUERY._replace(help="what to look for, or - for one query a line on standard input"),),
        (
            Option(("--across",), "Also what matches in the other language."),
            _LIMIT._replace(default=20, help="At most N results (20)."),
            _JSON,
        ),
        'Words, "a phrase", OR, -not, prefix*, fuzzy~, title: body: source: byline: entity:"…" kind: lang: '
        "is: tag: date:2025-10 date:2025-01..2025-06 date:>2024-12-31. Put -- before words that are also "
        "options.",
        (
            ("visavis search élections -sondage", "with one word, without the other"),
            ("visavis search 'title:\"prix Nobel\"' --json", "a phrase in titles, for a program"),
        ),
    ),
    Command("pairs", "List the pairs, and what speaks for each.", "listing:pairs", (), (_JSON,)),
    Command("stories", "List the stories: all articles about one event.", "listing:stories", (), (_JSON,)),
    Command(
        "entities",
        "List people, places, organisations and other names of the library.",
        "listing:entities",
        (_MAYBE_QUERY,),
        (_LIMIT, _JSON),
    ),
    Command(
        "concord",
        "Show every sentence that matches, facing its counterpart in the other language.",
        "listing:concord",
        (_QUERY,),
        (
            Option(("--format",), "What to print.", "FORMAT", ("text", "csv", "tmx"), default="text"),
            _LIMIT,
            _JSON,
        ),
        "The surest counterparts come first.",
        (("visavis concord 'mise en œuvre'", "how others translated it"),),
    ),
)

_MARKS = ("read", "unread", "star", "unstar", "tag:", "untag:")

CORRECTING: tuple[Command, ...] = (
    Command(
        "pair",
        "Say that a French and an English article tell the same story.",
        "correcting:pair",
        (Operand("FR", "the French article, such as a1"), Operand("EN", "the English article, such as a2")),
        (_JSON,),
        "Kept for good. A pair that stands already is fine.",
    ),
    Command(
        "unpair",
        "Take a pair apart, for good.",
        "correcting:unpair",
        (Operand("ID", "a pair such as p3, or one of its articles"),),
        (_JSON,),
    ),
    Command(
        "entity",
        "Say what a name really is.",
        "correcting:entity",
        (Operand("ID", "an entity as entities prints it, such as org:openai"),),
        (
            Option(("--kind",), "Its kind.", "KIND", _KINDS),
            Option(("--same",), "The entity that it is too.", "ID"),
            Option(("--ignore",), "It names nothing."),
        ),
        "Holds for all articles, and for what is added later. undo takes it back.",
        (
            ("visavis entity org:orange --kind PLACE", "the town"),
            ("visavis entity person:s-altman --same person:sam-altman", "one and the same"),
        ),
    ),
    Command(
        "edit",
        "Correct what is known of an article.",
        "correcting:edit",
        (Operand("ID", "an article such as a12"),),
        (
            Option(("--title",), "Its title.", "TEXT"),
            Option(("--date",), "Its day of publication; empty for none.", "DAY", convert=day_or_none),
            _LANG,
            Option(("--source",), "The publication's name.", "NAME"),
        ),
    ),
    Command(
        "note",
        "Write a note on an article.",
        "correcting:note",
        (Operand("ID", "an article such as a12"), Operand("TEXT", "the note", Count.MANY)),
        (),
    ),
    Command(
        "remove",
        "Remove articles from the library.",
        "correcting:remove",
        (Operand("QUERY", "a query, or ids such as a12", Count.QUERY),),
        (),
        "The files they came from stay. undo brings them back.",
    ),
    Command(
        "mark",
        "Mark articles as read, starred or tagged, or take the mark away.",
        "correcting:mark",
        (
            Operand("WHAT", "read, unread, star, unstar, tag:NAME or untag:NAME", offers=_MARKS),
            Operand("QUERY", "a query, or ids such as a12", Count.QUERY),
        ),
        (),
        examples=(("visavis mark tag:later source:lemonde", "tag all of one publication"),),
    ),
    Command("undo", "Take the last change back.", "correcting:undo"),
)

KEEPING: tuple[Command, ...] = (
    Command(
        "feeds",
        "Manage subscriptions.",
        "feeds:feeds",
        (
            Operand("ACTION", "what to do", choices=("add", "remove", "list", "import", "export")),
            Operand("FEED", "addresses; for import and export a file (OPML)", Count.ANY, files=True),
        ),
        (
            Option(("--full-text",), "add: fetch the page of every new entry, and keep its text."),
            Option(("--keep-days",), "add: keep the articles of the last N days.", "N", convert=positive),
            Option(("--keep-articles",), "add: keep the last N articles.", "N", convert=positive),
            _PRIVATE,
            _JSON,
        ),
        "add takes the address of a feed, or of a page that announces one. What is starred, tagged, noted or "
        "paired by hand is always kept. export prints the list where no file is named.",
        (
            ("visavis feeds add https://example.org/rss.xml", "subscribe"),
            ("visavis feeds add --keep-days 30 --full-text https://example.org", "a month of a site's feed"),
            ("visavis feeds import subscriptions.opml", "take over what another reader exported"),
        ),
    ),
    Command(
        "export",
        "Write articles to a file, side by side where paired.",
        "exporting:export",
        (_QUERY._replace(help="a query, or ids such as a12 and p3"),),
        (
            Option(
                ("--format",), "The format.", "FORMAT", ("md", "html", "tmx", "jsonl", "csv"), default="md"
            ),
            Option(("-o", "--output"), "The file; standard output without.", "FILE"),
        ),
        examples=(("visavis export --format html -o facing.html p3", "one page to print or send"),),
    ),
    Command(
        "doctor",
        "Say what is wrong with the library, and mend it.",
        "care:doctor",
        (),
        (Option(("--repair",), "Mend what can be mended."),),
    ),
    Command("reindex", "Build the search index again from the articles.", "care:reindex"),
    Command(
        "backup", "Copy the library to one file.", "care:backup", (Operand("FILE", "the copy", files=True),)
    ),
    Command(
        "restore",
        "Put a copy back in place of the library.",
        "care:restore",
        (Operand("FILE", "a copy made by backup", files=True),),
    ),
    Command("where", "Print where things are kept.", "care:where"),
    Command(
        "help",
        "Print this help, or that of a command.",
        "care:explain",
        (Operand("COMMAND", "a command", Count.MAYBE, commands=True),),
    ),
    Command(
        "config",
        "Write the settings file, every setting explained.",
        "care:config",
        (Operand("ACTION", "init: write the file unless it is there", choices=("init",)),),
    ),
    Command(
        "completion",
        "Print the completion script of a shell.",
        "care:completion",
        (Operand("SHELL", "the shell", choices=("bash", "zsh", "fish")),),
        examples=(("visavis completion fish > ~/.config/fish/completions/visavis.fish", "install it"),),
    ),
)

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Reading", READING),
    ("Adding", ADDING),
    ("Finding", LISTING),
    ("Correcting", CORRECTING),
    ("Keeping", KEEPING),
)

COMMANDS: dict[str, Command] = {command.name: command for _, group in GROUPS for command in group}
