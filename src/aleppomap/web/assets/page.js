// The one-file page: reads the data that stand in it and lets the parts of draw.js, written
// above in the same script, show one window of time after another. The map is folium's.

openPage(JSON.parse(document.getElementById("page-data").textContent));

function openPage(data) {
  const { lang, strings, look } = data;
  const at = (id) => document.getElementById(id);
  const root = at("map_aleppomap");
  const reports = data.reports.map((row) => readReport(row, data));
  const days = data.window ? dayList(...data.window) : [];
  const bins = data.bins.map(([start, end]) => ({ start, end, total: 0 }));
  for (const report of reports) bins[report.bin = binOf(report, bins)].total += 1;
  const asked = {
    since: 0, until: Math.max(days.length - 1, 0), places: data.chosen, report: data.report,
    beside: false,
    cards: Math.max(40, reports.findIndex((report) => report.id === data.report) + 1),
  };
  const names = new Map(data.places.map((place) => [place.id, nameIn(place, lang)]));

  dressRoot(document.documentElement, look);
  const drawn = adoptMap(root, data, { onPick: choose });
  for (const place of drawn.places) names.set(place.id, nameIn(place, lang));
  const timeline = createTimeline(at("page-timeline"), { onPick: (start, end) => {
    asked.since = Math.max(days.indexOf(start), 0);
    asked.until = days.includes(end) ? days.indexOf(end) : days.length - 1;
    show();
  } });
  const cards = createCards(at("page-cards"), {
    onPick: choose,
    onReport: chooseReport,
    onBeside: (id) => {
      asked.report = id || asked.report;
      asked.beside = Boolean(id);
      show();
    },
    onHover: (ids) => drawn.highlight(ids),
    onMore: () => { asked.cards += 100; show(); },
  });
  createLegend(at("page-legend"), { look }).update({ ...data.legend, labels: data.labels, lang });
  at("page-hint").textContent = strings[isTouch() ? "hint_touch" : "hint_mouse"];
  listenToThumbs();
  listenToPlay();
  at("page-place").addEventListener("change", (event) => {
    asked.places = [];
    choose(event.target.value);
  });
  window.addEventListener("beforeprint", () => {
    asked.cards = Math.max(asked.cards, 500); // paper has no button for more
    show();
  });
  show();
  if (asked.report) {
    const card = document.querySelector(".am-card.am-on");
    if (card) card.scrollIntoView({ block: "nearest" });
  }

  /** Everything follows from what is asked; called after each change. */
  function show() {
    const [since, until] = [days[asked.since] || null, days[asked.until] || null];
    const inWindow = reports.filter((r) => r.first <= until && r.last >= since);
    const listed = inWindow.filter((r) => !asked.places.length ||
      asked.places.some((id) => r.reach.has(id)));
    const chosen = reports.find((r) => r.id === asked.report);
    const { counts, within } = countPlaces(inWindow, data.places);
    drawn.update({
      counts, within, breaks: data.breaks, lang, strings, marks: inDays(data.marks, since, until),
      selected: asked.places,
      shared: chosen ? chosen.places.map((place) => place.id) : [],
      reveal: chosen && chosen.places.length ? chosen.places[0].id : asked.places.join(" "),
    });
    for (const bin of bins) bin.shown = 0;
    for (const report of listed) bins[report.bin].shown += 1;
    timeline.update({ bins, since, until, strings, lang, ranges: ranges(listed) });
    cards.update(cardsState(inWindow, listed));
    showThumbs();
    showChoice(counts);
    at("page-said").textContent = fill(strings.page_window, {
      n: inWindow.length, all: reports.length });
  }

  /** Choose a place, the chosen one again to let it go; more adds to those chosen. */
  function choose(id, more = false) {
    const there = asked.places.includes(id);
    if (more) asked.places = there ? asked.places.filter((p) => p !== id) : [...asked.places, id];
    else asked.places = id && !(there && asked.places.length === 1) ? [id] : [];
    asked.cards = 40;
    show();
  }

  /** Choose a report, the chosen one again to let it go. */
  function chooseReport(id) {
    asked.report = asked.report === id && !asked.beside ? null : id;
    asked.beside = false;
    show();
  }

  /** Days and words of the reports whose day the text does not fix. */
  function ranges(found) {
    return found.filter((r) => r.start !== r.end).slice(0, 300).map((r) => [r.start, r.end, r.when]);
  }

  /** The chosen report and what may tell of the same event. */
  function besideState() {
    const chosen = asked.beside && reports.find((r) => r.id === asked.report);
    if (!chosen || !chosen.same.length) return null;
    return { heading: strings.same_event_head, close: strings.same_event_close,
      cards: [chosen, ...chosen.same.map((number) => reports[number])].slice(0, 8)
        .map((report) => ({ ...report.card(asked.places), same: [] })) };
  }

  function cardsState(inWindow, listed) {
    const one = asked.places.length === 1 ? asked.places[0] : null;
    const place = one && (data.places.find((p) => p.id === one) ||
      drawn.places.find((p) => p.id === one));
    const parts = place && data.places.some((p) => p.inside === place.id);
    return {
      place: place ? { name: nameIn(place, lang), other: lang === "ar" ? place.en : place.ar,
        lines: [parts ? strings.page_and_parts : null,
          place.inside && names.has(place.inside)
            ? fill(strings.part_of, { place: names.get(place.inside) }) : null,
          place.about ? strings[place.about] : null].filter(Boolean) } : null,
      heading: countText(listed.length, strings),
      sub: place ? null : strings.page_choose,
      note: listed.slice(0, asked.cards).some((r) => r.deadly) ? strings.content_note : null,
      beside: besideState(),
      cards: listed.slice(0, asked.cards).map((report) => withOthers(report)),
      more: Math.max(listed.length - asked.cards, 0),
      empty: strings.no_reports, selected: asked.report, strings, lang,
    };
  }

  function withOthers(report) {
    const others = report.same.map((number) => reports[number]).slice(0, 5);
    return { ...report.card(asked.places), same: others.map((other) => ({ id: other.id,
      label: [other.publisher, ...other.says.slice(0, 2)].filter(Boolean).join(" · ") })) };
  }

  // -------------------------------------------------------------- the window

  function listenToThumbs() {
    for (const side of ["since", "until"]) {
      const thumb = at(`page-${side}`);
      thumb.max = Math.max(days.length - 1, 0);
      thumb.disabled = days.length < 2;
      thumb.addEventListener("input", () => {
        const value = Number(thumb.value);
        asked[side] = side === "since" ? Math.min(value, asked.until) : Math.max(value, asked.since);
        thumb.value = asked[side];
        later();
      });
    }
  }

  function showThumbs() {
    for (const side of ["since", "until"]) {
      const thumb = at(`page-${side}`);
      thumb.value = asked[side];
      thumb.setAttribute("aria-valuetext", days[asked[side]] || "");
      at(`page-${side}-day`).textContent = days[asked[side]] || "";
    }
    const share = (value) => `${(value / Math.max(days.length - 1, 1)) * 100}%`;
    const track = document.querySelector(".page-thumbs");
    track.style.setProperty("--from", share(asked.since));
    track.style.setProperty("--to", share(asked.until));
    // both at the far end: the left one must stay within reach
    at("page-since").style.zIndex = asked.since > days.length / 2 ? 2 : 1;
    at("page-until").style.zIndex = asked.since > days.length / 2 ? 1 : 2;
  }

  /** Many moves within one frame are drawn once. */
  function later() {
    if (later.waiting) return;
    later.waiting = true;
    requestAnimationFrame(() => { later.waiting = false; show(); });
  }

  function listenToPlay() {
    const button = at("page-play");
    let clock = null;
    const stop = () => {
      clearInterval(clock);
      clock = null;
      button.textContent = strings.page_play;
    };
    button.disabled = days.length < 3;
    for (const side of ["since", "until"]) at(`page-${side}`).addEventListener("input", stop);
    button.addEventListener("click", () => {
      if (clock) return stop();
      const last = days.length - 1;
      const whole = asked.since === 0 && asked.until === last;
      const wide = whole ? Math.max(Math.round(last / 12), 1) : asked.until - asked.since;
      if (whole || asked.until === last) { asked.since = 0; asked.until = wide; }
      const step = Math.max(Math.round(last / 120), 1);
      button.textContent = strings.page_pause;
      clock = setInterval(() => {
        const by = Math.min(step, last - asked.until);
        asked.since += by;
        asked.until += by;
        show();
        if (asked.until >= last) stop();
      }, 250);
      return show();
    });
  }

  // ---------------------------------------------------------- the place list

  function showChoice(counts) {
    const box = at("page-place");
    const options = data.places.filter((place) => counts[place.id] || asked.places.includes(place.id))
      .map((place) => [place.id, `${names.get(place.id)} (${counts[place.id] || 0})`]);
    for (const chosen of asked.places) {
      if (!options.some(([id]) => id === chosen)) options.push([chosen, names.get(chosen)]);
    }
    options.sort((a, b) => a[1].localeCompare(b[1], lang));
    const text = JSON.stringify(options);
    if (showChoice.shown !== text) {
      showChoice.shown = text;
      box.replaceChildren(make("option", { value: "" }, strings.page_all),
        ...options.map(([value, label]) => make("option", { value }, label)));
    }
    box.value = asked.places.length === 1 ? asked.places[0] : "";
  }
}

// ------------------------------------------------------------------ reading

/** A row of data.reports with its article and places put in, and the card it becomes. */
function readReport(row, data) {
  const [id, article, start, end, when, dated, places, words, kind, says, sort, same, deadly] = row;
  const [title, publisher, agency, published, url] = data.articles[article];
  const { phrases, strings } = data;
  const by = [phrases[publisher], phrases[agency], published
    ? fill(strings.published_on, { day: isolated(published) }) : strings.unpublished];
  const named = places.map((number) => data.places[number]);
  const spots = new Map(data.places.map((place) => [place.id, place]));
  const reach = new Set();
  for (const place of named) {
    for (let up = place; up && !reach.has(up.id); up = spots.get(up.inside)) reach.add(up.id);
  }
  const excerpt = words.map((piece) => (
    typeof piece === "string" ? { t: piece } : { t: piece[0], k: piece[1] === 1 ? "place" : "time" }));
  return {
    id, places: named, reach, first: start || end, last: end || start, bin: 0, start, end,
    when: phrases[when], same, deadly, publisher: phrases[publisher],
    says: says.map((number) => phrases[number]),
    card: (chosen) => ({
      id, doc: "", day: phrases[when], dated: strings[`dated_${phrases[dated]}`],
      title: title || strings.untitled, by: by.filter(Boolean).join(" · "), url, excerpt,
      kind: phrases[kind], kind_id: phrases[sort], family: data.families[phrases[sort]], says: says.map((number) => phrases[number]), places: named.map((place) => ({
        id: place.id, label: nameIn(place, data.lang), on: chosen.includes(place.id) })),
    }),
  };
}

/** The bin of a report is that of its last day, as in the app. */
function binOf(report, bins) {
  let found = 0;
  for (let number = 0; number < bins.length && bins[number].start <= report.last; number += 1) {
    found = number;
  }
  return found;
}

function dayList(first, last) {
  const days = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += DAY) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}

/** How many reports name each place, and how many name places lost somewhere in an outline. */
function countPlaces(reports, places) {
  const counts = {};
  for (const report of reports) {
    for (const place of report.places) counts[place.id] = (counts[place.id] || 0) + 1;
  }
  const within = {};
  for (const place of places) {
    if (place.how === "within" && counts[place.id]) {
      within[place.on] = (within[place.on] || 0) + counts[place.id];
    }
  }
  return { counts, within };
}

/** A day that keeps its order inside Arabic words. */
function isolated(day) {
  return `\u2066${day}\u2069`;
}

function nameIn(place, lang) {
  return lang === "ar" ? place.ar || place.en : place.en || place.ar;
}

function isTouch() {
  return window.matchMedia("(pointer: coarse)").matches;
}

// ---------------------------------------------------------------------- map

/** folium's map and layers, given to createMap to look and behave like those of the app. */
function adoptMap(root, data, callbacks) {
  const map = window.map_aleppomap;
  const layers = new Map();
  const places = [];
  for (const name of ["outlines", "circles", "dots"]) {
    const group = window[`geo_json_${name}`];
    if (!group) continue;
    group.eachLayer((layer) => {
      const { geometry, properties } = layer.feature;
      const shape = { Polygon: [geometry.coordinates], MultiPolygon: geometry.coordinates };
      layers.set(properties.id, layer);
      places.push({ ...properties, shape: shape[geometry.type] });
    });
  }
  for (const place of data.places) if (!layers.has(place.id)) places.push(place);
  map.keyboard.disable();
  if (isTouch()) map.dragging.disable();
  easeWheel(root, map);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  for (const side of ["in", "out"]) {
    const button = root.querySelector(`.leaflet-control-zoom-${side}`);
    button.title = data.strings[`zoom_${side}`];
    button.setAttribute("aria-label", button.title);
  }
  if (data.viewport) map.setView(data.viewport, data.viewport.zoom, { animate: false });
  else if (data.home) map.fitBounds(data.home, { padding: [24, 24], maxZoom: 13, animate: false });
  const drawn = createMap(root, L, {
    map, layerOf: (place) => layers.get(place.id), look: data.look,
    geometry: { places }, ...callbacks,
  });
  return { ...drawn, places };
}
