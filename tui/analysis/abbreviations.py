"""What a full stop belongs to when it ends no sentence."""

from __future__ import annotations

from tui.model.article import Lang

NEVER = {
    Lang.FR: frozenset(
        "m mm mr mme mmes mlle mlles dr drs pr prof me mgr st ste sts av bd bld boul p ex p.ex c.-à-d cf "
        "art al fig chap éd ed vol col gal gén lt cap cdt adj sgt mis vve tél réf n nos env max min "
        "v vs sq ss resp dir trad".split()
    ),
    Lang.EN: frozenset(
        "mr mrs ms messrs dr drs prof st ste rev hon gov gen col capt lt sgt cpl cmdr adm maj brig sen rep "
        "pres supt det insp vs v e.g i.e cf al viz approx vol pp p fig art ch sec ed eds mt ft dept "
        " univ assn ave blvd rd tel ext mme".split()
    ),
}
"""Abbreviations that something always follows: titles, references."""

SOMETIMES = {
    Lang.FR: frozenset(
        "etc inc corp ltd co cie s.a s.a.r.l jr sr av.j.-c apr.j.-c j.-c u.s hab "
        "janv févr fév avr juil sept oct nov déc".split()
    ),
    Lang.EN: frozenset(
        "etc inc corp ltd co cos bros llc plc jr sr esq ph.d m.d b.a m.a no nos est "
        "jan feb mar apr jun jul aug sept sep oct nov dec".split()
    ),
}
"""Abbreviations that may end a sentence: they do when a word that opens sentences follows."""

NUMBERED = frozenset({"no", "nos", "n", "art", "p", "pp", "vol", "fig", "chap", "ch", "sec"})
"""Abbreviations that a number follows."""

OPENERS = {
    Lang.FR: frozenset(
        "le la les l un une des il elle ils elles on ce c cette ces cet mais et or donc car ni nous "
        "vous je j tu selon pour dans en au aux après avant depuis si son sa ses leur leurs à de du d "
        "par sur avec sans puis ainsi alors cependant toutefois pourtant enfin quand lorsque comme plus "
        "plusieurs tous toutes ceux celui celle notre nos votre mon ma mes qui que quoi où outre malgré "
        "parmi pendant chaque aucun rien même interrogé interrogée aujourd hier".split()
    ),
    Lang.EN: frozenset(
        "the a an in he she it they we i you this that these those but and or so if when while after before "
        "on at for from with by as to his her its their our my your there here what who why how where some "
        "many most all both each no not one two however since although though because according yet then "
        "now last under over during until despite meanwhile also still such every another once even is was "
        "are were do did does can will would could should has have had let don".split()
    ),
}
"""Words that open sentences more often than they continue names."""

SURNAME_LIKE = frozenset("le la l de du d des a i an".split())
"""Openers that also stand behind an initial, in names: J.-M. Le Clézio, E. A. Poe."""

SHOUTED = frozenset({"yahoo", "jeopardy", "mamma", "oklahoma"})
"""Names written with an exclamation mark."""
