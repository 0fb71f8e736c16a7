"""What stands around articles is told from what stories say of the same things."""

# ruff: noqa: E501 - sentences stand as they are read
from __future__ import annotations

import pytest

from tests.ingest.builders import document, reasons, texts
from tui.ingest.cleaning.boilerplate import family_of

AROUND = """
À lire également : Le budget de la ville adopté de justesse
Lire aussi > Pourquoi les abeilles disparaissent
>> À lire aussi : les dix livres de la rentrée
Sur le même sujet
À voir également
Voir aussi : notre dossier spécial climat
[À LIRE] Comment la région a changé en vingt ans
Retrouvez tous nos articles sur Facebook, Twitter et Instagram.
Suivez toute l'actualité en temps réel en téléchargeant notre application.
Inscrivez-vous à notre newsletter pour ne rien manquer de l'actualité.
Cet article vous a plu ? Partagez-le sur les réseaux sociaux !
Vous souhaitez réagir à cet article ? Laissez un commentaire.
Article réservé aux abonnés
Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés.
La suite est réservée aux abonnés. Déjà abonné ? Connectez-vous
Pour lire la suite, abonnez-vous à partir de 1 € par mois.
Nous utilisons des cookies pour améliorer votre expérience. En poursuivant votre navigation, vous acceptez leur utilisation.
Ce site utilise des cookies afin de vous proposer des contenus adaptés à vos centres d'intérêt.
Ce contenu n'est pas visible à cause du paramétrage de vos cookies.
Pour visualiser ce contenu vidéo, veuillez accepter les cookies publicité.
Soutenez une presse libre et indépendante : faites un don à partir de 5 euros.
Notre journal vit grâce à ses lecteurs. Votre don, même modeste, nous permet de continuer.
Temps de lecture : 4 minutes
Lecture 3 min.
Mis à jour il y a 3 heures
Crédit photo : Jean Dupont / La Gazette
© AFP/Archives - Marie DURAND
(Photo by John Smith/Getty Images)
Tous droits réservés. Reproduction interdite sans autorisation.
Les commentaires sont fermés.
Commentaires (12)
Partager
Tweeter
Copier le lien
Écouter cet article
Publicité
La suite après la publicité
PUBLICITÉ
Recevez nos alertes info par e-mail.
Chaque matin, recevez l'essentiel de l'actualité dans votre boîte mail.
Le club est l'espace de libre expression des abonnés. Ses contenus n'engagent pas la rédaction.
Avec AFP
Subscribe to our newsletter and never miss a story.
Sign up for our daily briefing
Get the latest news delivered straight to your inbox every morning.
Follow us on Twitter and Facebook for more.
Read more: Why the bees are leaving
READ MORE: City council passes budget by one vote
Related: Ten books for the autumn
Also read: how the port was rebuilt
More on this story
Related Topics
You may also be interested in:
We use cookies to give you the best experience on our website.
By continuing to use this site you agree to our use of cookies.
This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.
We may earn a commission if you buy something through links on our site.
As an Amazon Associate I earn from qualifying purchases.
If you value independent journalism, please consider making a donation today.
Our journalism is free for everyone thanks to readers like you. Support us with a monthly gift.
Already a subscriber? Sign in
This article is for subscribers only.
To continue reading, subscribe today for £1 a week.
Copyright 2024 The Daily Post. All rights reserved.
The views expressed in this article are the author's own and do not necessarily reflect those of the newspaper.
4 min read
Listen to this article
Share this article
Share on Facebook
Click here to share on WhatsApp
Advertisement
Article continues below advertisement
Story continues below
Image source, Getty Images
Image caption, The bridge after the storm
Photograph: Anna Field/The Post
Comments are closed.
Leave a Reply
Your email address will not be published. Required fields are marked *
Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
Join the conversation
Have a story? Email our newsdesk at news@example.com
Do you have a tip? Contact the reporter at tips@example.com.
Download our free app for breaking news alerts.
Skip to main content
Follow Topics
Top stories
Trending
This post first appeared on The Harbour Blog.
Retour à la liste des actualités
Tags : économie, région, emploi
Filed under: Local, Politics
Topics: transport, railways
Categories: News
Posted in News | Tagged rail, works
"""

TOLD = """
Le maire a invité les habitants à faire un don à la Croix-Rouge après les inondations.
Le journal a perdu la moitié de ses abonnés en dix ans, selon son directeur.
Facebook, Instagram et WhatsApp ont connu une panne mondiale pendant six heures lundi.
La CNIL a condamné le site à une amende de 50 millions d'euros pour avoir utilisé des cookies sans consentement.
L'entreprise a partagé ses résultats sur Twitter, avant de supprimer le message.
« Suivez-nous ! » a crié le guide avant d'entrer dans la grotte.
Le tribunal a jugé que les droits réservés aux auteurs avaient été violés.
Elle a soutenu le journalisme indépendant toute sa vie.
Les lecteurs de la bibliothèque peuvent lire aussi des journaux étrangers.
Le commentaire du ministre a surpris la salle.
Crédit agricole annonce un bénéfice record au troisième trimestre.
Publicité mensongère : trois fabricants condamnés en appel
Images d'archives à l'appui, l'historien raconte la libération de la ville.
The charity asked people to make a donation to the flood appeal.
The paper lost half its subscribers in ten years, its editor said.
Facebook and WhatsApp went down for six hours on Monday.
The regulator fined the site for using cookies without consent.
Share prices fell on Monday after the report.
Related companies were also fined by the regulator.
Read more books, the minister told pupils.
Follow the river for two miles and you reach the mill.
Copyright law has not kept up with machines that learn, the judge wrote.
Comments by the minister angered the unions.
More than 300 people joined the conversation at the town hall.
Advertisement revenue fell by a fifth last year.
Photo albums from the war were found in the attic.
Support for the government has fallen to 30 percent.
Sign language is taught in three schools of the county.
Top stories of the war are told again in this book by a retired sailor.
Topics discussed at the summit included trade, fishing and the border.
Tags sewn into the coats helped police to find the owner.
Search teams went back to the mountain at dawn.
Next to the church stands a house that nobody remembers being built.
Print newspapers still sell a million copies a day.
Pour aller plus loin, il faudrait que les deux pays signent un accord sur la pêche.
À lire les journaux du matin, la partie est déjà jouée.
Voir la mer une dernière fois : c'était son vœu, et sa fille l'a conduite à Royan.
Partager le pouvoir ne lui a jamais plu.
Retour aux sources pour le chanteur, qui a enregistré dans le village de son enfance.
Avertissement : le volcan pourrait se réveiller, disent les géologues.
Recevez-vous des menaces ? a demandé le juge au témoin.
Les plus lus des romans de l'année viennent de petites maisons d'édition.
Source d'inquiétude pour les maires, la loi sera votée en juin.
Photo de classe : trente ans après, ils se retrouvent dans la cour de l'école.
Watch makers in Geneva have sold fewer watches since the war began.
Contact with the ship was lost at noon.
Vidéo à l'appui, la police a convaincu le jury.
Abonnements : le club de football a vendu 12 000 places.
Votre honneur, a dit l'avocate, mon client n'a rien fait.
Nous avons vos enfants, disait la lettre.
We are sorry, the company said, for what we did to our workers.
Your vote counts, the candidate told a crowd of 3,000.
Notre travail, c'est de sauver des vies, explique la médecin.
You may also have heard the story of the two brothers.
Print is not dead, says the owner of the last newspaper kiosk in town.
Update: what the new law changes for tenants
Sign of the times: the village shop now sells charging cables.
Donate blood, says the hospital, and save three lives.
We will never surrender our independent journalism, the editor wrote from prison.
Join the army, his father told him, and see the world.
Avec Reuters, il a couvert trois guerres avant de rentrer à Lyon.
Privacy policy experts met in Brussels on Tuesday.
Partagez le pain, disait-elle, et la table sera gaie.
"""


@pytest.mark.parametrize("line", AROUND.strip().split("\n"))
def test_what_stands_around_articles_goes(line: str) -> None:
    assert family_of(line, edge=True) is not None


@pytest.mark.parametrize("line", TOLD.strip().split("\n"))
@pytest.mark.parametrize("edge", [True, False])
def test_what_stories_tell_stays(line: str, edge: bool) -> None:
    assert family_of(line, edge=edge) is None


STORY = (
    "Le maire a promis de rouvrir le pont avant l'été.",
    "Les habitants attendent depuis un an et demi, et le passeur a vendu sa barque.",
)


@pytest.mark.parametrize(
    ("appeal", "why"),
    [
        (
            "Vous appréciez nos articles ? Soutenez-nous : votre don nous permet de continuer.",
            "donation or membership appeal",
        ),
        ("Recevez chaque matin nos articles dans votre boîte mail.", "newsletter or subscription line"),
    ],
)
def test_an_appeal_run_into_a_paragraph_is_cut_off(appeal: str, why: str) -> None:
    found = document(f"{' '.join(STORY)} {appeal}\n\n{STORY[1]}")
    assert texts(found) == [" ".join(STORY), STORY[1]]
    assert reasons(found) == {why}


@pytest.mark.parametrize(
    "told",
    [
        "« Soutenez-nous, votre don nous permet de vivre », avait lancé la patronne à la foule.",
        "Your support makes the difference, she told the crowd.",
    ],
)
def test_an_appeal_that_is_told_stays(told: str) -> None:
    assert texts(document(f"{STORY[0]} {told}"))[-1].endswith(told)
