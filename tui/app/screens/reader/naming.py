"""Setting names right, and what the library knows of them."""

from __future__ import annotations

from tui.app.asking import entity, kept
from tui.app.messages import ChoicesFound
from tui.app.screens.reader.host import Hosted
from tui.app.widgets.choice_list import Choice
from tui.locale import tr
from tui.model.article import Entity, Kind
from tui.model.wording.values import kind_name
from tui.text.printable import clean_line


class Namings(Hosted):
    """The commands on the chosen name, or on the current line of the panel of names."""

    @property
    def named(self) -> Entity | None:
        """The thing that the commands act on."""
        panel, text = self.reader.panel, self.reader.opened
        what, _, one = (
            panel.target.partition(" ") if panel.display and panel.kind == "entities" else ("", "", "")
        )
        wanted = one if what == "entity" and panel.has_focus else self.reader.view.chosen or one
        known = (entity for article in (text.sides if text else ()) for entity in article.entities)
        return next((each for each in known if each.id == wanted), None)

    def _named_or_say(self) -> Entity | None:
        if self.named is None:
            self.warn(tr("Choose a name first, with e and Enter."))
        return self.named

    def do_correct_entity(self) -> None:
        """Say what a name really is."""
        thing = self._named_or_say()
        if thing is None:
            return
        kinds = [kind for kind in Kind if not kind.is_value and kind is not thing.kind]
        choices = (
            *(Choice(str(kind), tr("its kind is {kind}").format(kind=kind_name(kind))) for kind in kinds),
            Choice("same", tr("this is the same as another name…")),
            Choice("ignore", tr("this names nothing: ignore it")),
        )
        self.choose(clean_line(thing.name), choices, lambda said: self._correct(thing, said))

    def _correct(self, thing: Entity, said: str) -> None:
        reader = self.reader
        if said == "same":
            reader.desk.ask(reader, "merge", lambda library: entity.mergeable(library, thing.id))
        else:
            action, value = ("ignore", None) if said == "ignore" else ("kind", said)
            self._set_name_right(thing, action, value)

    def offer_names(self, message: ChoicesFound) -> None:
        """Have the name chosen that another one really is."""
        thing = self.named
        if thing is None or not message.choices:
            self.warn(tr("There is no other name."))
            return
        choices = tuple(Choice(one, clean_line(text)) for one, text in message.choices)
        title = tr("{name} is the same as").format(name=clean_line(thing.name))
        self.choose(title, choices, lambda other: self._set_name_right(thing, "same", other))

    def _set_name_right(self, thing: Entity, action: str, value: str | None) -> None:
        self.reader.view.chosen = ""
        self.change(lambda library, text: kept.corrected(library, text, thing.id, action, value))

    def do_entity(self) -> None:
        """Open the page of the name."""
        thing = self._named_or_say()
        if thing is not None:
            self.reader.look.show_entity(thing)

    def do_filter(self) -> None:
        """Show the articles of the library that name it."""
        thing = self._named_or_say()
        if thing is not None:
            self.reader.look.filter_by(entity.query_of(thing.id))
