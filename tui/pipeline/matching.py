"""Pairs, near copies and stories, brought up to date with what was added, changed or removed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.errors import NotFoundError
from tui.library import Library
from tui.locale import tr
from tui.model.listing import Outcome, Result
from tui.model.pair import Pair
from tui.pairing.encoder import default_encoder
from tui.pairing.features import Features
from tui.pairing.match import Change, Match, Matcher
from tui.pairing.stories import Relation, Tie, group
from tui.pipeline.facing import Opposed, aligned, opposed
from tui.pipeline.work import Inline
from tui.text.printable import clean_line

AT_ONCE = 200
"""Articles taken in between two looks at the clock, so that a long catch-up shows how far it is."""

SCORED_AT_ONCE = 50
"""Articles scored anew between two words of how far that is: a second's work."""

LOADED = 1_000
"""Articles' features held within a run, 25 MB: the same candidates come again and again."""


@dataclass(frozen=True, slots=True)
class _Decided:
    """A change that waits for its pairs: those handed out to be aligned, and those beyond ``AT_ONCE``."""

    change: Change
    fresh: frozenset[str]
    handed: list[tuple[Opposed, Future[Pair] | None]]
    rest: list[Match]


class Matching:
    """Pairing's memory of a library, loaded once a run, kept at its end; ``faults`` are pairs that failed.

    ``pool`` gives where pairs are aligned, by default here.
    """

    def __init__(self, library: Library, pool: Callable[[], Executor] = Inline) -> None:
        self._library = library
        self._pool = pool
        self._matcher: Matcher | None = None
        self._fresh: list[str] = []
        self._stale: list[str] = []
        self._decided: deque[_Decided] = deque()
        self._load = lru_cache(maxsize=LOADED)(self._features)
        self.faults: list[Outcome] = []

    def catch_up(self) -> Iterator[int]:
        """Take in what is waiting in the store; yield how many articles are done so far."""
        if not any(self._waiting()):
            return
        loaded = self._loaded()
        matcher = self._made() if loaded is None else loaded
        stale, fresh = self._waiting()
        self._forget(matcher, stale)
        for start in range(0, len(fresh), AT_ONCE):
            self._take_in(matcher, fresh[start : start + AT_ONCE])
            yield min(start + AT_ONCE, len(fresh))

    def settle(self) -> Iterator[tuple[int, int]]:
        """Write what is decided, after scoring all articles anew if the library has outgrown the scores.

        Yield how many articles are scored, and of how many.
        """
        self.land()
        if self._matcher is not None and self._matcher.outgrown:
            yield from self._score_again(self._matcher)
        self.land()

    def _score_again(self, matcher: Matcher) -> Iterator[tuple[int, int]]:
        for done in matcher.compare_again(self._load):
            if done % SCORED_AT_ONCE == 0:
                yield done, len(matcher)
        self._write(matcher.decide_again(**self._words()), ())

    def keep(self) -> None:
        """Keep the memory for the next run; what waits in the pool's queue is worked out here."""
        for decided in self._decided:
            for _, future in decided.handed:
                if future is not None:
                    future.cancel()
        self.land()
        if self._matcher is not None and (self._fresh or self._stale):
            self._library.writing.set_matched(self._fresh, self._stale, self._matcher.to_bytes())
            self._fresh, self._stale = [], []

    def _waiting(self) -> tuple[list[tuple[str, bytes]], list[str]]:
        """Return what is to be forgotten and what is to be taken in, but for what this run has done."""
        stale, fresh = self._library.writing.unmatched()
        forgotten, taken = set(self._stale), set(self._fresh)
        return [one for one in stale if one[0] not in forgotten], [one for one in fresh if one not in taken]

    def _loaded(self) -> Matcher | None:
        """Return the memory, None when it has to be made anew: missing, damaged, or of another encoder."""
        if self._matcher is None:
            state = self._library.writing.matcher_state()
            if state is not None:
                self._matcher = _read(state)
        return self._matcher

    def _made(self) -> Matcher:
        encoder = default_encoder()
        self._library.writing.forget_matched()
        self._matcher = Matcher(encoder.dim if encoder else 0)
        return self._matcher

    def _forget(self, matcher: Matcher, stale: Sequence[tuple[str, bytes]]) -> None:
        self._load.cache_clear()
        touched: set[str] = set()
        for public, data in stale:
            touched |= matcher.remove(replace(Features.from_bytes(data), id=public))
            self._stale.append(public)
        if touched:
            self._write(matcher.decide(touched, **self._words()), ())

    def _take_in(self, matcher: Matcher, fresh: Sequence[str]) -> None:
        new = [self._load(public) for public in fresh]
        change = matcher.add(new, self._load, **self._words())
        self._fresh += fresh
        self._write(change, fresh)

    def _words(self) -> dict[str, set[tuple[str, str]]]:
        """Return what the reader decided about pairs."""
        writing = self._library.writing
        return {"kept": writing.kept(), "forbidden": writing.forbidden()}

    def _write(self, change: Change, fresh: Sequence[str]) -> None:
        """Have the new pairs aligned, to be written when they are; meanwhile the run goes on.

        What is kept of pairs of ``fresh`` articles is of their earlier texts.
        """
        made = sorted(change.made, key=_age)
        handed = self._handed_out(made[:AT_ONCE])
        self._decided.append(_Decided(change, frozenset(fresh), handed, made[AT_ONCE:]))
        self.land(wait=False)

    def land(self, *, wait: bool = True) -> None:
        """Write what was decided, in that order; not to ``wait`` leaves what is still being aligned."""
        while self._decided and (wait or _is_done(self._decided[0])):
            self._put(self._decided.popleft())

    def _put(self, decided: _Decided) -> None:
        change, fresh = decided.change, decided.fresh
        pairs = list(self._results(decided.handed))
        for start in range(0, len(decided.rest), AT_ONCE):
            pairs += self._results(self._handed_out(decided.rest[start : start + AT_ONCE]))
        ends = {end for match in change.made for end in (match.fr, match.en)}
        ends |= {end for edge in change.gone for end in edge}
        present = self._present(ends | fresh | change.touched)
        self._library.writing.put_pairs(pairs, present & (ends | fresh))
        self._library.writing.rescore((match.fr, match.en, match.score) for match in change.rescored)
        self._write_stories(change, present)

    def _write_stories(self, change: Change, present: set[str]) -> None:
        members = {public: self._load(public) for public in change.touched & present}
        ties = [tie for tie in change.ties if tie.one in members and tie.two in members]
        self._library.writing.put_copies(_copies(ties), present)
        stories = sorted(group(members, ties), key=lambda story: min(map(_number, (*story.fr, *story.en))))
        self._library.writing.put_stories(stories, present)

    def _present(self, ids: set[str]) -> set[str]:
        return {public for public, _ in self._library.writing.features(ids)}

    def _handed_out(self, matches: Sequence[Match]) -> list[tuple[Opposed, Future[Pair] | None]]:
        tasks = [opposed(self._library, match) for match in matches]
        return [(two, self._submitted(two)) for two in tasks]

    def _results(self, handed: Sequence[tuple[Opposed, Future[Pair] | None]]) -> Iterator[Pair]:
        """Yield pairs in order; those that fail become faults."""
        for two, future in handed:
            try:
                yield self._result(two, future)
            except Exception as error:  # noqa: BLE001 - one pair of a run: the others go on
                self.faults.append(_fault(two, error))

    def _submitted(self, two: Opposed) -> Future[Pair] | None:
        try:
            return self._pool().submit(aligned, two)
        except BrokenExecutor:
            return None

    def _result(self, two: Opposed, future: Future[Pair] | None) -> Pair:
        """Return a pair; where no worker came to it, or one died over something, it is worked out here."""
        try:
            return future.result() if future else aligned(two)
        except (BrokenExecutor, CancelledError):
            return aligned(two)

    def _features(self, public: str) -> Features:
        for found, data in self._library.writing.features((public,)):
            return replace(Features.from_bytes(data), id=found)
        raise NotFoundError(tr("Nothing is kept for pairing {public}.", public=public))


def _is_done(decided: _Decided) -> bool:
    return all(future is None or future.done() for _, future in decided.handed)


def _fault(two: Opposed, error: Exception) -> Outcome:
    why = clean_line(f"cannot be aligned with {two.en.id}: {type(error).__name__}: {error}")
    return Outcome(Result.FAILED, two.fr.key, two.fr.id, two.fr.title, two.fr.lang, why)


def _read(state: bytes) -> Matcher | None:
    try:
        matcher = Matcher.from_bytes(state)
    except (ValueError, KeyError):
        return None
    encoder = default_encoder()
    return matcher if matcher.dim == (encoder.dim if encoder else 0) else None


def _number(public: str) -> int:
    return int(public[1:])


def _age(match: Match) -> tuple[int, int]:
    """Return what pairs are put in order by, so that the same articles get the same pair ids."""
    return _number(match.fr), _number(match.en)


def _copies(ties: Sequence[Tie]) -> Iterator[tuple[str, str]]:
    """Yield (near copy, original): the article added first is the original."""
    for tie in ties:
        if tie.relation is Relation.DUPLICATE:
            first, second = sorted((tie.one, tie.two), key=_number)
            yield second, first
