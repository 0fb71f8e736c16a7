"""What the panels say: entities, facts, details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.app.ports import Opened
from tui.app.render.cells import wrap
from tui.app.render.line import Glyphs, Line, Run
from tui.frozen import dataclass
from tui.locale import tr
from tui.model import wording
from tui.model.article import Article, Entity, Lang
from tui.model.pair import Fact, Status
from tui.model.span import Span
from tui.model.wording import dates
from tui.model.wording.values import kind_name, shown_value
from tui.text.printable import clean_line


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of a panel; ``target`` is what choosing it means: an entity, a place in a text, or nothing."""

    line: Line
    target: str = ""


def entities(opened: Opened, chosen: str, language: str) -> tuple[PanelLine, ...]:
    """List the things both sides name, most often named first: ``OpenAI 9·7`` counts FR and EN."""
    counts = {article.lang: Counter(m.entity for m in article.mentions) for article in opened.sides}
    known = {entity.id: entity for article in opened.sides for entity in article.entities}
    things = [entity for entity in known.values() if not entity.kind.is_value]
    things.sort(key=lambda entity: (-sum(counts[lang][entity.id] for lang in counts), entity.name))
    return tuple(_entity_line(entity, counts, chosen, language) for entity in things)


def _entity_line(entity: Entity, counts: dict[Lang, Counter[str]], chosen: str, language: str) -> PanelLine:
    name = clean_line(dict(entity.names).get(Lang(language)) or entity.name)
    shown = "·".join(str(counts[lang][entity.id]) for lang in counts)
    role = f"{entity.kind.lower()} chosen" if entity.id == chosen else entity.kind.lower()
    line = (Run(f"{kind_name(entity.kind):<9.9} ", "dim"), Run(name, role), Run(f"  {shown}", "dim"))
    return PanelLine(line, f"entity {entity.id}")


_ORDER = (Status.DIFFER, Status.AGREE, Status.FR_ONLY, Status.EN_ONLY)
_ROLES = {Status.DIFFER: "differ", Status.AGREE: "agree", Status.FR_ONLY: "only", Status.EN_ONLY: "only"}


def facts(opened: Opened, language: str) -> tuple[PanelLine, ...]:
    """List what the sides say: where they differ first, then where they agree, then what one says alone."""
    ordered = sorted(opened.facts, key=lambda fact: _ORDER.index(fact.status))
    return tuple(_fact_line(opened, fact, language) for fact in ordered)


def _fact_line(opened: Opened, fact: Fact, language: str) -> PanelLine:
    word, role = wording.word(fact.status), _ROLES[fact.status]
    quoted = ((lang, _quoted(opened, lang, span)) for lang, span in ((Lang.FR, fact.fr), (Lang.EN, fact.en)))
    said = [f"{lang.upper()} « {words} »" for lang, words in quoted if words]
    line = (
        Run(f"{word:<9.9} ", role),
        Run(f"{kind_name(fact.kind):<9.9} ", "dim"),
        Run(f"{shown_value(fact.value, fact.unit, fact.kind, language)}  "),
        Run("  ".join(said), "dim"),
    )
    return PanelLine(line, _place(fact))


def _quoted(opened: Opened, lang: Lang, span: Span | None) -> str:
    article = opened.side(lang)
    return clean_line(span.of(article.text)) if span and article else ""


def _place(fact: Fact) -> str:
    lang, span = (Lang.FR, fact.fr) if fact.fr else (Lang.EN, fact.en)
    return f"at {lang} {span.start}" if span else ""


def fact_counts(found: Iterable[Fact]) -> Line:
    """Return ``6 agree 1 differ 2 one side`` for the foot of the reading screen."""
    counted = Counter(fact.status for fact in found)
    alone = counted[Status.FR_ONLY] + counted[Status.EN_ONLY]
    shown = (
        (counted[Status.AGREE], tr("agree"), "agree"),
        (counted[Status.DIFFER], tr("differ"), "differ"),
        (alone, tr("one side"), "only"),
    )
    return tuple(Run(f"{number} {word} ", role) for number, word, role in shown if number)


def details(opened: Opened, cells: int, glyphs: Glyphs, language: str) -> tuple[PanelLine, ...]:
    """Say where the texts come from, why they were paired, and what cleaning removed."""
    lines = [line for article in opened.sides for line in _about(article, language)]
    return tuple(PanelLine(line) for line in (*lines, *_evidence(opened, glyphs), *_removed(opened, cells)))


def _about(article: Article, language: str) -> Iterator[Line]:
    yield (Run(str(article.lang).upper() + " ", "title"), Run(clean_line(article.title), "title"))
    said = (
        (tr("id"), article.id), (tr("byline"), article.byline),
        (tr("published"), dates.long(article.published, language) or tr("not stated")),
        (tr("source"), article.source), (tr("address"), article.url), (tr("file"), article.path),
        (tr("words"), str(len(article.text.split()))), (tr("names found by"), article.annotator),
    )  # fmt: skip
    for label, text in said:
        if text:
            yield (Run("  " + wording.labelled(label, ""), "dim"), Run(clean_line(text)))


def _evidence(opened: Opened, glyphs: Glyphs) -> Iterator[Line]:
    if opened.pair is None:
        return
    pair = opened.pair
    yield (
        Run(tr("Why these two"), "title"),
        Run(f"  {wording.how_sure(pair)} {glyphs.dot} {wording.word(pair.mode)}", "dim"),
    )
    for clue in pair.evidence:
        yield (
            Run(f"  {clue.weight:4.2f} ", "dim"),
            Run(clean_line(wording.labelled(wording.clue(clue.kind), clue.detail))),
        )


def _removed(opened: Opened, cells: int) -> Iterator[Line]:
    taken = [(article.lang, removed) for article in opened.sides for removed in article.removed]
    if taken:
        yield (Run(tr("Removed by cleaning"), "title"),)
    for lang, removed in taken:
        yield (Run(f"  {str(lang).upper()} {clean_line(wording.removal(removed.why))}", "dim"),)
        text = clean_line(removed.text)
        for start, end in wrap(text, Span(0, len(text)), cells - 4):
            yield (Run("    "), Run(text[start:end], "removed"))
