"""Spanish words of counting and of harm; labels as in ``lexicon``."""

from __future__ import annotations

REACH = 7

NUMBERS = {
    word: value
    for value, words in {
        2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve",
        10: "diez decena", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince",
        16: "dieciséis", 17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte veintena",
        21: "veintiún veintiuno veintiuna", 22: "veintidós", 23: "veintitrés", 24: "veinticuatro",
        25: "veinticinco", 26: "veintiséis", 27: "veintisiete", 28: "veintiocho", 29: "veintinueve",
        30: "treinta treintena", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
        80: "ochenta", 90: "noventa", 100: "cien ciento centenar", 200: "doscientos doscientas",
        300: "trescientos trescientas", 400: "cuatrocientos cuatrocientas",
        500: "quinientos quinientas", 600: "seiscientos seiscientas", 700: "setecientos",
        800: "ochocientos", 900: "novecientos",
    }.items()
    for word in words.split()
}  # fmt: skip
NUMBERS |= {"un": 1, "una": 1, "uno": 1}
TIMES = {"docena": 12, "mil": 1000, "millón": 10**6, "millones": 10**6}

WORDS = {
    "low": "al_menos por_lo_menos más_de no_menos_de como_mínimo un_mínimo_de cuando_menos",
    "top": "hasta menos_de como_máximo a_lo_sumo",
    "about": "unos unas cerca_de casi alrededor_de aproximadamente cerca_de_un en_torno_a"
    " un_total_de otras otros",
    "between": "entre de",
    "to": "a y o",
    "after_low": "como_mínimo al_menos o_más",
    "after_top": "como_máximo",
    "vague": "decenas cientos miles varios varias docenas numerosos muchos centenares",
    "art": "un una uno",
    "poss": "su sus el la los las",
    "of": "de",
    "and": "y e así_como",
    "or": "o u",
    "prep": "en a de del por para con desde hacia sobre cerca bajo tras contra entre al",
    "skip": "a otros otras otro otra más de los las civiles_y la",
    "be": "fueron fue han_sido ha_sido han_resultado resultaron resultó quedaron son es han ha"
    " sido están",
    "stop": "incluye incluyen dijo dijeron informó según mientras cuando después antes donde"
    " añadió declaró detenidas detenidos atrapados viven vivían esperan",
    "incl": "entre_ellos entre_ellas incluidos incluidas incluyendo incluido incluida"
    " entre_los_muertos_hay de_los_cuales de_ellos entre_los_que",
    "within": "entre_los entre_las",
    "of_them": "de_ellos de_ellas",
    "since": "desde hasta_ahora en_total",
    "total": "total balance",
    "killed*": "muertos muertas muerto muerta murieron murió asesinados asesinadas mataron mató"
    " perecieron fallecieron falleció ejecutados ejecutadas mueren muere fallecidos matado",
    "killed>": "matando mata matan matar muerte_de la_vida_a la_vida_de mató_a mataron_a"
    " ejecución_de asesinato_de cadáveres_de",
    "killed<": "perdieron_la_vida la_vida han_muerto fallecido",
    "killed^": "número_de_muertos cifra_de_muertos número_de_fallecidos balance_de_muertos",
    "killed#": "muertos muertas cadáveres cuerpos fallecidos víctimas_mortales muerto mártires"
    " muertes cadáver",
    "injured*": "heridos heridas herido herida hirieron hirió",
    "injured>": "hiriendo hiere hieren",
    "injured#": "heridos heridas herido",
    "injured^": "número_de_heridos cifra_de_heridos",
    "casualties#": "víctimas bajas",
    "displaced*": "desplazados desplazadas evacuados evacuadas huyeron huyó abandonaron salieron",
    "displaced>": "evacuación_de desplazamiento_de salida_de éxodo_de evacuar desplazando",
    "displaced<": "huido abandonado salido huir han_huido dejado_sus huyen escaparon",
    "displaced#": "desplazados refugiados evacuados",
    "returned*": "regresaron regresado volvieron retornaron",
    "detained*": "detenidos detenidas arrestados secuestrados",
    "person": "personas civiles soldados combatientes hombres rebeldes insurgentes militares"
    " habitantes milicianos yihadistas médicos rescatistas periodistas alumnos estudiantes"
    " miembros pacientes policías residentes efectivos vecinos",
    "person1": "persona civil soldado combatiente hombre rebelde militar habitante médico"
    " periodista alumno estudiante policía miliciano",
    "woman": "mujeres",
    "woman1": "mujer madre",
    "child": "niños niñas menores bebés hijos hijas",
    "child1": "niño niña menor bebé",
    "family": "familias hogares",
    "family1": "familia",
    "strikes": "bombardeos ataques proyectiles cohetes misiles barriles bombas obuses",
    "buildings": "edificios casas viviendas escuelas hospitales tiendas",
    "damage": "destruido destruidos destruidas destruyeron destruyó dañado dañados dañadas"
    " derrumbado derrumbó",
    "area": "kilómetro_cuadrado kilómetros_cuadrados km² km2",
    "area:ha": "hectárea hectáreas",
    "thing": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre coches vehículos años año meses mes semanas semana días día horas hora minutos km"
    " kilómetros metros por_ciento % barrios aldeas pueblos ciudades autobuses camiones tanques"
    " veces pisos plantas grupos posiciones toneladas euros dólares brigadas",
}
