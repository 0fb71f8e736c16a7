"""The table: bindings, footer, palette, help, ``docs/keys.md`` and remapping all come from here."""

from __future__ import annotations

from tui.app.commands.model import Command, Place

_LIBRARY = frozenset({Place.LIBRARY})
_READING = frozenset({Place.READING})
_TEXTS = frozenset({Place.LIBRARY, Place.READING})
_STUDY = frozenset({Place.CONCORDANCE, Place.ENTITY})
_LISTS = frozenset({Place.LIBRARY, Place.READING, Place.PANEL, Place.CHOOSER}) | _STUDY
_PANES = frozenset({Place.LIBRARY, Place.READING, Place.PANEL}) | _STUDY


def _c(names: str, en: str, fr: str, places: frozenset[Place], footer: str = "") -> Command:
    """Read ``name key key…`` and ``label/libellé``: the table stays one command a line."""
    name, *keys = names.split()
    label, _, libelle = footer.partition("/")
    return Command(name, tuple(keys), en, fr, places, label, libelle or label)


COMMANDS: tuple[Command, ...] = (
    _c("open Enter", "open; in one pane, reveal the other side", "ouvrir ; en un volet, montrer l'autre côté",
       _LISTS, "open/ouvrir"),
    _c("leave q", "go back; from the library, leave", "revenir ; depuis la bibliothèque, quitter",
       _LISTS, "back/retour"),
    _c("back Esc ←", "go back, end a search", "revenir, finir une recherche", _LISTS),
    _c("down j ↓", "one line down", "une ligne plus bas", _LISTS),
    _c("up k ↑", "one line up", "une ligne plus haut", _LISTS),
    _c("page-down Space PgDn", "one page down", "une page plus bas", _LISTS),
    _c("page-up b PgUp", "one page up", "une page plus haut", _LISTS),
    _c("half-down Ctrl-d", "half a page down", "une demi-page plus bas", _LISTS),
    _c("half-up Ctrl-u", "half a page up", "une demi-page plus haut", _LISTS),
    _c("top g Home", "to the beginning", "au début", _LISTS),
    _c("bottom G End", "to the end", "à la fin", _LISTS),
    _c("search /", "search the library, or find in the text",
       "chercher dans la bibliothèque, ou dans le texte", _TEXTS | {Place.CONCORDANCE}, "search/chercher"),
    _c("find-next n", "next match", "occurrence suivante", _READING),
    _c("find-previous N", "previous match", "occurrence précédente", _READING),
    _c("next-bead w", "next passage", "passage suivant", _READING),
    _c("previous-bead W", "previous passage", "passage précédent", _READING),
    _c("next-difference x", "next fact on which the sides differ, or gap",
       "prochain fait où les côtés diffèrent, ou lacune", _READING, "differences/différences"),
    _c("previous-difference X", "previous difference", "différence précédente", _READING),
    _c("next-article J", "next article", "article suivant", _READING),
    _c("previous-article K", "previous article", "article précédent", _READING),
    _c("flip Tab", "to the other side", "de l'autre côté", _READING, "side/côté"),
    _c("pane-left h", "to the left pane", "au volet de gauche", _READING),
    _c("pane-right l", "to the right pane", "au volet de droite", _READING),
    _c("show-fr 1", "French alone", "le français seul", _READING),
    _c("show-en 2", "English alone", "l'anglais seul", _READING),
    _c("show-both 3", "both sides", "les deux côtés", _READING),
    _c("link =", "link or unlink the two panes", "lier ou délier les deux volets", _READING),
    _c("anchor-up <", "shift the other side up by a sentence from here on, for good",
       "décaler l'autre côté d'une phrase vers le haut à partir d'ici, pour de bon", _READING),
    _c("anchor-down >", "shift the other side down by a sentence from here on, for good",
       "décaler l'autre côté d'une phrase vers le bas à partir d'ici, pour de bon", _READING),
    _c("reanchor A", "the two passages read face each other: align what follows again",
       "les deux passages lus se font face : aligner de nouveau la suite", _READING),
    _c("split -", "split the row into one a sentence", "partager la rangée, une par phrase", _READING),
    _c("merge +", "join the row with the next one", "joindre la rangée à la suivante", _READING),
    _c("pair &", "pair the article with another one, for good", "apparier l'article à un autre, pour de bon",
       _READING),
    _c("unpair", "take the pair apart, for good", "défaire la paire, pour de bon", _READING),
    _c("note a", "write, change or take away a note on the passage",
       "écrire, changer ou ôter une note sur le passage", _READING),
    _c("note-article", "write, change or take away a note on the article",
       "écrire, changer ou ôter une note sur l'article", _READING),
    _c("bookmark B", "set or take away a bookmark", "poser ou ôter un signet", _READING),
    _c("next-bookmark '", "next bookmark or note", "signet ou note qui suit", _READING),
    _c('previous-bookmark "', "previous bookmark or note", "signet ou note qui précède", _READING),
    _c("edit M", "correct title, date, source, byline or language",
       "corriger le titre, la date, la source, la signature ou la langue", _READING),
    _c("look-up v", "look up a word of the passage; h and l go through the words",
       "chercher un mot du passage dans le dictionnaire ; h et l passent de mot en mot", _READING),
    _c("entities e", "the people, places and things named", "les personnes, lieux et choses nommés",
       _READING, "entities/noms"),
    _c("facts d", "what both sides say, one says, or differs",
       "ce que disent les deux côtés, un seul, ou ce qui diffère",
       _READING, "facts/faits"),
    _c("details i", "details, why the two were paired, what cleaning removed",
       "détails, raisons du rapprochement, texte retiré", _READING, "details/détails"),
    _c("preview p", "show or hide the preview", "montrer ou cacher l'aperçu", _LIBRARY),
    _c("zen z", "the text alone", "le texte seul", _READING),
    _c("colours c", "names lit: none, key ones, all", "noms colorés : aucun, principaux, tous", _READING),
    _c("next-mention )", "next mention of the chosen name", "mention suivante du nom choisi", _READING),
    _c("previous-mention (", "previous mention of the chosen name", "mention précédente du nom choisi",
       _READING),
    _c("read u", "mark read or unread", "marquer lu ou non lu", _TEXTS),
    _c("star s", "star, or take the star away", "marquer d'une étoile, ou l'ôter", _TEXTS),
    _c("tag t", "tag (-name takes the tag away)", "étiqueter (-nom ôte l'étiquette)", _TEXTS),
    _c("delete D", "delete (undo brings it back)", "supprimer (annuler le ramène)", _TEXTS),
    _c("undo U", "undo the last change", "annuler le dernier changement", _TEXTS),
    _c("copy y", "copy the passage", "copier le passage", _READING),
    _c("copy-pair Y", "copy both texts", "copier les deux textes", _READING),
    _c("open-link o", "open the article's page", "ouvrir la page de l'article", _READING),
    _c("pipe | P", "send the text to a command", "envoyer le texte à une commande", _READING),
    _c("sort S", "sort by date, title, source, added, unread first, oldest; results by best match first",
       "trier par date, titre, source, ajout, non lus d'abord, plus anciens ; résultats par pertinence",
       _LIBRARY),
    _c("group H", "group by month or by story, under headings",
       "grouper par mois ou par événement, sous des titres", _LIBRARY),
    _c("select v", "mark the row: commands then act on all that are marked",
       "cocher la ligne : les commandes agissent alors sur toutes les lignes cochées", _LIBRARY),
    _c("select-all V", "mark all that the list or the search shows, or nothing",
       "cocher tout ce que montre la liste ou la recherche, ou rien", _LIBRARY),
    _c("facets F", "sources, languages, kinds, names, months, with counts; Enter adds one to the search",
       "sources, langues, genres, noms, mois, avec leur nombre ; Entrée en ajoute un à la recherche",
       _LIBRARY),
    _c("across x", "search in the other language too, or no longer",
       "chercher aussi dans l'autre langue, ou plus", _LIBRARY),
    _c("like m", "more articles like this one", "d'autres articles comme celui-ci", _LIBRARY),
    _c("spelling Tab", "take the spelling proposed", "prendre l'orthographe proposée", _LIBRARY),
    _c("explain Q", "how the query was read", "comment la requête a été comprise", _LIBRARY),
    _c("keep-search K", "save the search under a name", "garder la recherche sous un nom", _LIBRARY),
    _c("searches L", "saved searches", "recherches gardées", _LIBRARY),
    _c("forget-search", "forget a saved search", "oublier une recherche gardée", _LIBRARY),
    _c("story T", "all articles about the same event", "tous les articles du même événement", _TEXTS),
    _c("entity E", "all about the chosen name: over time, with whom, in which articles",
       "tout sur le nom choisi : dans le temps, avec qui, dans quels articles", _READING),
    _c("filter L", "the library's articles that name it",
       "les articles de la bibliothèque qui le nomment", _READING | {Place.ENTITY}, "filter/filtrer"),
    _c("correct-entity !", "set the chosen name right: its kind, the same as another, ignored",
       "corriger le nom choisi : son genre, le même qu'un autre, ignoré", _READING),
    _c("concordance O", "every sentence that holds a word or phrase, facing its counterpart",
       "chaque phrase qui contient un mot ou une expression, face à sa traduction",
       _TEXTS | {Place.CONCORDANCE}),
    _c("export w", "write the concordance to a CSV or TMX file",
       "écrire la concordance dans un fichier CSV ou TMX", frozenset({Place.CONCORDANCE}), "write/écrire"),
    _c("export-texts", "write the open or marked articles to a file: md, html, tmx, csv, jsonl",
       "écrire l'article ouvert ou les articles cochés dans un fichier : md, html, tmx, csv, jsonl", _TEXTS),
    _c("add a", "add files, folders or addresses", "ajouter des fichiers, dossiers ou adresses",
       _LIBRARY, "add/ajouter"),
    _c("palette : Ctrl-p", "all commands", "toutes les commandes", _PANES),
    _c("help ? F1", "help", "aide", _PANES, "help/aide"),
    _c("language", "interface in French or English", "interface en français ou en anglais", _PANES),
    _c("theme", "next theme", "thème suivant", _PANES),
    _c("mouse", "mouse on or off", "souris active ou non", _PANES),
    _c("redraw Ctrl-l", "redraw the screen", "redessiner l'écran", _PANES),
    _c("suspend Ctrl-z", "leave for the shell; fg comes back", "passer au shell ; fg revient", _PANES),
    _c("quit Ctrl-q", "leave from anywhere", "quitter d'où que ce soit", _LISTS),
    _c("interrupt Ctrl-c", "leave at once", "quitter aussitôt", _LISTS),
)  # fmt: skip

BY_NAME = {command.name: command for command in COMMANDS}


def of_place(place: Place) -> tuple[Command, ...]:
    """Return the commands that act in a place, in the table's order."""
    return tuple(command for command in COMMANDS if place in command.places)
