"""What counted things are called, alike in both languages where a small table can tell."""

from __future__ import annotations

_COMMON = """
people: personne personnes gens people person persons
year: an ans année années year years yrs
month: mois month months
week: semaine semaines week weeks
weekend: week-end week-ends weekend weekends
day: jour jours journée journées day days
night: nuit nuits night nights
hour: heure heures hour hours hrs
minute: minute minutes min mins
second: seconde secondes second seconds
decade: décennie décennies decade decades
century: siècle siècles century centuries
time: fois times
user: utilisateur utilisateurs utilisatrices usager usagers internaute internautes user users
country: pays country countries nation nations
company: entreprise entreprises société sociétés compagnie compagnies company companies firm firms
employee: employé employés salarié salariés employee employees
job: emploi emplois poste postes job jobs
worker: travailleur travailleurs ouvrier ouvriers worker workers
man: homme hommes man men
woman: femme femmes woman women
child: enfant enfants child children kid kids
student: étudiant étudiants élève élèves student students pupil pupils
family: famille familles family families
inhabitant: habitant habitants inhabitant inhabitants resident residents
citizen: citoyen citoyens citizen citizens
victim: victime victimes victim victims
death: mort morts décès death deaths
injured: blessé blessés wounded injured
soldier: soldat soldats militaire militaires soldier soldiers troops
officer: policier policiers officier officiers officer officers
vote: voix vote votes
seat: siège sièges seat seats
member: membre membres member members
player: joueur joueurs joueuse joueuses player players
team: équipe équipes team teams
goal: but buts goal goals
point: point points
game: match matchs matches game games
percent-point: points-de-pourcentage
page: page pages
word: mot mots word words
article: article articles
book: livre livres book books
copy: exemplaire exemplaires copy copies
story: histoire histoires story stories
question: question questions
house: maison maisons house houses home homes
building: bâtiment bâtiments immeuble immeubles building buildings
school: école écoles school schools
hospital: hôpital hôpitaux hospital hospitals
vehicle: véhicule véhicules vehicle vehicles
car: voiture voitures car cars
plane: avion avions plane planes aircraft
flight: vol vols flight flights
ship: navire navires bateau bateaux ship ships boat boats
tree: arbre arbres tree trees
animal: animal animaux animal animals
state: état états state states
city: ville villes city cities
village: village villages
network: réseau réseaux network networks
account: compte comptes account accounts
site: site sites website websites
package: paquet paquets package packages
bug: bogue bogues bug bugs
developer: développeur développeurs developer developers
maintainer: responsable responsables mainteneur mainteneurs maintainer maintainers
application: application applications app apps
server: serveur serveurs server servers
language: langue langues language languages
model: modèle modèles model models
version: version versions
file: fichier fichiers file files
message: message messages
image: image images picture pictures
video: vidéo vidéos video videos
patient: patient patients
case: cas case cases
dose: dose doses
doctor: médecin médecins doctor doctors
study: étude études study studies
voter: électeur électeurs voter voters
candidate: candidat candidats candidate candidates
project: projet projets project projects
program: programme programmes program programs programme
event: événement événements évènement évènements event events
attack: attaque attaques attentat attentats attack attacks
fire: incendie incendies fire fires
refugee: réfugié réfugiés refugee refugees
migrant: migrant migrants
prisoner: prisonnier prisonniers détenu détenus prisoner prisoners inmate inmates
viewer: téléspectateur téléspectateurs viewer viewers
subscriber: abonné abonnés subscriber subscribers
follower: follower followers
customer: client clients customer customers
shop: magasin magasins boutique boutiques store stores shop shops
share: action actions share shares
ticket: billet billets ticket tickets
room: chambre chambres pièce pièces room rooms
step: pas marche marches étape étapes step steps
acre: acre acres
hectare: hectare hectares ha
mile: mile miles mille-marin
foot: pied pieds foot feet ft
inch: pouce pouces inch inches
yard: yard yards verge verges
pound: pounds lb lbs
km: km kilomètre kilomètres kilometre kilometres kilometer kilometers
m: m mètre mètres metre metres meter meters
cm: cm centimètre centimètres centimetre centimetres centimeter centimeters
mm: mm millimètre millimètres millimetre millimetres millimeter millimeters
km/h: km/h kmh kph
mph: mph
km²: km² km2
m²: m² m2
kg: kg kilo kilos kilogramme kilogrammes kilogram kilograms
g: g gramme grammes gram grams
t: tonne tonnes ton tons
l: litre litres liter liters
°: ° °c degré degrés degree degrees
kw: kw kilowatt kilowatts
mw: mw mégawatt mégawatts megawatt megawatts
gw: gw gigawatt gigawatts
kb: ko kb kilo-octets kilobytes
mb: mo mb mégaoctet mégaoctets megabyte megabytes
gb: go gb gigaoctet gigaoctets gigabyte gigabytes
tb: to tb téraoctet téraoctets terabyte terabytes
barrel: baril barils barrel barrels
"""

UNITS = {
    word: name.strip()
    for name, _, words in (line.partition(":") for line in _COMMON.strip().splitlines())
    for word in words.split()
}
"""The English name of what either language's word counts."""

MEASURES = (
    "km/h", "kmh", "kph", "mph", "km²", "km2", "m²", "m2", "km", "cm", "mm", "kg", "ha", "kw", "mw", "gw",
    "°c", "°", "lbs", "lb", "ft", "gb", "mb", "tb", "kb", "go", "mo",
)  # fmt: skip
"""Signs that may touch the number before them."""

FRENCH_ONLY_SIGNS = frozenset({"go", "mo", "to"})

DIVISIBLE = frozenset(
    "year month week day night hour minute second decade century time point page mile foot inch yard pound "
    "acre hectare km m cm mm km/h mph km² m² kg g t l ° kw mw gw kb mb gb tb barrel dose".split()
)
"""Units that come in fractions."""

BEFORE_NOUN = frozenset(
    "autres nouveaux nouvelles nouvel premiers premières derniers dernières grands grandes petits "
    "petites jeunes principaux principales seuls seules bons bonnes meilleurs meilleures vieux vieilles "
    "longs longues beaux prochains prochaines différents différentes anciens anciennes mêmes simples "
    "nombreux".split()
)
"""French adjectives that stand between a number and its noun."""

STOPS = frozenset(
    "le la les l un une des du de d à au aux en dans sur pour par et ou mais qui que quoi dont où est "
    "sont était a ont avait aura sera plus moins contre selon avec sans ne se s ce cette ces il elle "
    "ils elles sous entre vers chez the a an of in on at to for by with and or but that which who whom "
    "whose is are was were be been has have had as from than then this these those it its his her their "
    "our my not into over under after before since while when if so because about would will can could "
    "should may might do does did he she they we you i us them also per each against during between "
    "across around through until".split()
)
"""Words that end the search for what is counted."""
