"""What boilerplate says, in French and English: data alone, by family, with the reason for each family.

Two kinds. A *line* is a paragraph that is nothing but boilerplate: its pattern is anchored at the start,
and it goes wherever it stands. A *cue* is a turn of phrase that articles use too: cues are counted, and a
paragraph goes when they are dense, sooner at the edges of a text than in its middle. ``strong`` cues speak to
the reader of the page in the imperative, or are formulas of law; one may be enough. ``weak`` ones never are.
"""
# ruff: noqa: E501, ISC004 - a pattern a line, whatever its length, can be read and compared

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Boilerplate of one purpose: ``name`` switches it off, ``why`` is what the reader is told.

    ``addressed``: its cues count only in a paragraph that speaks to the reader.
    """

    name: str
    why: str
    lines: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    addressed: bool = False


ADDRESSED = r"(?:^|[.!?] )(?:subscribe|sign up|log in|donate|support|join|get|accept|start|click)\b|\b(?:nous|vous|notre|nos|votre|vos|we|our|us|you|your)\b|\w[- ]?nous\b|\b(?!assez|chez)\w+ez\b|\b(?:ce|this) site\b"
"""Who speaks to the reader: families that are ``addressed`` need it, for stories tell of the same things."""

FAMILIES = (
    Family(
        "newsletter",
        "newsletter or subscription line",  # asks for an address or money; says nothing of the subject
        lines=(
            r"(?:newsletters?|infolettres?|abonnez-vous|s['’]abonner|je m['’]abonne|subscribe(?: now)?|sign up(?: now)?)",
            r"(?:cet |l['’])?article (?:est )?réservé (?:à nos|aux) abonnés.{0,100}|inscription à la newsletter|je m['’]abonne.{0,40}|j['’]en profite",
            r"accédez à (?:tous|l['’]intégralité de|l['’]ensemble de) (?:nos|les|des) (?:contenus|articles).{0,80}",
            r"enter your e-?mail(?: address)?|thank you for (?:subscribing|signing up).{0,60}|you(?: have|['’]ve) (?:reached|read|used) .{0,40}(?:article limit|free articles?).{0,120}",
            r"il vous reste [\d.,]+\s?% .{0,60}à lire.{0,120}",
            r"la suite (?:de (?:cet article|ce contenu) )?est réservée (?:à nos|aux) abonnés.{0,120}",
            r"(?:this (?:article|story|content)|the rest of this article) is (?:only |exclusively )?(?:for|available to|reserved for) subscribers(?: only)?",
            r"(?:already a (?:subscriber|member)|not a subscriber(?: yet)?|(?:déjà|pas encore) abonnée?s?)\s?\?.{0,60}",
        ),
        strong=(
            r"abonnez[- ]vous\b",
            r"inscrivez[- ]vous (?:à|pour|dès|ici|gratuitement|maintenant)",
            r"recevez (?:chaque|tous les|toutes les|gratuitement|nos|toute|notre|par (?:e-?mail|courriel)|dans votre)",
            r"dans votre (?:boîte (?:mail|de réception|aux lettres)|messagerie)",
            r"subscribe (?:now|today|to (?:our|the|get|receive|continue))",
            r"sign up (?:for|to) (?:our|the|get|receive|this|your|a free)",
            r"(?:in|to|into) your inbox|en vous abonnant",
            r"get (?:our|the) (?:free |daily |weekly )*(?:newsletter|email|briefing)",
            r"start your free trial",
        ),
        weak=(
            r"newsletters?|infolettres?|lettre d['’]information",
            r"(?:déjà|pas encore) abonnée?|already a (?:subscriber|member)|not a subscriber",
            r"abonnements?|subscriptions?|subscribers?|free trial|essai gratuit|sans engagement",
            r"c['’]est gratuit|it['’]s free|gratuitement|for free|unsubscribe|désabonner|désinscrire",
            r"ne (?:manquez|ratez) (?:rien|plus|pas|aucun)|don['’]t miss|never miss|stay (?:informed|up to date|in the loop)",
            r"ne vous contentez pas|comprenez-les|adresse (?:e-?mail|électronique)|email address",
        ),
        addressed=True,
    ),
    Family(
        "donation",
        "donation or membership appeal",
        lines=(r"(?:faites|faire) un don(?: maintenant)?|donate(?: now| today)?|support (?:us|now)|soutenez[- ]nous",),
        strong=(
            r"faites un don|soutenez[- ](?:nous|notre|le journalisme|la presse|\w+ en (?:faisant|vous))",
            r"(?:votre|vos) (?:soutien|dons?|contribution|adhésion)s?\b[^.]{0,40}?\b(?:nous |est |sont |permet|compte|fait|aide)",
            r"grâce à (?:nos|ses|vos|votre) (?:lecteurs|lectrices|abonnés|dons?|soutien)",
            r"your (?:support|donation|contribution|gift|membership)s? (?:helps|allows|makes|keeps|is|will|powers|means)",
            r"support (?:now|our (?:work|journalism|newsroom|reporting)|independent journalism|us (?:by|from|with|today))",
            r"(?:make|please consider making) a (?:donation|contribution|gift)|become a (?:member|supporter|patron)",
            r"(?:we )?rely on (?:our )?readers|chip in|keep our (?:reporting|journalism) (?:free|independent|alive)",
            r"(?:consider|by) (?:supporting us|donating (?:to us|today|here|now))|consider (?:donating|a donation)|devenez (?:membre|adhérent|mécène|donateur)",
            r"si (?:vous le pouvez|vous en avez les moyens)[^.]{0,60}(?:don|souten)",
            r"if you can(?: afford it)?[^.]{0,60}(?:support|donat|contribut)",
        ),
        weak=(
            r"your support|your donation|votre soutien|votre don|vos dons|déductibles?|tax[- ]deductible",
            r"paywalls?|murs? payants?|quality (?:news|journalism|reporting)|journalisme (?:de qualité|indépendant)",
            r"independent (?:journalism|media|newsroom)|média indépendant|presse libre|free press|nos lecteurs|our readers",
            r"read more\b|en savoir plus|paid for by|accessible to (?:everyone|all)|available to everyone|accessible à tous",
            r"sans publicité|ad[- ]free|sans actionnaires?|reader[- ](?:funded|supported)|donate|crowdfund",
        ),
        addressed=True,
    ),
    Family(
        "share",
        "share or follow buttons",  # labels of buttons, read as text by whatever saved the page
        lines=(
            r"(?:partagez?|partager)(?: (?:sur|cet article|l['’]article|cette page|par|via|:).{0,60})?",
            r"(?:share|tweet|pin|email|print|imprimer|tweeter|envoyer par e-?mail)(?: (?:this|on|via|by|with|:).{0,60})?",
            r"(?:suivez[- ](?:nous|le direct)|retrouvez[- ]nous|follow us|connect with us)\b[^»”\"]{0,120}",
            r"(?:suivez|retrouvez) (?:tou\w+ |l['’]|nos |notre ).{0,80}\b(?:application|appli|newsletter|réseaux sociaux|facebook|twitter|instagram|youtube|tiktok|linkedin)\b.{0,60}",
            r"(?:cet article vous a plu|(?:vous avez )?aimé cet article|(?:did you )?(?:liked?|enjoy(?:ed)?) this (?:article|story|post))\b.{0,120}",
            r"click (?:here )?to (?:share|tweet|email|print)\b.{0,60}|join the conversation",
            r"(?:copier le lien|copy link|copied!?|lien copié\s?!?)",
            r"(?:(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest|reddit|telegram|messenger|instagram|print)"
            r"[\s,|·•/-]*){2,}",
            r"(?:ajouter|enregistrer|sauvegarder) (?:à|dans|aux) (?:mes|ma|vos) (?:favoris|articles|liste|sélection).{0,20}",
        ),
        strong=(
            r"partagez (?:cet|l['’]|sur)|share (?:this (?:article|story|post|page)|on (?:facebook|twitter|x|linkedin))",
            r"suivez[- ]nous sur|follow us on|like us on|rejoignez[- ]nous sur|retrouvez[- ]nous sur|join us on",
        ),
        weak=(r"facebook|twitter|linkedin|whatsapp|instagram|pinterest|youtube|telegram",),
    ),
    Family(
        "read-also",
        "link to other articles",  # leads away from the article; the linked title is another text's
        lines=(
            r"(?:à )?(?:lire|voir|écouter|découvrir|regarder) (?:aussi|également|plus)\b.{0,240}",
            r"à (?:lire|voir|écouter|découvrir)\s?[\]|>»–—-].{1,240}",
            r"(?:related|also read|more on this(?: story)?|see also|read (?:this )?next|recommended|in case you missed it|icymi)\s*:.{0,240}",
            r"(?:cet article (?:a (?:d['’]abord )?été|est) (?:initialement |d['’]abord |re)?publié|(?:this|the) (?:article|post|story|piece) (?:was |is )?(?:first |originally |re)+(?:published|posted|appeared))\b.{1,160}",
            r"(?:lisez|voyez|consultez|découvrez) (?:aussi|également)\s*:.{0,240}",
            r"(?:à lire|sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|pour aller plus loin)\s*:.{0,240}",
            r"(?:sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|nos derniers articles|articles? (?:liés?|similaires?|connexes?)"
            r"|les plus lus|vous aimerez aussi|(?:cela )?(?:peut|pourrait) vous intéresser|à ne pas manquer)(?:\s*:)?",
            r"(?:read|see|watch|listen)(?: (?:also|next)|\s*:| more\s*:|\s+more\s*[»→>:…]*$)(?:.{0,240})?",
            r"(?:related|more|recommended|popular|latest)(?: (?:articles?|stories|posts?|reading|coverage|news|content|topics|links))\s*:?.{0,4}",
            r"(?:you (?:may|might) also (?:like|enjoy|be interested in)|don['’]t miss|most (?:read|popular|viewed)|trending(?: now)?|more from)\b.{0,80}",
            r"more on this (?:story|topic|subject)|top stories|follow topics|latest news|what to read next|recommended (?:for you|by .{1,40})|explore more|keep reading",
            r"(?:nos|les) (?:autres|derni(?:er|ère)s) (?:articles|actualités|infos|nouvelles)|(?:articles recommandés|contenus sponsorisés)|cette vidéo peut (?:également|aussi) .{0,80}",
            r"(?:the post|l['’]article|cet article) .{1,240} (?:appeared first on|est apparu en premier sur|first appeared on) .{1,120}",
            r"(?:lire la suite|read more|continue reading|continuer la lecture|voir plus|show more|load more|en savoir plus)\s*[»→>….\]]*",
        ),
        strong=(r"(?:^|(?<=[.!?…:»\]] ))(?:à )?lire aussi|read more$|lire la suite$|continue reading",),
        weak=(r"voir aussi|see also|cliquez ici|click here|en cliquant (?:ici|sur)",),
    ),
    Family(
        "cookies",
        "cookie or privacy notice",
        lines=(
            r"(?:(?:tout )?(?:accepter|refuser)|(?:accept|reject)(?: all)?|gérer (?:mes|les) (?:cookies|choix)|manage (?:cookies|preferences))",
            r"(?:ce|cette) (?:contenu|vidéo|carte)\b.{0,80}\bcookies\b.{0,120}|pour (?:visualiser|voir|afficher|lire) .{0,80}\bcookies\b.{0,80}",
            r"this site is protected by recaptcha.{0,160}",
        ),
        strong=(
            r"(?:accepter|refuser|gérer|paramétrer) (?:tous )?(?:les |mes |vos |des )?cookies|utilis\w+ (?:de |des |les )?cookies",
            r"(?:accept|reject|manage|use|uses|using|use of) (?:all )?(?:our )?cookies|cookie (?:policy|settings|preferences|notice)",
            r"en (?:poursuivant|continuant) (?:votre|la|à) navig|by continuing to (?:use|browse)",
        ),
        weak=(
            r"cookies?|traceurs?|consentement|consent|(?:politique|règles) de confidentialité|privacy (?:policy|notice|settings)",
            r"données personnelles|personal data|nos partenaires|our partners|conditions (?:générales )?d['’]utilisation|terms of (?:use|service)",
        ),
        addressed=True,
    ),
    Family(
        "disclaimer",
        "disclaimer",
        lines=(
            r"(?:clause de non-responsabilité|disclaimer)\s*:.{0,600}",
            r"avertissement\s*:.{0,200}\b(?:conseils?|informati\w+|opinions?|responsab\w+|risques? de perte|engage\w*)\b.{0,300}",
            r"(?:the )?(?:views|opinions)(?: and opinions)? expressed (?:in|on|by|here).{0,200}",
            r"les (?:opinions|propos|points de vue) (?:exprimée?s|présentée?s|tenus) .{0,120}\b(?:auteurs?|rédaction|engagent|reflètent)\b.{0,120}",
        ),
        strong=(
            r"(?:fourni|donné|publié|présenté)e?s? (?:uniquement )?à titre (?:de référence|informatif|indicatif|d['’]information|purement)",
            r"(?:aucun|pas (?:un|de|des)) conseils? (?:en |d['’]|de |financiers?|juridiques?|fisca\w+)",
            r"ne (?:constitue|saurait constituer|constituent)(?:nt)? (?:pas|en aucun cas|ni) .{0,40}(?:conseil|recommandation|offre|sollicitation)",
            r"(?:for|intended for) (?:general )?(?:informational|information|educational|reference) purposes(?: only)?",
            r"(?:not|does not constitute|nor|is not intended as|should not be (?:considered|construed as))"
            r"(?: as)?(?: an?)?(?: \w+,?){0,3} (?:advice|recommendation|solicitation)",
            r"do your own research|faites vos propres recherches|past performance is no",
            r"n['’]engage(?:nt)? (?:pas|en rien|que) (?:la rédaction|leurs? auteurs?|l['’]auteur|le journal)",
        ),
        weak=(
            r"sollicitation|solicitation|avertissement|disclaimer|à titre (?:informatif|indicatif)|risques? de perte|risk of loss",
            r"conseils? en investissement|investment advice|financial advice|conseil financier|conseiller|responsabilité|liab(?:le|ility)",
            r"plus de détails|for more details|consultez|recommandation|offre\b|juridique|fiscalité|legal or tax",
            r"opinions? (?:de l['’]auteur|expressed|exprimées?)|do not (?:necessarily )?reflect|ne reflètent? pas|n['’]engagent? que",
        ),
    ),
    Family(
        "advertising",
        "advertising label",
        lines=(
            r"\[?(?:publicité|annonces?|pub|advertisements?|advertising|ads?|sponsored(?: content)?|contenu sponsorisé|partner content"
            r"|continue reading below|story continues below(?: (?:this )?advertisement)?|article continues (?:below|after).{0,40}"
            r"|la suite après (?:cette|la) (?:publicité|vidéo|promotion)|skip (?:ad|advertisement|to (?:main )?content)|aller au contenu(?: principal)?)\]?",
            r"sponsored by [^,.;]{1,40}",
            r"(?:we|[\w .&-]{1,40}) may (?:earn|receive) (?:an? )?(?:small )?(?:affiliate )?commissions?\b.{0,160}|as an amazon associate.{0,80}",
            r"(?:nous pouvons|[\w .&-]{1,40} peut|peuvent) (?:toucher|percevoir|recevoir) une (?:petite )?commission\b.{0,160}",
        ),
        strong=(r"(?:article|contenu|publication) sponsorisée?|sponsored (?:content|post|article) (?:by|from)|liens? (?:d['’])?affilié",),
        weak=(r"sponsorisée?|sponsored|affiliate (?:links?|commission)|commission|partenaires?|code promo|promo code|bon plan",),
    ),
    Family(
        "rights",
        "copyright line",
        lines=(r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|:|by\b)).{0,200}|copyright", r"(?:tous droits réservés|all rights reserved)\b.{0,80}", r"(?:mentions légales|legal notice)"),
        strong=(r"tous droits (?:de reproduction )?réservés|all rights reserved|reproduction (?:totale ou partielle )?interdite",
                r"may not be (?:published|reproduced|republished|copied), "),
        weak=(r"©|copyright|reproduction|mentions légales",),
    ),
    Family(
        "credit",
        "picture credit",
        lines=(
            r"\(?(?:crédits?(?: (?:photos?|images?|vidéos?|illustrations?))?|photos?|images?|illustrations?|visuel)\s*[:©]\s?.{1,100}",
            r"\(?(?:(?:photo|image|picture|video) (?:credits?|by|courtesy(?: of)?|source|caption|copyright)|credits?|photograph(?:ie|y)?)\s*[:,]\s.{1,160}",
            r"\(?(?:photo|image|picture|video) (?:credits?|by|courtesy(?: of)?)\s.{1,60}|(?:photo|image) d['’]illustration|illustration générée par .{1,40}|(?:source|crédit)\s?:\s(?:afp|reuters|ap|dr)|(?:(?:la )?rédaction )?(?:avec|with) (?:l['’])?(?:afp|reuters|ap)(?:(?:,| et| and) (?:l['’])?(?:afp|reuters|ap))*",
            r".{0,80}(?:/ ?(?:AFP|Getty Images|Reuters|AP|EPA|Shutterstock|iStock|Adobe Stock|Unsplash|Pexels|SIPA|REA)|Getty Images)\)?",
        ),
    ),
    Family(
        "page-furniture",
        "page furniture",  # counters and buttons around an article
        lines=(
            r"(?:temps de lecture|lecture|reading time)\s*:?\s*(?:environ )?\d+\s*(?:min(?:ute)?s?|mn)\.?(?: de lecture| read)?",
            r"\d+\s*[- ]?(?:min(?:ute)?s?|mn)(?: de lecture| read| de temps de lecture)",
            r"(?:\d+\s+)?(?:commentaires?|comments?|réactions?)(?:\s*\(?\d+\)?)?|(?:laisser|poster|ajouter|écrire) un commentaire",
            r"(?:leave|post|add|write) a (?:comment|reply)|(?:réagir|commenter|connectez-vous pour (?:commenter|réagir)).{0,40}",
            r"(?:voir|lire|afficher) (?:tous )?les (?:\d+ )?commentaires|(?:show|view|see|read) (?:all )?(?:\d+ )?comments|votre avis nous intéresse.{0,100}",
            r"signaler (?:une erreur|un abus|un contenu).{0,60}|report (?:an error|a problem)|imprimer (?:cet article|la page)|print this (?:page|article|story)|watch (?:the video above|live|now)",
            r"privacy policy|terms (?:of (?:use|service)|and conditions)|contact us|about us|site ?map|conditions générales(?: d['’]utilisation| de vente)?|politique de confidentialité|plan du site|nous contacter|qui sommes[- ]nous",
            r"(?:les )?commentaires (?:sont )?fermés|comments (?:are )?closed|vous (?:souhaitez|voulez) (?:réagir|commenter)\b.{0,100}",
            r"(?:your email address will not be published|required fields are marked|votre adresse (?:e-?mail|de messagerie) ne sera pas publiée|les champs obligatoires).{0,120}",
            r"(?:do you )?have (?:a|any) (?:story|news tip|tip)s?\b.{0,40}\?.{0,160}|une information à (?:nous )?(?:transmettre|signaler|partager)\b.{0,160}",
            r"(?:publié|posté|mis à jour|modifié|published|posted|updated)\s*:?\s*(?:il y a .{1,30}|.{1,30} ago|just now|à l['’]instant)",
            r"(?:tags?|étiquettes?|rubriques?|filed under|topics?|categor(?:y|ies)|catégories?)\s*:\s.{1,160}|posted in .{1,80}\btagged\b.{1,120}",
            r"(?:log ?in|sign ?in|se connecter|connexion|s['’]identifier|créer un compte|create (?:an )?account|my account|mon compte)",
            r"(?:menu|recherche(?:r)?|search|accueil|home|fermer|close|retour(?: en haut| à l['’]accueil)?|back to top|haut de page"
            r"|suivant|précédent|next|previous|imprimer|print)",
            r"(?:retour (?:à|au|aux|vers)|back to|return to)\s?(?:the |la |le |les )?:?\s?"
            r"(?:l['’])?(?:liste|accueil|sommaire|page|site|actualités?|haut|top|home(?:page)?|index|menu|contents|table|news|articles?|blog|main|list|search|previous|overview|dossier|catalogue)\b.{0,80}",
            r"(?:écouter (?:l['’]|cet )article|listen to (?:this )?article).{0,40}",
            r"(?:télécharge[rz] (?:notre|l['’]) ?appli(?:cation)?|download (?:our|the) app)\b.{0,80}",
        ),
        strong=(r"téléchargez (?:notre|l['’]) ?appli(?:cation)?|download (?:our|the) (?:free )?app",),
        weak=(r"min(?:ute)?s? read|temps de lecture|app store|google play",),
    ),
)  # fmt: skip

NEVER_FIRST = frozenset({"read-also"})
"""Families that need something above them: a title may well begin with "Watch:"."""

LONGEST_LINE = 40
"""Words of a paragraph up to which a *line* pattern is tried: beyond it, it says something else too."""

LONGEST_PARAGRAPH = 600
"""Words of a paragraph beyond which it is no boilerplate: the longest banners have 250."""

EDGE_FIRST = 2
EDGE_LAST = 4
"""Paragraphs at the start and the end of a text where boilerplate is at home."""

SPOKEN = r"[«»“”\"]|\b(?:he|she|they|said|says|told|il|elle|ils|elles|selon)\b"
"""Who is quoted or told of: an appeal in somebody's mouth is the story's."""

DENSE_AT_EDGE = 0.8
DENSE_INSIDE = 1.2
"""Cues (weighted) for each (1 + words/25): one strong cue alone takes 37 words at an edge, 16 inside."""

WORDS_A_CUE = 25
STRONG_WEIGHT = 2.0
"""What one cue counts in a paragraph that holds a strong one."""
