"""The words too small to search for by themselves: phrases keep them, ranking skips them."""

from __future__ import annotations

from functools import lru_cache

from tui.text.fold import fold

_FRENCH = """
a ai aie aient ait alors apres as au aucun aucune aussi autre autres aux avaient avait avec avoir ayant
c ca ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des
deux donc dont du elle elles en encore entre es est et etaient etait etant ete etes etre eu eux fait faire
fut il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me meme memes mes mon n ne ni nos notre
nous on ont or ou où par parce pas peut peuvent plus pour pourquoi puisqu qu quand que quel quelle quelles
quels quelqu qui quoi quoiqu s sa sans se sera serait seront ses si soit son sont sous sur t ta te tel telle
tes toi ton tous tout toute toutes tres tu un une vers via vos votre vous y
"""
_ENGLISH = """
a about after all also am an and any are as at be because been being between both but by can cannot could d
did do does doing done down during each either else ever few for from further had has have having he her here
hers him his how i if in into is it its ll m me might more most much must my neither no nor not of off on one
only onto or other our ours out over own per re s same shall she should so some such t than that the their
theirs them then there these they this those through thus to too under until up upon us ve very was we were
what when where whether which while who whom whose why will with within without would you your yours
"""


@lru_cache(maxsize=2)
def small_words(lang: str) -> frozenset[str]:
    """Return the small words of ``lang`` (``en``, else French), folded."""
    return frozenset(map(fold, (_ENGLISH if lang == "en" else _FRENCH).split()))
