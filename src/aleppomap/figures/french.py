"""French words of counting and of harm; labels as in ``lexicon``."""

from __future__ import annotations

REACH = 7

NUMBERS = {
    word: value
    for value, words in {
        2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf",
        10: "dix dizaine", 11: "onze", 12: "douze douzaine", 13: "treize", 14: "quatorze",
        15: "quinze quinzaine", 16: "seize", 20: "vingt vingtaine", 30: "trente trentaine",
        40: "quarante quarantaine", 50: "cinquante cinquantaine", 60: "soixante soixantaine",
        100: "centaine", 70: "septante", 90: "nonante", 1000: "millier",
    }.items()
    for word in words.split()
}  # fmt: skip
NUMBERS |= {"un": 1, "une": 1}
TIMES = {"cent": 100, "cents": 100, "mille": 1000, "million": 1_000_000, "millions": 1_000_000}

WORDS = {
    "low": "au_moins plus_de plus_d pas_moins_de au_minimum un_minimum_de",
    "top": "jusqu_à moins_de moins_d au_plus au_maximum",
    "about": "environ quelque près_de presque autour_de quelques_un un_total_de quasiment",
    "between": "entre de",
    "to": "à et ou",
    "after_low": "au_moins ou_plus",
    "after_top": "au_plus",
    "vague": "dizaines centaines milliers plusieurs quelques nombreux nombreuses",
    "art": "un une",
    "poss": "son sa leur leurs ses le la les",
    "of": "de d des",
    "and": "et ainsi_que",
    "or": "ou",
    "prep": "dans en à au aux sur par pour vers près sous de du des avec depuis contre chez",
    "skip": "autres autre de des d civils supplémentaires au_total du les l",
    "be": "ont_été a_été été sont est furent fut étaient ont a",
    "stop": "dit déclaré affirmé annoncé indiqué rapporté selon tandis alors lorsque quand après"
    " avant où bilan_qui arrêté arrêtées arrêtés assiégées assiégés attendent vivent vivaient",
    "incl": "dont y_compris parmi_lesquels parmi_lesquelles parmi_eux notamment incluant"
    " parmi_elles",
    "within": "parmi",
    "of_them": "parmi_eux d_entre_eux parmi_elles",
    "since": "depuis jusqu_ici",
    "total": "bilan total",
    "killed*": "tué tués tuée tuées exécutés abattus exécuté abattu morts périt péri péris",
    "killed>": "tuant tue tuent tuer la_mort_de la_mort_d mort_de mort_d la_vie_à la_vie_de"
    " décès_de exécution_de corps_de",
    "killed<": "morts mort mortes morte décédés décédé péri trouvé_la_mort perdu_la_vie"
    " sont_mortes meurent perdent_la_vie décédées succombé",
    "killed^": "nombre_de_morts nombre_de_tués bilan_des_morts nombre_des_morts bilan",
    "killed#": "morts corps cadavres décès martyrs tués mort cadavre",
    "injured*": "blessé blessés blessée blessées",
    "injured>": "blessant blesse blessent",
    "injured#": "blessés blessées blessé",
    "injured^": "nombre_de_blessés",
    "casualties#": "victimes",
    "displaced*": "déplacés déplacées évacués évacuées évacué",
    "displaced>": "évacuation_de déplaçant fuite_de exode_de départ_de poussé contraint forcé"
    " évacuer évacuant déplacement_de",
    "displaced<": "fui fuient fuyaient fuyant quitté quittent partis réfugiés réfugiées déplacées"
    " fuir ont_pris_la_fuite gagné rejoint",
    "displaced#": "déplacés réfugiés",
    "returned<": "rentrés revenus retournés rentrées revenues",
    "detained*": "arrêtés arrêtées enlevés détenus",
    "person": "personnes civils soldats combattants hommes rebelles insurgés militaires habitants"
    " miliciens jihadistes djihadistes médecins secouristes journalistes élèves étudiants membres"
    " patients policiers résidents gens",
    "person1": "personne civil soldat combattant homme rebelle militaire habitant médecin"
    " secouriste journaliste étudiant policier",
    "woman": "femmes",
    "woman1": "femme mère",
    "child": "enfants fillettes bébés mineurs garçons filles nourrissons",
    "child1": "enfant fillette bébé mineur garçon fille nourrisson",
    "family": "familles foyers ménages",
    "family1": "famille",
    "strikes": "frappes raids roquettes obus missiles barils bombes tirs",
    "buildings": "bâtiments immeubles maisons logements écoles hôpitaux boutiques",
    "damage": "détruit détruits détruite détruites endommagé endommagés endommagées effondré"
    " effondrés",
    "area": "kilomètre_carré kilomètres_carrés km² km2 km_carrés km_carré",
    "area:ha": "hectare hectares",
    "thing": "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre voitures véhicules ans an année années mois semaine semaines jour jours heure"
    " heures h minutes km kilomètres mètres pour_cent % quartiers villages villes bus camions"
    " chars fois étages groupes positions tonnes euros dollars brigades points fronts",
}
