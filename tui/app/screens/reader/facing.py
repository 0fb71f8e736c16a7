"""Setting right what faces what: rows, and pairs."""

from __future__ import annotations

from tui.app.adder import PAIR, REANCHOR
from tui.app.asking import facing
from tui.app.messages import ChoicesFound
from tui.app.render.page.facing import beads, segment_at
from tui.app.screens.reader.host import Hosted
from tui.app.widgets.choice_list import Choice
from tui.locale import tr
from tui.model.article import Lang


class Facings(Hosted):
    """The commands that shift, split and join rows, and that make and part pairs."""

    def do_anchor_up(self) -> None:
        """Shift the other side up from here on."""
        self._set_right("up")

    def do_anchor_down(self) -> None:
        """Shift the other side down from here on."""
        self._set_right("down")

    def do_split(self) -> None:
        """Split the row."""
        self._set_right("split")

    def do_merge(self) -> None:
        """Join the row with the next one."""
        self._set_right("merge")

    def _set_right(self, change: str) -> None:
        view = self.reader.view
        lang = view.article.lang.other
        row = self._row()
        if row is not None:
            self.change(lambda library, text: facing.changed(library, text, change, row, lang))

    def _row(self) -> int | None:
        """Return the number of the row being read, after saying so when there is none."""
        view, pair = self.reader.view, self.reader.opened.pair if self.reader.opened else None
        if pair is None:
            self.warn(tr("This article has no partner: & gives it one."))
        elif not pair.beads:
            self.warn(tr("These two are linked by passages, not by rows: A sets rows from here on."))
        elif view.bead in pair.beads:
            return pair.beads.index(view.bead)
        return None

    def do_reanchor(self) -> None:
        """Have what follows aligned again, the passages being read facing each other."""
        text, place = self.reader.opened, self._anchor()
        if text is None or text.pair is None:
            self.warn(tr("This article has no partner: & gives it one."))
        elif place is None:
            self.warn(tr("Nothing faces this passage: unlink with =, go to it on the other side, then A."))
        else:
            self.say_working()
            done = tr("Aligned again from here on; U undoes.")
            fr, en = place
            self.reader.look.adder.call(self.reader, REANCHOR, done, pair=text.id, fr=fr, en=en)

    def _anchor(self) -> tuple[int, int] | None:
        """Return the French and the English segment to face each other: at a gap, those of the next row."""
        view = self.reader.view
        if len(view.panes) > 1 and not view.linked:
            places = zip(view.articles, (pane.here for pane in view.panes), strict=True)
            at = {article.lang: segment_at(article, line.start) for article, line in places if line}
            return (at[Lang.FR], at[Lang.EN]) if len(at) > 1 else None
        known, bead = beads(self.reader.opened) if self.reader.opened else (), view.bead
        ahead = known[known.index(bead) :] if bead is not None else ()
        return next(((one.fr[0], one.en[0]) for one in ahead if not one.is_gap), None)

    def do_pair(self) -> None:
        """Ask for words of the other article."""
        lang = self.reader.view.article.lang.other.upper()
        question = tr("Pair with the {lang} article about (nothing: the newest single ones)")
        self.ask_line(question.format(lang=lang), "", self._seek_partner)

    def _seek_partner(self, words: str) -> None:
        reader, article = self.reader, self.reader.view.article
        reader.desk.ask(reader, "partners", lambda library: facing.partners(library, article, words))

    def offer_partners(self, message: ChoicesFound) -> None:
        """Have a partner chosen."""
        if not message.choices:
            self.warn(tr("No article of the other language was found."))
            return
        choices = tuple(Choice(one, text) for one, text in message.choices)
        self.choose(tr("Pair with"), choices, self._pair)

    def _pair(self, other: str) -> None:
        self.say_working()
        own = self.reader.view.article.id or ""
        said = tr("Paired for good; U undoes.")
        self.reader.look.adder.call(self.reader, PAIR, said, one=own, other=other)

    def do_unpair(self) -> None:
        """Take the pair apart for good."""
        if self.reader.opened is None or self.reader.opened.pair is None:
            self.warn(tr("This article has no partner: & gives it one."))
        else:
            self.change(facing.unpaired)
