"""The cleaning rules: what goes, what stays, and why."""

# ruff: noqa: E501 - sentences stand as they are read
from __future__ import annotations

import pytest

from tests.ingest.builders import document, reasons, texts
from tui.ingest.cleaning.boilerplate import family_of
from tui.ingest.cleaning.rules import NAMES
from tui.ingest.options import ReadOptions

PARAGRAPHS = (
    "Le pont suspendu de Lavigne a été rouvert mardi aux piétons, un an après la crue qui l'avait emporté.",
    "Les habitants des deux rives devaient faire un détour de vingt kilomètres pour se rendre au marché.",
    "La région a payé la moitié des travaux, et l'État presque tout le reste, selon la préfecture.",
    "Un second pont, réservé aux cyclistes, doit être construit en aval avant la fin de la décennie.",
    "Le maire a promis qu'aucun arbre ne serait abattu, ce dont doutent plusieurs associations locales.",
)
BODY = "\n\n".join(PARAGRAPHS)

BOILERPLATE = {
    "newsletter": (
        "Inscrivez-vous à notre infolettre pour ne rien manquer de l'actualité de votre région.",
        "Recevez chaque matin l'essentiel de l'actualité dans votre boîte mail. C'est gratuit et sans engagement.",
        "Want more stories like this? Sign up for our weekly newsletter and never miss a thing.",
        "Subscribe to the Harbour Post for unlimited access. Already a subscriber? Log in.",
    ),
    "donation": (
        "Votre soutien nous permet de rester indépendants. Faites un don dès aujourd'hui, même petit : nos lecteurs sont notre seule ressource.",
        "Our newsroom has no shareholders. Your donation keeps our journalism free for everyone. Support us today and become a member.",
    ),
    "share": ("Partager sur Facebook", "Suivez-nous sur Twitter et Instagram", "Share this article", "Facebook | Twitter | WhatsApp"),
    "read-also": ("Lire aussi : Les ponts de la région sont vieux", "À lire également : notre dossier", "Related articles", "Read more: The bridge that fell"),
    "cookies": ("En poursuivant votre navigation, vous acceptez l'utilisation des cookies et notre politique de confidentialité.", "We use cookies to improve your experience. Accept all cookies or manage your privacy settings."),
    "disclaimer": (
        "Cet article est publié à titre informatif et ne constitue pas un conseil en investissement.",
        "This article is for informational purposes only and is not financial advice.",
    ),
    "advertising": ("Publicité", "La suite après la publicité", "Advertisement", "Sponsored content"),
    "rights": ("© 2024 Le Relais. Tous droits réservés.", "All rights reserved."),
    "credit": ("Crédit photo : Paul Martin", "Photo: Jane Roe/Reuters"),
    "page-furniture": ("Temps de lecture : 4 min", "5 min read", "12 commentaires", "Retour en haut"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in BOILERPLATE.items() for line in lines]
)
def test_boilerplate_below_an_article_goes_and_can_be_kept(name: str, line: str) -> None:
    found = document(f"{BODY}\n\n{line}")
    assert texts(found) == list(PARAGRAPHS)
    assert [removed.text for removed in found.removed] == [line]
    family = family_of(line, edge=True)
    assert family is not None
    kept = document(f"{BODY}\n\n{line}", options=ReadOptions(off_rules=frozenset({family.name})))
    assert texts(kept)[-1] == line
    assert name in NAMES
    assert family.name in NAMES


@pytest.mark.parametrize(
    "sentence",
    [
        "Le journal a perdu un tiers de ses abonnés en dix ans, et sa lettre d'information n'y a rien changé.",
        "La ministre a demandé votre confiance aux électeurs et leur a rappelé que votre soutien l'avait portée là.",
        "The company said that cookies will disappear from its browser next year, to the regret of advertisers.",
        "She read more than forty books that year and gave each of them to the library of her village.",
        "Le photographe partage son temps entre Paris et Dakar, où il a ouvert une école en 2012.",
        "Investors were told that past results say nothing about the future, the judge found.",
        "Suivez la rivière jusqu'au vieux moulin : c'est là que les deux armées se sont rencontrées.",
    ],
)
def test_sentences_that_speak_of_such_things_stay(sentence: str) -> None:
    assert texts(document(f"{BODY}\n\n{sentence}"))[-1] == sentence


def test_a_long_banner_above_goes() -> None:
    banner = (
        "Your support helps us stay on the ground. Read more. Our reporters follow the money, from city halls to "
        "courts, and unlike other outlets we put up no paywall: quality journalism should be available to everyone. "
        "Your donation keeps it so. Donate now."
    )
    found = document(f"{banner}\n\n{BODY}")
    assert texts(found) == list(PARAGRAPHS)
    assert reasons(found) == {"donation or membership appeal"}


def test_a_body_pasted_twice_is_kept_once_with_the_title_above_the_second() -> None:
    notice = (
        "Le contenu est donné à titre indicatif uniquement et ne constitue en aucun cas une recommandation."
    )
    found = document(f"{BODY}\n\n{notice}\n\nLe pont de Lavigne est rouvert\n\n{BODY}")
    assert found.title == "Le pont de Lavigne est rouvert"
    assert texts(found) == list(PARAGRAPHS)
    assert {"disclaimer", "body pasted twice"} <= reasons(found)


def test_a_body_pasted_twice_under_its_title_is_kept_once() -> None:
    one = f"Le pont de Lavigne est rouvert\n\n{BODY}"
    found = document(f"{one}\n\n{one}")
    assert found.title == "Le pont de Lavigne est rouvert"
    assert texts(found) == list(PARAGRAPHS)


def test_repeated_captions_go() -> None:
    title = "Le pont de Lavigne est rouvert"
    pieces = [
        title,
        PARAGRAPHS[0],
        title,
        PARAGRAPHS[1],
        "La crue de l'an dernier",
        PARAGRAPHS[2],
        title,
        PARAGRAPHS[3],
    ]
    found = document("\n\n".join(pieces))
    assert found.title == title
    assert title not in found.text
    assert texts(found, "heading") == ["La crue de l'an dernier"]


def test_a_refrain_of_two_words_stays() -> None:
    found = document(f"{PARAGRAPHS[0]}\n\nNon, non.\n\n{PARAGRAPHS[1]}\n\nNon, non.\n\n{PARAGRAPHS[2]}")
    assert texts(found).count("Non, non.") == 2


@pytest.mark.parametrize(
    "line",
    ["Publicité", "Subscribe now", "Lire aussi : le pont", "© 2024", "Abonnez-vous à notre newsletter."],
)
def test_a_text_is_never_emptied(line: str) -> None:
    assert document(line).text == line
    assert document(f"{line}\n\n{line}").text


@pytest.mark.parametrize("rule", ["boilerplate", "body-twice", "head", "repeats", "headings"])
def test_each_rule_can_be_switched_off(rule: str) -> None:
    caption = "Le pont vu du ciel"
    text = f"Le pont est rouvert\n\n{caption}\n\n{BODY}\n\nDeux ans de travaux\n\n{caption}\n\nPublicité\n\n{BODY}\n\nFin de tout."
    off = document(text, options=ReadOptions(off_rules=frozenset({rule})))
    assert off != document(text)
    assert rule in NAMES


def test_a_line_that_the_next_one_goes_on_with_is_no_title() -> None:
    first, second = (
        "La pluie est tombée toute la nuit",
        "sur la ville de Dax, et les rues étaient vides au matin.",
    )
    found = document(f"{first}\n\n{second}\n\n{BODY}")
    assert found.title is None
    assert texts(found)[:2] == [first, second]


def test_a_byline_brings_its_date() -> None:
    found = document(f"Le pont rouvre\nPar Ada Byron - Publié le 3 mai 2024\n\n{BODY}")
    assert (found.title, found.byline, str(found.published)) == ("Le pont rouvre", "Ada Byron", "2024-05-03")
