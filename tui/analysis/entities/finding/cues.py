"""Words that tell what the name beside them or around them is."""

from __future__ import annotations

import re

ORGANISATION = re.compile(
    r"\b(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|PLC|SA|AG|GmbH|Group|Groupe|Capital|Bank|Banque|"
    r"University|"
    r"Université|Institute|Institut|Ministry|Ministère|ministère|Department|Département|Agency|"
    r"Agence|Association|"
    r"Party|Parti|Council|Conseil|Commission|Committee|Comité|Union|Court|Cour|Tribunal|Assemblée|"
    r"Sénat|Senate|"
    r"Congress|Congrès|Parliament|Parlement|Federation|Fédération|Times|Post|News|Journal|Club|FC|AC|"
    r"Partners|"
    r"Holdings|Technologies|Systems|Labs|Foundation|Fondation|Society|Société|Office|Bureau|"
    r"Services?|Army|Armée|"
    r"Police|School|École|College|Collège|Lycée|Hospital|Hôpital|League|Ligue|Organization|"
    r"Organisation|Airlines|"
    r"Motors|Industries|Investment|Records|Orchestra|Orchestre|Brigade|Regiment|Division|Corps|Press|"
    r"Éditions|"
    r"Entertainment|Studios|Pictures|Airways|Mouvement|Movement|Front|Syndicat|Confédération|Academy|"
    r"Académie|AI)\b"
)
"""A word of an organisation's name that says what it is."""

PLACE = re.compile(
    r"\b(?:River|Lake|Mount|Mountains?|Islands?|Street|Avenue|Road|Park|County|City|Province|Sea|"
    r"Ocean|Bay|Valley|"
    r"District|Region|Airport|Square|Bridge|Palace|Rue|rue|Place|place|Îles?|Lac|lac|Mont|mont|"
    r"Rivière|Mer|mer|"
    r"Vallée|vallée|Aéroport|aéroport|Pont|pont|Château|château|Saint|Sainte|boulevard|Boulevard|"
    r"Station|Gare|"
    r"Cathedral|Cathédrale|Peninsula|Canyon|Creek|Beach|Port|Forest|Forêt|Desert|Désert|Strait|Canal|"
    r"Hill|Hills)\b"
)
"""A word of a place's name that says what it is."""

EVENT = re.compile(
    r"\b(?:War|Battle|Guerre|guerre|Bataille|bataille|Cup|Coupe|coupe|Championships?|Championnats?|"
    r"championnats?|"
    r"Olympics|Olympic Games|Olympiques|olympiques|Festival|festival|Revolution|Révolution|"
    r"révolution|Elections?|"
    r"élections?|Election|Grand Prix|Tournament|Tournoi|tournoi|Games|Jeux|Treaty|Traité|Summit|"
    r"sommet|Sommet|"
    r"Conference|Conférence|conférence|Siege|siège|Operation|opération|Opération|Open|Bowl|Crisis|"
    r"crise|Season|"
    r"saison|Season|League|Ligue|Holocaust|Massacre|massacre|Campaign|campagne|Expo|Exposition|"
    r"Marathon|Rally|"
    r"Rallye|Trophy|Trophée|Playoffs|Derby|Invasion|Uprising|Insurrection|Rebellion|Tour|Day|Fête|"
    r"Ouragan|Hurricane)\b"
)
"""A word of an event's name that says what it is."""

PRODUCT = re.compile(
    r"\b(?:[A-Z][a-z]*[A-Z]\w*|[A-Z]{1,4}-?\d+\w*|\w+\s\d+(?:\.\d+)?|i[A-Z]\w+|Boeing \w+|Airbus \w+|"
    r"Mark [IV]+|"
    r"Galaxy|Pro|Max|Edition|Engine|Class|Model|Series)\b"
)
"""The look of a product's name: capitals within, letters with digits, a number behind."""

PERSON_BEFORE = re.compile(
    r"(?:\b(?:M|MM|Mme|Mlle|Me|Dr|Pr|Mr|Mrs|Ms|Sir|Lord|Lady|Prof|[Pp]resident|[Pp]résidente?|[Mm]inister|"
    r"ministre|Premier|PDG|CEO|[Ss]enator|sénat(?:eur|rice)|député|députée|roi|reine|King|Queen|Princess?|"
    r"prince|princesse|pape|Pope|général|General|Captain|capitaine|juge|Judge|Justice|avocate?|actor|actress|"
    r"acteur|actrice|singer|chanteu(?:r|se)|coach|entraîneur|auteure?|author|fondateur|cofondateur|founder|"
    r"co-founder|leader|maire|mayor|chancelière?|[Cc]hancellor|colonel|Colonel|professeure?|"
    r"Professor)\.?\s+)$"
)
"""What stands before a person's name; sought at the end of the text before it."""

SAYING_AFTER = re.compile(
    r",?\s+(?:a (?:déclaré|dit|affirmé|annoncé|expliqué|ajouté|estimé|indiqué|précisé)|said|says|told|added|"
    r"explained|déclare|affirme|explique|estime|dit-il|tweeted|wrote|argued|insisted)\b"
)
"""What stands behind the name of someone who speaks."""

PLACE_BEFORE = re.compile(r"(?:\b[àÀ]|\b[Ii]n|\b[Nn]ear|\bvers|\bd'origine|\bprès de) $")
"""What stands before a place's name, mostly."""
