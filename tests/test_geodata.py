"""The gazetteer's files: the real ones are clean, and every rule finds what breaks it."""

from __future__ import annotations

import csv
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap import geodata
from aleppomap.fold import fold_name
from aleppomap.geodata.files import OUTLINES, TABLES
from aleppomap.model import Confidence, DataFault

REAL = Path(__file__).resolve().parents[1] / "data" / "geo"
FACTS = Path(__file__).resolve().parents[1].parent / "shared" / "gazetteer"
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the facts are not beside the checkout")

# --- a small folder with one place of each sort ---------------------------------

SQUARE = [[[37.1, 36.2], [37.2, 36.2], [37.2, 36.3], [37.1, 36.3], [37.1, 36.2]]]


def feature(place_id: str, coordinates: object) -> str:
    geometry = {"type": "Polygon", "coordinates": coordinates}
    whole = {"type": "Feature", "properties": {"id": place_id}, "geometry": geometry}
    return json.dumps(whole, separators=(",", ":"))


def line(file: str, **cells: str) -> str:
    return "\t".join(cells.get(column, "") for column in TABLES[file].columns)


PLACE = {"outside_city": "no", "source": "atlas", "position": "read off a map"}
TOY = {
    "places.tsv": [
        line("places.tsv", id="aleppo", kind="city", name_en="Aleppo", confidence="none", **PLACE),
        line(
            "places.tsv",
            id="garden",
            kind="park",
            name_en="Garden",
            lon="37.12000",
            lat="36.22000",
            confidence="medium",
            uncertainty_m="400",
            part_of="quarter",
            **PLACE,
        ),
        line(
            "places.tsv",
            id="quarter",
            kind="neighbourhood",
            name_en="Quarter",
            name_ar="الحي",
            lon="37.15000",
            lat="36.25000",
            confidence="high",
            part_of="aleppo",
            area_km2="1.000",
            **PLACE,
        ),
        line(
            "places.tsv",
            id="tower",
            kind="landmark",
            name_en="Tower",
            confidence="none",
            part_of="quarter",
            **PLACE,
        ),
    ],
    "names.tsv": [
        "garden\tGarden\ten\tcommon\tno\t\tatlas",
        "quarter\tالحي\tar\tofficial\tno\t\tatlas",
        "quarter\tQuarter\ten\tcommon\tyes\tcommon word\tatlas",
        "quarter\tTurm\tde\tnickname\tyes\tcommon word\tatlas",
        "tower\tTurm\tde\tvariant\tno\t\tatlas",
        "tower\tTower\ten\tcommon\tno\t\tatlas;press",
    ],
    "sources.tsv": ["atlas\tan atlas\tfree\t\tits makers", "press\tnewspapers\tfacts\t\tmany"],
    "corrections.tsv": ["places.tsv\tgarden\tlon lat\t1 2\t37.12000 36.22000\ta slip\tatlas"],
    "senses.tsv": ["common word\tword\t"],
    "ambiguities.tsv": ["turm\tquarter;tower\tthe building is the tower"],
    "elsewhere.tsv": [
        "aleppo\taleppo-city\tAleppo\tAleppo\ten\tSyria",
        "paris\toutside\tParis\tParis\ten\tFrance",
        "paris\toutside\tParis\tParís\tes\tFrance",
    ],
    OUTLINES: [feature("quarter", SQUARE)],
}


def write_folder(folder: Path, lines: dict[str, list[str]]) -> Path:
    for name, rows in lines.items():
        if name == OUTLINES:
            text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n"
        else:
            text = "\n".join(["\t".join(TABLES[name].columns), *rows, ""])
        (folder / name).write_text(geodata.canonical_text(name, text), encoding="utf-8")
    return folder


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return write_folder(tmp_path, TOY)


def test_the_small_folder_is_clean(toy: Path) -> None:
    assert geodata.check_folder(toy, fold_name) == []


ALLOWED_ROLES = "common, historical, label, nickname, official, variant"
BROKEN = [
    # places: lists, ids, parents
    ("places.tsv", "\tpark\t", "\tlawn\t", "places.tsv:3: kind is 'lawn'; allowed: camp, cemetery"),
    ("places.tsv", "medium", "sure", "places.tsv:3: confidence is 'sure'; allowed: high, medium"),
    ("places.tsv", "\tTower\t", "\t", "places.tsv:5: 17 fields; allowed: 18 fields with tabs"),
    (
        "places.tsv",
        "garden\t",
        "Old_Garden\t",
        "places.tsv:3: id is 'Old_Garden'; allowed: small letters, digits and single hyphens",
    ),
    ("places.tsv", "garden\t", "tower\t", "places.tsv:5: 'tower' is also line 3; allowed: one row"),
    ("places.tsv", "\tGarden\t", "\t\t", "places.tsv:3: name_en is empty; allowed: a value"),
    (
        "places.tsv",
        "\taleppo\t",
        "\tatlantis\t",
        "places.tsv:4: part_of 'atlantis' is no place; allowed: an id of places.tsv",
    ),
    (
        "places.tsv",
        "\taleppo\t",
        "\tgarden\t",
        "places.tsv:3: part_of runs in a loop: garden > quarter > garden; allowed: an end",
    ),
    (
        "places.tsv",
        "\tatlas\tread off a map\t\t\t\n",
        "\tguess\tread off a map\t\t\t\n",
        "places.tsv:2: source 'guess' is unknown; allowed: ids of sources.tsv, ; between",
    ),
    # places: positions
    (
        "places.tsv",
        "37.12000\t36.22000",
        "36.22000\t37.12000",
        "places.tsv:3: lon 36.22000, lat 37.12000 is out of range; "
        "allowed: lon 37 to 37.35, lat 36.1 to 36.32, or outside_city yes",
    ),
    (
        "places.tsv",
        "37.12000",
        "37.120001",
        "places.tsv:3: lon '37.120001', lat '36.22000'; "
        "allowed: degrees with 1 to 5 decimals, or both empty",
    ),
    (
        "places.tsv",
        "37.12000\t",
        "\t",
        "places.tsv:3: lon '', lat '36.22000'; "
        "allowed: degrees with 1 to 5 decimals, or both empty",
    ),
    (
        "places.tsv",
        "37.15000\t36.25000",
        "37.25000\t36.25000",
        "places.tsv:4: the point 37.25000 36.25000 is not in the outline; "
        "allowed: a point inside it",
    ),
    (
        "places.tsv",
        "37.12000\t36.22000",
        "\t",
        "places.tsv:3: no coordinate, yet a confidence, an uncertainty or an outline; "
        "allowed: confidence none, uncertainty_m empty, no outline",
    ),
    (
        "places.tsv",
        "none\t\tquarter",
        "none\t\t",
        "places.tsv:5: neither a coordinate nor part_of; allowed: at least one of them",
    ),
    (
        "places.tsv",
        "medium\t400",
        "none\t400",
        "places.tsv:3: confidence is none beside a coordinate; allowed: high, medium or low",
    ),
    (
        "places.tsv",
        "medium\t400",
        "medium\t",
        "places.tsv:3: a point without outline and without uncertainty_m; allowed: whole metres",
    ),
    (
        "places.tsv",
        "\t400\t",
        "\t0.4 km\t",
        "places.tsv:3: uncertainty_m is '0.4 km'; allowed: whole metres, or empty",
    ),
    (
        "places.tsv",
        "1.000",
        "about one",
        "places.tsv:4: area_km2 is 'about one'; allowed: a number with 3 decimals, or empty",
    ),
    # names
    (
        "names.tsv",
        "garden\t",
        "gardens\t",
        "names.tsv:2: 'gardens' is no place; allowed: an id of places.tsv",
    ),
    (
        "names.tsv",
        "garden\t",
        "quarter\t",
        "places.tsv:3: 'garden' has no such name as name_en; allowed: a name of names.tsv",
    ),
    (
        "names.tsv",
        "الحي\tar",
        "الحي\ten",
        "names.tsv:3: 'الحي' has 'الحي'; allowed: letters of the language 'en'",
    ),
    (
        "names.tsv",
        "Garden",
        "Gаrden",  # its second letter is Cyrillic
        "names.tsv:2: 'Gаrden' has 'а'; allowed: letters of the language 'en'",
    ),
    ("names.tsv", "Garden\ten", "Garden\txx", "names.tsv:2: lang is 'xx'; allowed: ar, cs, de"),
    (
        "names.tsv",
        "nickname",
        "alias",
        f"names.tsv:4: role is 'alias'; allowed: {ALLOWED_ROLES}",
    ),
    (
        "names.tsv",
        "nickname\tyes",
        "nickname\tno",
        "names.tsv:4: ambiguous and ambiguous_note disagree; "
        "allowed: a note with yes, none with no",
    ),
    ("names.tsv", "common\tno\t\tatlas", "common\tno\t\t", "names.tsv:2: source is empty; allowed"),
    (
        "names.tsv",
        "Garden\ten",
        "--\ten",
        "names.tsv:2: '--' folds to nothing; allowed: a name with letters",
    ),
    # outlines
    (
        OUTLINES,
        '"quarter"',
        '"half"',
        "outlines.geojson:2: 'half' is no place; allowed: an id of places.tsv",
    ),
    (
        OUTLINES,
        "[37.2,36.3],[37.1,36.3]",
        "[37.1,36.3],[37.2,36.3]",
        "outlines.geojson:2: the Polygon of 'quarter' is empty, crosses itself or is no area; "
        "allowed: a valid Polygon or MultiPolygon",
    ),
    (
        OUTLINES,
        "[[[37.1,36.2],[37.2,36.2],[37.2,36.3],[37.1,36.3],[37.1,36.2]]]",
        "[[[36.2,37.1],[36.2,37.2],[36.3,37.2],[36.3,37.1],[36.2,37.1]]]",
        "outlines.geojson:2: the outline of 'quarter' is out of range; "
        "allowed: lon 36.6 to 37.6, then lat 35.9 to 36.8",
    ),
    (
        OUTLINES,
        "[37.2,36.2]",
        "[37.2000001,36.2]",
        "outlines.geojson:2: not in canonical form from here; allowed: what write_canonical makes",
    ),
    (
        OUTLINES,
        '"features"',
        '"parts"',
        "outlines.geojson: not readable ('features'); allowed: Geo",
    ),
    # ambiguities
    (
        "ambiguities.tsv",
        "turm\t",
        "turn\t",
        "ambiguities.tsv: 'turm' is not listed; allowed: a row for 'quarter;tower' with a rule",
    ),
    (
        "ambiguities.tsv",
        "turm\t",
        "turn\t",
        "ambiguities.tsv:2: 'turn' is listed for 'quarter;tower'; "
        "allowed: only names that places share",
    ),
    (
        "ambiguities.tsv",
        "quarter;tower",
        "garden;tower",
        "ambiguities.tsv:2: 'turm' is listed for 'garden;tower'; "
        "allowed: 'quarter;tower', the places that share it",
    ),
    (
        "ambiguities.tsv",
        "the building is the tower",
        "",
        "ambiguities.tsv:2: rule is empty; allowed: a value",
    ),
    # elsewhere
    (
        "elsewhere.tsv",
        "aleppo-city",
        "city",
        "elsewhere.tsv:2: kind is 'city'; allowed: aleppo-city, outside",
    ),
    (
        "elsewhere.tsv",
        "París\tes\tFrance",
        "París\tes\tSpain",
        "elsewhere.tsv:4: kind, label or country of 'paris' changes; allowed: one for all rows",
    ),
    (
        "elsewhere.tsv",
        "París\tes",
        "Garden\tes",
        "elsewhere.tsv:4: 'Garden' is also spelt like 'garden'; "
        "allowed: names that nothing else has",
    ),
    (
        "elsewhere.tsv",
        "paris\t",
        "tower\t",
        "elsewhere.tsv:3: 'tower' is a place; allowed: ids that places.tsv does not have",
    ),
    (
        "elsewhere.tsv",
        "\tParis\t",
        "\tLutetia\t",
        "elsewhere.tsv: 'Lutetia' is no name of 'paris'; allowed: a label that is",
    ),
    # corrections
    (
        "corrections.tsv",
        "garden",
        "yard",
        "corrections.tsv:2: 'yard' is no place; allowed: an id of places.tsv",
    ),
    (
        "corrections.tsv",
        "37.12000 36.22000",
        "37.13000 36.22000",
        "corrections.tsv:2: is '37.13000 36.22000', but the place has '37.12000 36.22000'; "
        "allowed: what stands there",
    ),
    (
        "corrections.tsv",
        "lon lat",
        "height",
        "corrections.tsv:2: field is 'height'; allowed: columns of places.tsv",
    ),
    ("corrections.tsv", "a slip", "", "corrections.tsv:2: reason is empty; allowed: a value"),
    # form
    ("sources.tsv", "licence", "license", "sources.tsv:1: the header is 'id\\twhat\\tlicense"),
    (
        "sources.tsv",
        "an atlas",
        "an  atlas ",
        "sources.tsv:2: not in canonical form from here; allowed: what write_canonical makes",
    ),
]


@pytest.mark.parametrize(("file", "was", "becomes", "fault"), BROKEN)
def test_a_broken_file_is_named_with_row_fault_and_what_is_allowed(
    toy: Path, file: str, was: str, becomes: str, fault: str
) -> None:
    text = (toy / file).read_text(encoding="utf-8")
    assert was in text
    (toy / file).write_text(text.replace(was, becomes), encoding="utf-8")
    faults = geodata.check_folder(toy, fold_name)
    assert [found for found in faults if found.startswith(fault)], faults
    assert all(re.match(r"[a-z]+\.(tsv|geojson)(:\d+)?: .+; allowed: .+", f) for f in faults)


def test_the_second_outline_of_a_place_is_a_fault(toy: Path) -> None:
    path = toy / OUTLINES
    row = feature("quarter", SQUARE)
    path.write_text(path.read_text().replace(row, f"{row},\n{row}"))
    fault = "outlines.geojson:3: 'quarter' stands here twice; allowed: one outline a place"
    assert fault in geodata.check_folder(toy)


@pytest.mark.parametrize("name", geodata.FILES)
def test_a_missing_or_undecodable_file_is_a_fault(toy: Path, name: str) -> None:
    (toy / name).write_bytes(b"\xff" + (toy / name).read_bytes())
    assert f"{name}: byte 0 is not UTF-8; allowed: UTF-8 text" in geodata.check_folder(toy)
    (toy / name).unlink()
    fault = f"{name}: the file is missing; allowed: all of {', '.join(geodata.FILES)}"
    assert fault in geodata.check_folder(toy)


def test_all_faults_are_reported_together(toy: Path) -> None:
    for file, was, becomes in (
        ("places.tsv", "\tpark\t", "\tlawn\t"),
        ("names.tsv", "nickname", "alias"),
        ("ambiguities.tsv", "the building is the tower", ""),
    ):
        text = (toy / file).read_text(encoding="utf-8")
        (toy / file).write_text(text.replace(was, becomes), encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        geodata.read_gazetteer_records(toy)
    assert [fault.split(": ")[0] for fault in caught.value.faults] == [
        "places.tsv:3",
        "names.tsv:4",
        "ambiguities.tsv:2",
    ]


def test_places_come_back_whole(toy: Path) -> None:
    places, elsewhere, version = geodata.read_gazetteer_records(toy, fold_name)
    by_id = {place.id: place for place in places}
    garden, quarter, tower = by_id["garden"], by_id["quarter"], by_id["tower"]
    assert (garden.lon, garden.lat, garden.uncertainty_m) == (37.12, 36.22, 400)
    assert (garden.confidence, garden.footprint) == (Confidence.MEDIUM, None)
    assert quarter.footprint is not None
    assert quarter.footprint.bounds == (37.1, 36.2, 37.2, 36.3)
    assert [(n.text, n.lang, n.ambiguous) for n in quarter.names] == [
        ("الحي", "ar", False),
        ("Turm", "de", True),
        ("Quarter", "en", True),
    ]
    assert (tower.lon, tower.lat, tower.part_of) == (None, None, "quarter")
    assert tower.source == "atlas: read off a map"
    assert [(e.name, e.kind, e.label) for e in elsewhere][::2] == [
        ("Aleppo", "aleppo-city", "Aleppo"),
        ("París", "outside", "Paris"),
    ]
    assert re.fullmatch(r"geo-[0-9a-f]{8}", version)


def test_the_version_follows_the_content(toy: Path) -> None:
    before = geodata.read_gazetteer_records(toy)[2]
    assert geodata.read_gazetteer_records(toy)[2] == before
    text = (toy / "names.tsv").read_text(encoding="utf-8")
    (toy / "names.tsv").write_text(text.replace("Turm", "Torm"), encoding="utf-8")
    assert geodata.read_gazetteer_records(toy)[2] != before


# --- the one form -----------------------------------------------------------------


def test_write_canonical_mends_form_and_loses_nothing(toy: Path) -> None:
    path = toy / "elsewhere.tsv"
    clean = path.read_text(encoding="utf-8")
    header, *rows = clean.splitlines()
    path.write_text("\r\n".join([header, *reversed(rows), "", ""]), encoding="utf-8")
    assert geodata.write_canonical(toy) == ["elsewhere.tsv"]
    assert path.read_text(encoding="utf-8") == clean
    assert geodata.write_canonical(toy) == []


def test_degrees_get_five_decimals() -> None:
    row = line("places.tsv", id="a", lon="37.1", lat="36.123456")
    text = "\t".join(TABLES["places.tsv"].columns) + "\n" + row + "\n"
    assert "\t37.10000\t36.12346\t" in geodata.canonical_text("places.tsv", text)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n"), max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from([name for name in geodata.FILES if name != OUTLINES]),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=20), max_size=6),
)
def test_canonical_twice_is_canonical_once(name: str, rows: list[list[str]]) -> None:
    header = "\t".join(TABLES[name].columns)
    text = "\n".join([header, *("\t".join(cells) for cells in rows)])
    once = geodata.canonical_text(name, text)
    assert geodata.canonical_text(name, once) == once


DEGREES = st.floats(36, 38)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.text("abc-", min_size=1), st.lists(st.tuples(DEGREES, DEGREES), min_size=3), max_size=4
    )
)
def test_canonical_outlines_twice_is_once(rings: dict[str, list[tuple[float, float]]]) -> None:
    rows = ",".join(feature(place_id, [ring]) for place_id, ring in rings.items())
    once = geodata.canonical_text(OUTLINES, f'{{"features":[{rows}]}}')
    assert geodata.canonical_text(OUTLINES, once) == once
    assert len(json.loads(once)["features"]) == len(rings)


# --- the real files ----------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> dict[str, list[dict[str, str]]]:
    return {name: rows_of(REAL / name, "\t") for name in TABLES}


def rows_of(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        return list(csv.DictReader(file, delimiter=delimiter, quoting=quoting))


def test_the_real_files_are_clean() -> None:
    assert geodata.default_folder() == REAL
    assert geodata.check_folder(REAL, fold_name) == []


def test_reading_is_fast() -> None:
    used = []
    for _ in range(3):
        start = time.process_time()
        places, elsewhere, _ = geodata.read_gazetteer_records(REAL)
        used.append(time.process_time() - start)
    assert len(places) == 458
    assert len({name.label for name in elsewhere}) >= 90
    assert min(used) < 0.25  # of this process alone, so that a busy machine does not fail it


def test_every_chain_ends_at_one_of_two_roots() -> None:
    places = {place.id: place for place in geodata.read_gazetteer_records(REAL)[0]}
    for place in places.values():
        while place.part_of is not None:
            place = places[place.part_of]
        assert place.id in {"aleppo", "aleppo-countryside"}


def test_no_coordinate_is_placed_by_hand(real: dict[str, list[dict[str, str]]]) -> None:
    for row in real["places.tsv"]:
        assert not re.search(r"by hand|between them|moved", row["position"]), row["id"]
        if row["lon"] and row["id"] != "aleppo":
            published = set(row["source"].split(";")) - {"press", "editors", "columbia-names"}
            assert published, f"{row['id']}: a coordinate that no source published"


def test_names_of_the_city_and_of_clashing_cities_are_kept_apart() -> None:
    names = {e.name: e for e in geodata.read_gazetteer_records(REAL)[1]}
    for city in ("Aleppo", "Alep", "Alepo", "Halep", "حلب", "Алеппо", "حلب الشهباء"):
        assert names[city].kind == "aleppo-city"
    for outside in ("Palmyra", "Hmeimim", "إدلب", "Мосул", "محافظة صلاح الدين", "Farafra Oasis"):
        assert names[outside].kind == "outside"
    assert not {"Mashhad", "Basel", "Farafra", "السليمانية", "Sulaymaniyah"} & set(names)


@pytest.mark.parametrize(
    ("name", "place_ids"),
    [
        ("Tishreen", {"tishreen-north"}),
        ("تشرين", {"tishreen-north"}),
        ("Ansari", {"ansari"}),
        ("الأنصاري", {"ansari"}),
        ("Ansari Mashhad", {"mashhad"}),
        ("Sheikh Maqsoud", {"sheikh-maqsoud"}),
        ("Hanano", {"hanano"}),
        ("Ramouseh", {"ramouseh"}),
        ("باب المقام", {"bab-al-maqam", "bab-al-maqam-gate"}),
        ("Leermoun", {"layramoun"}),
        ("عين التينة", set()),
        ("Nairab", {"nayrab", "nayrab-airbase"}),
    ],
)
def test_bare_names_belong_to_whom_they_should(
    real: dict[str, list[dict[str, str]]], name: str, place_ids: set[str]
) -> None:
    assert place_ids == {
        row["place_id"]
        for row in real["names.tsv"]
        if row["role"] != "label" and fold_name(row["name"]) == fold_name(name)
    }


def test_the_notice_of_the_outlines_stays_with_the_data() -> None:
    licence = (REAL / "LICENSE-outlines.txt").read_text(encoding="utf-8")
    readme = (REAL / "README.md").read_text(encoding="utf-8")
    for text in (licence, readme):
        assert "Copyright (c) 2019 Columbia Center for Spatial Research" in text
        assert "The above copyright notice and this permission notice shall be included" in text
    for name, table in TABLES.items():
        assert f"`{name}`" in readme
        for column in table.columns:
            assert f"`{column}`" in readme, f"{name}: the README does not explain {column}"
    for row in rows_of(REAL / "sources.tsv", "\t"):
        assert f"`{row['id']}`" in readme


def test_the_figures_of_the_readme_hold(real: dict[str, list[dict[str, str]]]) -> None:
    readme = " ".join((REAL / "README.md").read_text(encoding="utf-8").split())
    names, languages = real["names.tsv"], {row["lang"] for row in real["names.tsv"]}
    empty = sum(not row["lon"] for row in real["places.tsv"]) - 2  # the roots have none either
    for figure in (
        f"{len(real['places.tsv'])} places (456 places and two roots)",
        f"{len(names):,} names in {len(languages)} languages",
        f"{len(real['elsewhere.tsv'])} names of other places",
        f"{empty} places have no coordinate",
    ):
        assert figure in readme


@needs_facts
def test_all_ids_and_outlines_of_the_facts_are_kept(real: dict[str, list[dict[str, str]]]) -> None:
    kept = {row["id"] for row in rows_of(FACTS / "places.csv", ",")}
    assert len(kept) == 276
    assert {row["id"] for row in real["places.tsv"]} >= kept | {"aleppo", "aleppo-countryside"}
    outlines = json.loads((FACTS / OUTLINES).read_text(encoding="utf-8"))["features"]
    ours = json.loads((REAL / OUTLINES).read_text(encoding="utf-8"))["features"]
    assert len(ours) == 130
    assert sorted(map(json.dumps, ours)) == sorted(map(json.dumps, outlines))


@needs_facts
def test_every_difference_from_the_facts_is_a_listed_correction(
    real: dict[str, list[dict[str, str]]],
) -> None:
    listed = {(row["id"], row["field"]) for row in real["corrections.tsv"]}
    facts = {row["id"]: row for row in rows_of(FACTS / "places.csv", ",")}
    roots = {"aleppo", "aleppo-countryside"}
    for row in real["places.tsv"]:
        if row["id"] in roots or row["id"] not in facts:
            continue  # a root, or a place that was added
        fact = facts[row["id"]]
        for column in ("kind", "name_en", "name_ar", "sector", "side_2012_2016", "area_km2"):
            assert row[column] == fact[column] or (row["id"], column) in listed
        moved = f"{row['lon']} {row['lat']}" != f"{fact['lon']} {fact['lat']}"
        assert moved == ((row["id"], "lon lat") in listed), row["id"]
        if row["part_of"] != fact["part_of"]:
            filled = not fact["part_of"] and row["part_of"] in roots
            assert filled or (row["id"], "part_of") in listed


@needs_facts
def test_every_changed_name_is_a_listed_correction(real: dict[str, list[dict[str, str]]]) -> None:
    roles = {"variant-spelling": "variant"}
    before = {
        (r["place_id"], r["name"], r["lang"], roles.get(role := r["kind_of_name"], role), flag)
        for r in rows_of(FACTS / "names.csv", ",")
        for flag in [r["ambiguous"]]
    }
    after = {
        (r["place_id"], r["name"], r["lang"], r["role"], r["ambiguous"])
        for r in real["names.tsv"]
        if r["place_id"] in {row[0] for row in before}
    }
    listed = {
        (row["id"], re.split(r" \[", row["was"] or row["is"])[0])
        for row in real["corrections.tsv"]
        if row["file"] == "names.tsv"
    }
    known = {row[:3] for row in before}
    changed = {row[:2] for row in before ^ after if row[:3] in known}  # an addition is none
    assert changed <= listed
    assert listed <= {row[:2] for row in before ^ after}
