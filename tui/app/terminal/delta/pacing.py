"""Pacing: no more is sent than the line has taken."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic

QUESTION = "\x1b[?2026$p"
"""Asked after a frame; its answer says that the terminal has read the frame."""
LAG = 2048
"""Bytes under way from which frames wait and are merged: a quarter of a second at 64 kbit/s."""
ASK_FROM = 256
"""Bytes of a frame that is worth an answer."""
LOST_AFTER = 3.0
"""Seconds after which an answer is taken for lost."""


class Pacing:
    """Counts the bytes that were sent and not yet answered for."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._under_way: deque[int] = deque()
        self._sent_at = 0.0

    @property
    def is_behind(self) -> bool:
        """Tell whether the next frame should wait."""
        return sum(self._under_way) > LAG and not self._is_lost

    @property
    def _is_lost(self) -> bool:
        return self._clock() - self._sent_at >= LOST_AFTER

    def asks(self, size: int) -> bool:
        """Note a frame of ``size`` bytes; tell whether to ask for an answer."""
        if size < ASK_FROM:
            return False
        if self._is_lost:
            self._under_way.clear()
        self._under_way.append(size)
        self._sent_at = self._clock()
        return True

    def answered(self) -> None:
        """Note an answer."""
        if self._under_way:
            self._under_way.popleft()
