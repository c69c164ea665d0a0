// What the live page and the one-file page both draw with.
//
// Every function takes a root element, plain JSON and callbacks, and gives back
// { update(state) }. Nothing here imports, fetches or remembers between pages.
// Text reaches the page as text only (textContent, setAttribute), because the
// words of a report come from anywhere.

const SVG = "http://www.w3.org/2000/svg";
const DAY = 86400000;

/** An element with attributes and children; strings become text nodes. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  return dress(element, attributes, children);
}

function makeSvg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Put values into a phrase: fill("{n} of {all}", {n: 1, all: 2}). */
export function fill(phrase, values) {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{${key}}`, String(value)), phrase || "");
}

/** "1 report", "7 reports", in the words the page was given. */
export function countText(count, strings) {
  return fill(count === 1 ? strings.n_report : strings.n_reports, { n: count });
}

/** Index of the fill for a count: 0 where nothing, then one step per lower bound reached. */
export function classOf(count, breaks) {
  return breaks.filter((bound) => count >= bound).length;
}

/** Hand the colours of the look to the style sheet. */
export function dressRoot(element, look) {
  for (const [name, value] of Object.entries(look)) {
    if (typeof value === "string") element.style.setProperty(`--am-${name}`, value);
  }
}

// ---------------------------------------------------------------- timeline

/**
 * Bars of reports over time. state: {bins: [{start, end, total, shown}], ranges: [[start, end,
 * words]], since, until, strings, lang}; days are ISO dates, both ends inclusive, an end of a
 * range that nobody knows is null. onPick(start, end) when a bar is chosen.
 */
export function createTimeline(root, { onPick = () => {} } = {}) {
  root.classList.add("am-timeline");
  root.setAttribute("dir", "ltr");
  const hint = make("div", { class: "am-timeline-hint", "aria-hidden": "true" });
  const svg = makeSvg("svg", { role: "img", height: "74" });
  root.replaceChildren(svg, hint);
  let state = null;
  new ResizeObserver(() => state && draw()).observe(root);

  function draw() {
    const width = Math.max(root.clientWidth, 120);
    const { bins, strings } = state;
    svg.replaceChildren();
    svg.setAttribute("width", width);
    if (!bins.length) return;
    const first = Date.parse(bins[0].start);
    const last = Date.parse(bins[bins.length - 1].end) + DAY;
    const at = (time) => ((time - first) / (last - first)) * width;
    const highest = Math.max(...bins.map((bin) => bin.total), 1);
    const base = 56;
    const since = state.since ? Date.parse(state.since) : first;
    const until = state.until ? Date.parse(state.until) + DAY : last;
    const left = Math.max(at(since), 0);
    const right = Math.min(Math.max(at(until), left + 2), width);
    svg.append(makeSvg("rect", {
      class: "am-window", x: left, y: 0, width: Math.max(right - left, 2), height: base,
    }));
    const lanes = packLanes((state.ranges || []).map((range) => strip(range, first, last, at, width)));
    const room = lanes.length ? lanes.length * LANE + 2 : 0;
    svg.setAttribute("height", 74 + room);
    root.style.height = `${76 + room}px`;
    if (room) svg.append(fades());
    svg.append(...axis(first, last, at, base, width, room));
    lanes.forEach((lane, number) => svg.append(
      ...lane.map((found) => drawStrip(found, base + 3 + number * LANE, since, until))));
    for (const bin of bins) svg.append(...bar(bin, at, highest, base, width));
    svg.setAttribute("aria-label", fill(strings.timeline_label, {
      n: bins.reduce((sum, bin) => sum + bin.shown, 0), since: state.since || bins[0].start,
      until: state.until || bins[bins.length - 1].end,
    }));
  }

  function bar(bin, at, highest, base, width) {
    const x = at(Date.parse(bin.start));
    const span = Math.max(at(Date.parse(bin.end) + DAY) - x, 1);
    const gap = span > 4 ? 1 : span > 2 ? 0.5 : 0;
    const tall = (count) => (count ? Math.max((count / highest) * (base - 8), 2) : 0);
    const box = (name, count) => makeSvg("rect", {
      class: name, x: x + gap / 2, width: Math.max(span - gap, 0.8),
      y: base - tall(count), height: tall(count),
    });
    const words = `${bin.start === bin.end ? bin.start : `${bin.start} – ${bin.end}`} · ` +
      fill(state.strings.bin_label, { shown: bin.shown, total: bin.total });
    const target = makeSvg("rect", {
      class: "am-bar-target", x, width: span, y: 0, height: base,
      "data-start": bin.start, "data-end": bin.end,
      click: () => bin.total && onPick(bin.start, bin.end),
      mouseenter: () => {
        hint.textContent = words;
        hint.style.left = `${Math.min(Math.max(x + span / 2, 90), width - 90)}px`;
        hint.classList.add("am-on");
      },
      mouseleave: () => hint.classList.remove("am-on"),
    });
    return [box("am-bar-all", bin.total), box("am-bar", bin.shown), target];
  }

  /** Where a range lies, and which of its ends are open. */
  function strip([start, end, words], first, last, at, width) {
    const from = start ? Date.parse(start) : null;
    const to = end ? Date.parse(end) + DAY : null;
    const tail = Math.max(width / 14, 26); // how long an open side fades
    const left = from === null ? Math.max(at(to) - tail, 0) : Math.max(at(from), 0);
    const right = to === null ? Math.min(at(from) + tail, width) : Math.min(at(to), width);
    const fade = from === null ? "start" : to === null ? "end" : "both";
    const begin = Math.min(left, width - 7);
    return { left: begin, right: Math.max(right, begin + 7), fade, words,
      from: from === null ? to - DAY : from, to: to === null ? from + DAY : to };
  }

  function drawStrip(found, y, since, until) {
    const lit = found.from < until && found.to > since ? "on" : "off";
    const box = makeSvg("rect", { class: "am-range", x: found.left, y, height: LANE - 1.5,
      width: found.right - found.left, fill: `url(#am-fade-${found.fade}-${lit})` });
    const title = makeSvg("title");
    title.textContent = found.words || "";
    box.append(title);
    return box;
  }

  /** Fillings that lose their colour towards an end that the text does not fix. */
  function fades() {
    const colours = { on: "#34506a", off: "#b4ae9f" };
    const stops = { start: [[0, 0], [0.85, 1], [1, 1]], end: [[0, 1], [0.15, 1], [1, 0]],
      both: [[0, 0.12], [0.22, 1], [0.78, 1], [1, 0.12]] };
    const found = [];
    for (const [lit, colour] of Object.entries(colours)) {
      for (const [side, row] of Object.entries(stops)) {
        found.push(makeSvg("linearGradient", { id: `am-fade-${side}-${lit}` },
          ...row.map(([offset, strength]) => makeSvg("stop", {
            offset, "stop-color": colour, "stop-opacity": strength }))));
      }
    }
    return makeSvg("defs", {}, ...found);
  }

  function axis(first, last, at, base, width, room) {
    const marks = [makeSvg("line", { class: "am-axis", x1: 0, x2: width, y1: base, y2: base })];
    for (const [time, label] of ticks(first, last, width)) {
      const x = at(time);
      marks.push(makeSvg("line", {
        class: "am-axis", x1: x, x2: x, y1: base, y2: base + 4 + room }));
      if (x > width - 24) continue;
      const text = makeSvg("text", { class: "am-tick", x: x + 3, y: base + 14 + room });
      text.textContent = label;
      marks.push(text);
    }
    return marks;
  }

  return { update(next) { state = next; draw(); } };
}

const LANE = 5;
const MOST_LANES = 4;

/** Strips in rows, none over another as long as there are rows; the rest lie over the last one. */
function packLanes(strips) {
  const lanes = [];
  for (const found of strips.sort((a, b) => a.left - b.left || b.right - a.right)) {
    const free = lanes.find((lane) => lane[lane.length - 1].right + 2 <= found.left);
    if (free) free.push(found);
    else if (lanes.length < MOST_LANES) lanes.push([found]);
    else lanes[MOST_LANES - 1].push(found);
  }
  return lanes;
}

/** Marks with the reports that meet a window of days (ISO); a mark without any is left out. */
export function inDays(marks, since, until) {
  return (marks || []).map((mark) => {
    const kept = mark.ids.filter((_, number) => {
      const [first, last] = mark.days[number];
      return first && first <= until && last >= since;
    });
    return { ...mark, ids: kept };
  }).filter((mark) => mark.ids.length);
}

/** Round moments for an axis, as [time, text]: years, months or days, as fits the width. */
function ticks(first, last, width) {
  const days = (last - first) / DAY;
  const room = Math.max(Math.floor(width / 62), 2);
  const found = [];
  const start = new Date(first);
  if (days > 760) {
    const years = Math.ceil(days / 365 / room);
    for (let year = start.getUTCFullYear(); ; year += years) {
      const time = Date.UTC(year, 0, 1);
      if (time >= last) return found;
      if (time >= first) found.push([time, String(year)]);
    }
  }
  if (days > 70) {
    const months = Math.ceil(days / 30.4 / room);
    for (let month = 0; ; month += months) {
      const time = Date.UTC(start.getUTCFullYear(), month, 1);
      if (time >= last) return found;
      if (time >= first) found.push([time, new Date(time).toISOString().slice(0, 7)]);
    }
  }
  const step = Math.max(Math.ceil(days / room), 1) * DAY;
  for (let time = first; time < last; time += step) {
    found.push([time, new Date(time).toISOString().slice(5, 10)]);
  }
  return found;
}

// ------------------------------------------------------------------ counts

/**
 * The honest line: every class of reports with its number. state: {items: [{id,
 * n, label, swatch}], total, total_label, active}. onPick(id) opens its list.
 */
export function createCounts(root, { onPick = () => {} } = {}) {
  root.classList.add("am-counts");
  return {
    update(state) {
      const chips = state.items.map((item) => make("button", {
        type: "button", class: `am-count${item.id === state.active ? " am-on" : ""}`,
        "data-class": item.id, "aria-pressed": item.id === state.active ? "true" : "false",
        disabled: item.n === 0 && item.id !== state.active,
        click: () => onPick(item.id),
      }, make("b", {}, String(item.n)), ` ${item.label}`));
      root.replaceChildren(
        ...chips,
        make("span", { class: "am-count-total" },
          "= ", make("b", {}, String(state.total)), ` ${state.total_label}`));
      keepSame(root, state);
    },
  };
}

function keepSame(root, state) {
  if (state.lang) root.setAttribute("dir", state.lang === "ar" ? "rtl" : "ltr");
}

// ------------------------------------------------------------------- kinds

// One sign a kind, in a box of 16; "f" is filled, the others are lines. No sign stands for a side.
const SIGNS = {
  air_strike: ["M8 1l1.4 5.2L15 9.5v1.7l-5.6-1.5V13l1.6 1.2v1L8 14.4l-3 .8v-1L6.6 13V9.7L1 11.2V9.5l5.6-3.3z", "f"],
  shelling: ["M1.5 14C3 5 9 3 12.5 9M9.5 8.5l3.2 1 .8-3.3"],
  bombing: ["M8 1l1.7 4.2L14 3.6l-2 4 3 2.9-4.3.3L9.8 15 8 11.4 5.2 15l-.3-4.3L1 10l3-2.7-2-3.9 4.3 1.7z", "f"],
  ground_fighting: ["M2.5 13.5l8-8M5.5 13.5l-3-3M13.5 13.5l-8-8M10.5 13.5l3-3M10.5 5.5l3-3M5.5 5.5l-3-3"],
  control_change: ["M4 15V2h8.5l-2.2 3 2.2 3H4"],
  killing_abuse: ["M8 1.8a2.7 2.7 0 1 0 .01 0M2.5 14.5c0-4.5 2.3-6.5 5.5-6.5s5.5 2 5.5 6.5z", "f"],
  chemical: ["M4.5 12.5a3.2 3.2 0 0 1 .2-6.4A4 4 0 0 1 12.2 6.8a2.9 2.9 0 0 1-.4 5.7z"],
  displacement: ["M1.5 8h12M9.5 3.8L13.7 8l-4.2 4.2"],
  siege_aid: ["M2 5l6-3 6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6"],
  medical_facility_hit: ["M2 2h12v12H2zM8 5v6M5 8h6"],
  heritage_damage: ["M2 6l6-4 6 4zM4 6v7M8 6v7M12 6v7M1.5 14h13"],
  protest: ["M2 6.5v3h2.5L10.5 13V3L4.5 6.5zM13 6a3 3 0 0 1 0 4"],
  statement: ["M2 3h12v8H7.5L4 14v-3H2z"],
  daily_life: ["M1.5 8.5L8 3l6.5 5.5M3.5 7v7h9V7"],
  other: ["M8 4.5a3.5 3.5 0 1 0 .01 0"],
};

/** The sign of a kind as a small drawing; words always stand beside it or in its tooltip. */
function kindSign(kind) {
  const [path, filled] = SIGNS[kind] || SIGNS.other;
  return makeSvg("svg", { class: "am-sign-kind", viewBox: "0 0 16 16", "aria-hidden": "true",
    width: 14, height: 14 }, makeSvg("path", { d: path, "stroke-width": 1.5, "stroke-linejoin": "round",
    "stroke-linecap": "round", stroke: filled ? "none" : "currentColor",
    fill: filled ? "currentColor" : "none" }));
}

// ------------------------------------------------------------------- cards

/** Stretches of text as {t: text, k: "place other time city ...", p: place id, m: number}. */
function segmentNodes(segments, onPick) {
  return segments.map((part) => {
    if (!part.k) return document.createTextNode(part.t);
    const marked = make("mark", { class: part.k.split(" ").map((k) => `am-${k}`).join(" ") });
    marked.textContent = part.t;
    if (part.m !== undefined) marked.dataset.mention = part.m;
    if (part.why) marked.setAttribute("title", part.why);
    if (part.p) {
      marked.dataset.place = part.p;
      dress(marked, {
        role: "button", tabindex: "0",
        click: (event) => { event.stopPropagation(); onPick(part.p); },
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          event.stopPropagation();
          onPick(part.p);
        },
      }, []);
    }
    return marked;
  });
}

/** Only web addresses become links. */
function sourceLink(url, text) {
  if (!/^https?:\/\//i.test(url || "")) return null;
  return make("a", {
    class: "am-source", href: url, target: "_blank", rel: "noopener noreferrer",
  }, text);
}

/**
 * Report cards. state: {heading, sub, place, cards: [{id, doc, day, dated, by, title, excerpt:
 * [segments], places: [{id, label, on}], url, reason, notes: [text]}], more, empty,
 * selected, selected_places, strings, lang}. Callbacks: onPick(place id), onReport(report id),
 * onRead(article id, report id), onHover(place ids or []), onMore().
 */
export function createCards(root, callbacks = {}) {
  const { onPick = () => {}, onReport = () => {}, onRead = null, onHover = () => {},
    onMore = () => {}, onBeside = null } = callbacks;
  root.classList.add("am-cards");
  let shown = null;
  let beside = null;

  function card(item, state) {
    const { strings } = state;
    const chips = item.places.map((place) => make("button", {
      type: "button", class: `am-chip${place.on ? " am-on" : ""}`, "data-place": place.id,
      "aria-pressed": place.on ? "true" : "false",
      click: (event) => { event.stopPropagation(); onPick(place.id); },
    }, place.label));
    const feet = [
      onRead && make("button", {
        type: "button", class: "am-read", "data-doc": item.doc,
        click: (event) => { event.stopPropagation(); onRead(item.doc, item.id); },
      }, strings.read_text),
      sourceLink(item.url, strings.open_source),
    ].filter(Boolean);
    const ids = item.places.map((place) => place.id);
    return make("article", {
      class: `am-card${item.id === state.selected ? " am-on" : ""}`, "data-report": item.id,
      mouseenter: () => onHover(ids), mouseleave: () => onHover([]),
      focusin: () => onHover(ids), focusout: () => onHover([]),
      click: (event) => { if (!event.target.closest("a")) onReport(item.id); },
    },
    make("header", {},
      make("span", { class: "am-day" }, item.day),
      item.dated ? make("span", { class: "am-dated" }, item.dated) : null,
      item.kind ? make("span", { class: "am-kind", "data-kind": item.kind_id,
        "data-family": item.family }, kindSign(item.kind_id), item.kind) : null),
    make("p", { class: "am-excerpt", dir: "auto" }, ...segmentNodes(item.excerpt, onPick)),
    ...(item.says || []).map((line) => make("p", { class: "am-says", dir: "auto" }, line)),
    item.title ? make("p", { class: "am-title", dir: "auto" }, item.title) : null,
    sameEvent(item, state),
    chips.length ? make("div", { class: "am-chips" },
      chips.length > 1 ? make("span", { class: "am-together" }, strings.together) : null,
      ...chips) : null,
    item.reason ? make("p", { class: "am-reason" }, item.reason) : null,
    ...(item.notes || []).map((note) => make("p", { class: "am-note", dir: "auto" }, note)),
    make("footer", {}, make("span", { class: "am-by" }, item.by), ...feet));
  }

  /** What else may tell of the same event: what it says, and all of it side by side. */
  function sameEvent(item, { strings }) {
    const others = item.same || [];
    if (!others.length) return null;
    const open = (event) => { event.stopPropagation(); onBeside(item.id); };
    return make("div", { class: "am-same" },
      make("span", {}, strings.same_event),
      ...others.map((other) => make("span", { class: "am-other", dir: "auto" }, other.label)),
      onBeside && make("button", { type: "button", class: "am-beside-open", click: open },
        fill(strings.same_event_beside, { n: others.length + 1 })));
  }

  /** Cards of one event next to each other, each with its own claimant and figures. */
  function besideBox(beside, state) {
    return make("section", { class: "am-beside", "aria-label": beside.heading },
      make("p", { class: "am-sub" }, beside.heading, " ",
        make("button", { type: "button", class: "am-beside-close", click: () => onBeside("") },
          beside.close)),
      make("div", { class: "am-beside-cards" },
        ...beside.cards.map((item) => card(item, { ...state, selected: null }))));
  }

  function placeHead(place) {
    return make("section", { class: "am-head" },
      make("h3", {}, make("span", { dir: "auto" }, place.name),
        make("span", { class: "am-place-other", dir: "auto" }, place.other)),
      ...place.lines.map((line) => make("p", { dir: "auto" }, line)));
  }

  return {
    update(state) {
      const text = JSON.stringify(state);
      if (text === shown) return;
      shown = text;
      keepSame(root, state);
      root.replaceChildren(
        ...(state.place ? [placeHead(state.place)] : []),
        ...(state.heading ? [make("h4", { class: "am-heading" }, state.heading)] : []),
        ...(state.sub ? [make("p", { class: "am-sub" }, state.sub)] : []),
        ...(state.note ? [make("p", { class: "am-content-note" }, state.note)] : []),
        ...(state.beside ? [besideBox(state.beside, state)] : []),
        ...(state.cards || []).map((item) => card(item, state)),
        ...(!state.cards || state.cards.length ? [] : [make("p", { class: "am-empty" }, state.empty)]),
        ...(state.more ? [make("button", {
          type: "button", class: "am-more", click: () => onMore(),
        }, fill(state.strings.more_reports, { n: state.more }))] : []));
      const now = state.beside ? state.beside.cards[0].id : null;
      if (now && now !== beside) {
        root.scrollTop = 0; // where the list scrolls by itself
        root.querySelector(".am-beside").scrollIntoView({ block: "nearest" });
      }
      beside = now;
    },
  };
}

// ------------------------------------------------------------------ reader

/**
 * An article with its mentions. state: {title, meta, segments, url, notes, focus (place ids), report,
 * empty, strings, lang}. onPick(place id) when a mention is chosen.
 */
export function createReader(root, { onPick = () => {}, onHover = () => {} } = {}) {
  root.classList.add("am-reader");
  let shown = null;
  return {
    update(state) {
      const text = JSON.stringify({ ...state, focus: null });
      if (text !== shown) {
        shown = text;
        keepSame(root, state);
        root.replaceChildren(...body(state));
      }
      const focus = new Set(state.focus || []);
      const marks = [...root.querySelectorAll("mark[data-place]")];
      for (const marked of marks) {
        marked.classList.toggle("am-focus", focus.has(marked.dataset.place));
      }
      const first = root.querySelector(".am-evidence") || root.querySelector(".am-focus");
      const box = root.querySelector(".am-text");
      if (first && box) box.scrollTop = Math.max(first.offsetTop - box.offsetTop - 60, 0);
    },
  };

  function body(state) {
    if (!state.segments) return [make("p", { class: "am-empty" }, state.empty)];
    const nodes = segmentNodes(state.segments, onPick);
    const box = make("div", { class: "am-text", dir: "auto", tabindex: "0" }, ...nodes);
    box.addEventListener("mouseover", (event) => {
      const marked = event.target.closest("mark[data-place]");
      onHover(marked ? [marked.dataset.place] : []);
    });
    box.addEventListener("mouseleave", () => onHover([]));
    return [
      state.title ? make("h3", { dir: "auto" }, state.title) : null,
      make("p", { class: "am-by" }, state.meta),
      make("p", { class: "am-key" },
        make("mark", { class: "am-place" }, state.strings.key_place), " ",
        make("mark", { class: "am-time" }, state.strings.key_time), " ",
        make("mark", { class: "am-unsure" }, state.strings.key_unsure)),
      ...(state.notes || []).map((note) => make("p", { class: "am-note", dir: "auto" }, note)),
      box,
      sourceLink(state.url, state.strings.open_source),
    ].filter(Boolean);
  }
}

// ------------------------------------------------------------------ legend

/**
 * What the colours and lines say. state: {labels: ["0", "1", ...], title, zero, lines: [{mark:
 * "circle" | "within" | "point" | "shared", text}], warning, lang}; look.fills gives the colours.
 */
export function createLegend(root, { look }) {
  root.classList.add("am-legend");
  dressRoot(root, look);
  let shown = null;
  return {
    update(state) {
      const text = JSON.stringify(state);
      if (text === shown) return;
      shown = text;
      keepSame(root, state);
      const steps = state.labels.map((label, index) => {
        const swatch = make("i", {});
        swatch.style.background = look.fills[index];
        return make("span", { class: "am-step" }, swatch, make("bdi", { dir: "ltr" }, label));
      });
      root.replaceChildren(
        make("div", { class: "am-scale" }, make("b", {}, state.title), ...steps),
        make("div", { class: "am-signs" }, ...state.lines.map((line) => make("span", {
          class: "am-sign" }, make("i", { class: `am-sign-${line.mark}` }), line.text))),
        make("p", { class: "am-warning" }, state.warning));
    },
  };
}

// --------------------------------------------------------------------- map

const latLng = ([lon, lat]) => [lat, lon];
const toRings = (shape) => shape.map((polygon) => polygon.map((ring) => ring.map(latLng)));

/**
 * The map. L is Leaflet. options: {geometry, look, start: {lat, lng, zoom} or null, onPick(place
 * id, more), onView({lat, lng, zoom})}. geometry: {bounds: [[lat, lon], [lat, lon]], edge, places:
 * [{id, en, ar, how: outline | point | circle | within | listed, parent: bool, lon, lat, radius,
 * area, shape, about}]}; shapes are GeoJSON MultiPolygon coordinates (lon, lat).
 * state: {counts, within, breaks, selected, shared, lang, strings, tiles}.
 * The one-file page brings a map of its own: options {map, layerOf(place)} and no edge.
 */
export function createMap(root, L, options) {
  const { geometry, look, start = null, onPick = () => {}, onView = () => {} } = options;
  root.classList.add("am-map");
  dressRoot(root, look);
  const map = options.map || openMap(root, L, geometry, start);
  const panes = makePanes(map, L);
  const layers = new Map();
  const spots = new Map(geometry.places.map((place) => [place.id, place]));
  let state = { counts: {}, within: {}, breaks: [1, 2, 3, 4, 5], selected: [], shared: [],
    lang: "en", strings: {} };
  let pointed = [];

  if (geometry.edge) {
    L.polygon(toRings(geometry.edge), {
      pane: "am-ground", renderer: panes["am-ground"], className: "am-edge", interactive: false,
    }).addTo(map);
  }
  const order = [...geometry.places].sort((a, b) => b.area - a.area);
  for (const place of order) {
    const layer = options.layerOf ? options.layerOf(place) : makeLayer(place, L, panes);
    if (!layer) continue;
    layers.set(place.id, layer);
    layer.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      const key = event.originalEvent || {};
      onPick(place.id, Boolean(key.shiftKey || key.ctrlKey || key.metaKey));
    });
    layer.on("mouseover", () => { if (!near) { pointed = [place.id]; drawMarks(); } });
    layer.on("mouseout", () => { if (!near) { pointed = []; drawMarks(); } });
    layer.bindTooltip(() => tooltip(place, state), {
      sticky: true, direction: "top", opacity: 1, className: "am-tip", offset: [0, -6],
    });
    if (place.shape) layer.addTo(map);
  }
  const marks = L.layerGroup().addTo(map);
  const hubs = L.layerGroup().addTo(map);
  let hubsNow = "";
  let near = null;
  const dashes = L.layerGroup().addTo(map);
  const labels = createLabels(map, geometry, layers, hubs);
  const credit = makeCredit(L, map);
  const keys = createKeys(root, map, layers, spots, onPick, (ids) => { pointed = ids; drawMarks(); });
  let tiles = null;

  map.on("moveend", () => {
    const centre = map.getCenter();
    onView({ lat: centre.lat, lng: centre.lng, zoom: map.getZoom() });
  });
  map.on("zoomend viewreset", () => { drawPoints(); labels.draw(state); });
  map.on("moveend", () => labels.draw(state));
  new ResizeObserver(() => { if (root.clientWidth) map.invalidateSize({ pan: false }); }).observe(root);

  function drawShapes() {
    for (const [id, layer] of layers) {
      const place = spots.get(id);
      const count = state.counts[id] || 0;
      const step = classOf(count, state.breaks);
      const above = place.part_of && state.counts[place.part_of] && !count;
      const clear = place.shape && (above || (place.parent && !count));
      const now = `${step}|${clear}|${place.shape ? 1 : 0}`;
      if (layer.amNow !== now) {
        layer.amNow = now;
        layer.setStyle({ fillColor: look.fills[step], fillOpacity: clear ? 0 : fillFor(place) });
      }
      const path = layer.getElement();
      if (path) nameFor(path, place, count);
    }
  }

  function fillFor(place) { return place.how === "circle" ? 0.45 : 1; }

  function nameFor(path, place, count) {
    const name = state.lang === "ar" ? place.ar || place.en : place.en;
    const label = `${name}: ${countText(count, state.strings)}`;
    if (path.getAttribute("aria-label") === label) return;
    dress(path, { "aria-label": label, role: "button", "data-place": place.id }, []);
    if (!path.hasAttribute("tabindex")) path.setAttribute("tabindex", "-1");
  }

  function drawPoints() {
    const near = map.getZoom() >= 14;
    for (const [id, layer] of layers) {
      const place = spots.get(id);
      if (place.shape) continue;
      const wanted = state.counts[id] || state.selected.includes(id) || state.shared.includes(id) ||
        (near && place.how === "point");
      if (wanted && !map.hasLayer(layer)) layer.addTo(map);
      if (!wanted && map.hasLayer(layer)) map.removeLayer(layer);
      if (place.how === "point" && wanted) {
        const quiet = !state.counts[id];
        layer.setRadius(quiet ? 2.5 : 5);
      }
    }
  }

  function outline(id, name) {
    const place = spots.get(id);
    if (!place) return;
    const on = place.shape ? place : spots.get(place.on);
    const common = { pane: "am-marks", renderer: panes["am-marks"], interactive: false };
    const shape = place.how === "circle" && place.radius
      ? () => L.circle([place.lat, place.lon], { ...common, radius: place.radius })
      : place.how === "point"
        ? () => L.circleMarker([place.lat, place.lon], { ...common, radius: 8 })
        : on && on.shape ? () => L.polygon(toRings(on.shape), common) : null;
    if (!shape) return;
    const dashed = place.how === "within" ? " am-dashed" : "";
    for (const part of ["am-casing", name]) {
      const layer = shape();
      layer.setStyle({ className: part + dashed, fill: false });
      layer.options.className = part + dashed;
      marks.addLayer(layer);
    }
  }

  function drawMarks() {
    marks.clearLayers();
    const together = pointed.length > 1 ? pointed : state.shared;
    if (together.length > 1) joinPlaces(together);
    for (const id of state.shared) outline(id, "am-shared");
    for (const id of state.selected) outline(id, "am-selected");
    for (const id of pointed) outline(id, "am-pointed");
  }

  function joinPlaces(ids) {
    const ends = ids.map((id) => spots.get(id)).filter((place) => place && place.lat !== null)
      .map((place) => [place.lat, place.lon]);
    if (ends.length < 2) return;
    const hub = middle(ends);
    const arms = ends.length === 2 ? [ends] : ends.map((end) => [hub, end]);
    for (const arm of arms) {
      marks.addLayer(L.polyline(arm, { pane: "am-marks", renderer: panes["am-marks"],
        interactive: false, className: "am-join", fill: false }));
    }
  }

  /** One mark amid the places of a report that speaks of them together, with a line to each. */
  function drawHubs() {
    const now = JSON.stringify([state.marks, state.lang]);
    if (now === hubsNow) return;
    hubsNow = now;
    nearHub(null);
    hubs.clearLayers();
    for (const mark of state.marks || []) {
      const ends = mark.places.map((id) => spots.get(id))
        .map((place) => (place && place.lat === null ? spots.get(place.on) : place))
        .filter((place) => place && place.lat !== null).map((place) => [place.lat, place.lon]);
      if (ends.length < 2) continue;
      const hub = middle(ends);
      for (const end of ends) {
        hubs.addLayer(L.polyline([hub, end], { pane: "am-marks", renderer: panes["am-marks"],
          interactive: false, className: `am-arm am-arm-${mark.family}`, fill: false }));
      }
      const icon = make("span", { class: "am-hub", "data-family": mark.family }, kindSign(mark.kind));
      // clicks go through to the place beneath; the words come when the pointer is near
      const marker = L.marker(hub, { pane: "am-hubs", keyboard: false, interactive: false,
        icon: L.divIcon({ className: "am-hub-box", html: icon, iconSize: [19, 19] }) });
      marker.amPlaces = mark.places;
      marker.bindTooltip(() => make("div", { dir: state.lang === "ar" ? "rtl" : "ltr" },
        ...mark.lines.map((line, number) => make(number ? "div" : "b", { dir: "auto" }, line)),
        mark.ids.length > 1 ? make("div", {}, countText(mark.ids.length, state.strings)) : null), {
        direction: "top", opacity: 1, className: "am-tip am-tip-hub", offset: [0, -8] });
      hubs.addLayer(marker);
    }
  }

  map.on("mousemove", (event) => nearHub(event.containerPoint));
  map.on("mouseout movestart", () => nearHub(null));

  /** Tell of the mark under the pointer, and point at its places. */
  function nearHub(at) {
    const found = at && hubs.getLayers().find((layer) => layer.amPlaces &&
      map.latLngToContainerPoint(layer.getLatLng()).distanceTo(at) < 10);
    if ((found || null) === near) return;
    if (near && hubs.hasLayer(near)) near.closeTooltip();
    near = found || null;
    root.classList.toggle("am-over-hub", Boolean(near));
    pointed = near ? near.amPlaces : [];
    if (near) near.openTooltip();
    drawMarks();
  }

  function middle(ends) {
    return [0, 1].map((axis) => ends.reduce((sum, end) => sum + end[axis], 0) / ends.length);
  }

  function drawWithin() {
    dashes.clearLayers();
    for (const [id, count] of Object.entries(state.within)) {
      const place = spots.get(id);
      if (!count || !place || !place.shape) continue;
      dashes.addLayer(L.polygon(toRings(place.shape), { pane: "am-marks", fill: false,
        renderer: panes["am-marks"], interactive: false, className: "am-within" }));
    }
  }

  function drawTiles() {
    if (state.tiles && !tiles) {
      tiles = L.tileLayer(state.tiles, { maxZoom: 18, opacity: 0.55 }).addTo(map);
    } else if (!state.tiles && tiles) {
      map.removeLayer(tiles);
      tiles = null;
    }
    root.classList.toggle("am-tiled", Boolean(tiles));
  }

  return {
    map,
    update(next) {
      const moved = next.reveal && next.reveal !== state.reveal ? next.reveal : null;
      state = next;
      root.setAttribute("aria-label", state.strings.map_label || "");
      drawPoints();
      drawShapes();
      drawWithin();
      drawMarks();
      drawHubs();
      drawTiles();
      labels.draw(state);
      keys.refresh();
      credit(state.strings.credit || "");
      if (moved) reveal(moved.split(" ")[0]);
    },
    /** Reports, for each outline, of places that lie somewhere in it without a position. */
    within(counts) {
      const found = {};
      for (const [id, count] of Object.entries(counts)) {
        const place = spots.get(id);
        if (place && place.how === "within") found[place.on] = (found[place.on] || 0) + count;
      }
      return found;
    },
    /** Point at places from outside (a card under the mouse); [] ends it. */
    highlight(ids) { pointed = ids; drawMarks(); },
    resize() { map.invalidateSize({ pan: false }); },
    destroy() { map.remove(); },
  };

  function reveal(id) {
    const place = spots.get(id);
    if (!place || place.lat === null) return;
    if (!map.getBounds().pad(-0.08).contains([place.lat, place.lon])) {
      map.panTo([place.lat, place.lon]);
    }
  }
}

function openMap(root, L, geometry, start) {
  const touch = window.matchMedia("(pointer: coarse)").matches;
  const map = L.map(root, {
    attributionControl: false, zoomControl: false, keyboard: false, dragging: !touch,
    scrollWheelZoom: false, zoomSnap: 0.25, zoomDelta: 0.5, wheelPxPerZoomLevel: 120,
    minZoom: 10, maxZoom: 17, maxBounds: L.latLngBounds(geometry.bounds).pad(1),
    fadeAnimation: false, touchZoom: true,
  });
  if (start) map.setView([start.lat, start.lng], start.zoom, { animate: false });
  else map.fitBounds(geometry.home || geometry.bounds, { animate: false, padding: [6, 6] });
  L.control.zoom({ position: "topleft" }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  easeWheel(root, map);
  return map;
}

/** The page scrolls over the map; the wheel zooms once the reader has taken the map in hand. */
function easeWheel(root, map) {
  map.scrollWheelZoom.disable();
  map.on("click focus mousedown", () => map.scrollWheelZoom.enable());
  root.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
  root.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) map.scrollWheelZoom.enable();
  }, { passive: true, capture: true });
}

function makePanes(map, L) {
  const heights = { "am-ground": 250, "am-parents": 390, "am-leaves": 400, "am-circles": 420,
    "am-marks": 430, "am-points": 440, "am-labels": 460, "am-hubs": 450 };
  const renderers = {};
  for (const [name, height] of Object.entries(heights)) {
    const pane = map.createPane(name);
    pane.style.zIndex = height;
    if (name === "am-labels" || name === "am-marks") pane.style.pointerEvents = "none";
    if (name !== "am-labels" && name !== "am-hubs") renderers[name] = L.svg({ pane: name, padding: 0.4 });
  }
  return renderers;
}

function makeLayer(place, L, panes) {
  const on = (pane, className) => ({ pane, renderer: panes[pane], className });
  if (place.shape) {
    const pane = place.parent ? "am-parents" : "am-leaves";
    return L.polygon(toRings(place.shape), on(pane, place.parent ? "am-parent" : "am-leaf"));
  }
  if (place.how === "circle" && place.radius) {
    return L.circle([place.lat, place.lon], { ...on("am-circles", "am-soft"), radius: place.radius });
  }
  if (place.how === "point" || place.how === "circle") {
    return L.circleMarker([place.lat, place.lon], { ...on("am-points", "am-dot"), radius: 5 });
  }
  return null;
}

function tooltip(place, state) {
  const first = state.lang === "ar" ? place.ar : place.en;
  const second = state.lang === "ar" ? place.en : place.ar;
  const count = state.counts[place.id] || 0;
  const inside = state.within[place.id] || 0;
  return make("div", { dir: state.lang === "ar" ? "rtl" : "ltr" },
    make("b", { dir: "auto" }, first || second), second && second !== first
      ? make("span", { class: "am-tip-other", dir: "auto" }, second) : null,
    make("div", {}, count ? countText(count, state.strings) : state.strings.no_mention || ""),
    inside ? make("div", {}, fill(state.strings.within_n, { n: inside })) : null,
    place.about ? make("div", { class: "am-tip-about" }, state.strings[place.about] || "") : null);
}

function makeCredit(L, map) {
  const box = make("div", { class: "am-credit", dir: "auto" });
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => box;
  control.addTo(map);
  return (text) => { if (box.textContent !== text) box.textContent = text; };
}

/** Names on the map: the selected first, then the most named, then the largest; none overlap. */
function createLabels(map, geometry, layers, hubs) {
  const pane = map.getPane("am-labels");
  pane.classList.add("leaflet-zoom-hide");
  const ruler = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  let drawn = "";

  function widthOf(text) {
    if (!widths.has(text)) {
      ruler.font = "600 12px 'Source Sans', 'Noto Sans Arabic', sans-serif";
      widths.set(text, ruler.measureText(text).width);
    }
    return widths.get(text);
  }

  function wanted(state) {
    const zoom = map.getZoom();
    const metres = 40075016 * Math.cos(36.2 * Math.PI / 180) / (256 * 2 ** zoom);
    const chosen = new Set([...state.selected, ...state.shared]);
    const found = [];
    for (const place of geometry.places) {
      if (place.lat === null) continue;
      const text = (state.lang === "ar" ? place.ar || place.en : place.en);
      const count = state.counts[place.id] || 0;
      const inside = state.within[place.id] || 0;
      const fits = Math.sqrt(place.area * 1e6) / metres > widthOf(text) * 0.85;
      const visible = place.shape ? !place.parent || count || inside : layers.has(place.id);
      const bare = place.shape ? fits || zoom >= 14.5 : zoom >= 15;
      if (!visible || !(chosen.has(place.id) || count || inside || bare)) continue;
      found.push({ place, text, count, inside,
        rank: (chosen.has(place.id) ? 1e9 : 0) + count * 1e4 + inside * 1e3 + place.area });
    }
    return found.sort((a, b) => b.rank - a.rank);
  }

  function boxAt(spot, wide, tall, by) {
    return [spot.x - wide / 2, spot.y - tall / 2 + by, spot.x + wide / 2, spot.y + tall / 2 + by];
  }

  /** Boxes of the marks for several places, which names keep off. */
  function signBoxes() {
    return hubs.getLayers().filter((layer) => layer.getLatLng).map((layer) => {
      const at = map.latLngToContainerPoint(layer.getLatLng());
      return [at.x - 9, at.y - 9, at.x + 9, at.y + 9];
    });
  }

  return {
    draw(state) {
      const size = map.getSize();
      if (!size.x) return;
      const taken = [];
      const nodes = [];
      const signs = signBoxes();
      for (const item of wanted(state)) {
        const spot = map.latLngToContainerPoint([item.place.lat, item.place.lon]);
        const numbered = item.count && map.getZoom() >= 12.5;
        const wide = Math.max(widthOf(item.text), item.inside ? 34 : 0) + 6;
        const tall = (numbered ? 26 : 15) + (item.inside ? 15 : 0);
        const dot = item.place.how === "point" ? 13 : 0;
        const free = (others) => (by) => {
          const box = boxAt(spot, wide, tall, by);
          const out = box[2] < 0 || box[3] < 0 || box[0] > size.x || box[1] > size.y;
          return !out && !others.some((b) => b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1]);
        };
        // a name rather touches a mark than is left out
        const shift = [dot, dot - 15, dot + 15].find(free([...taken, ...signs])) ??
          [dot].find(free(taken));
        if (shift === undefined) continue;
        taken.push(boxAt(spot, wide, tall, shift));
        nodes.push({ ...item, numbered, spot, dot: shift });
      }
      const now = JSON.stringify([map.getZoom(), map.getPixelOrigin(), state.lang, state.breaks,
        nodes.map((n) => [n.place.id, n.count, n.inside, n.dot])]);
      if (now === drawn) return;
      drawn = now;
      pane.replaceChildren(...nodes.map((node) => label(node, state)));
    },
  };

  function label(node, state) {
    const at = map.latLngToLayerPoint([node.place.lat, node.place.lon]);
    const dark = node.place.shape && classOf(node.count, state.breaks) >= 4;
    const element = make("div", { class: `am-label${dark ? " am-dark" : ""}${node.count ? "" : " am-quiet"}`,
      "aria-hidden": "true" },
    make("span", { dir: "auto" }, node.text),
    node.numbered ? make("small", {}, String(node.count)) : null,
    node.inside ? make("em", {}, `+${node.inside}`) : null);
    element.style.transform = `translate(${at.x}px, ${at.y + node.dot}px) translate(-50%, -50%)`;
    return element;
  }
}

/** One tab stop; arrow keys go to the next place that way, Enter chooses, + and - zoom. */
function createKeys(root, map, layers, spots, onPick, onPoint) {
  let current = null;

  function paths() {
    return [...layers].filter(([id, layer]) => map.hasLayer(layer) && !spots.get(id).parent)
      .map(([id, layer]) => [id, layer.getElement()]).filter(([, path]) => path);
  }

  function settle(id) {
    for (const [other, path] of paths()) {
      path.setAttribute("tabindex", other === id ? "0" : "-1");
    }
    current = id;
  }

  function step(dx, dy) {
    const from = map.latLngToContainerPoint([spots.get(current).lat, spots.get(current).lon]);
    let best = null;
    let least = Infinity;
    for (const [id] of paths()) {
      if (id === current) continue;
      const to = map.latLngToContainerPoint([spots.get(id).lat, spots.get(id).lon]).subtract(from);
      const along = to.x * dx + to.y * dy;
      const aside = Math.abs(to.x * dy) + Math.abs(to.y * dx);
      const cost = along + 2.2 * aside;
      if (along > 2 && cost < least) { least = cost; best = id; }
    }
    if (best) focus(best);
  }

  function focus(id) {
    settle(id);
    const place = spots.get(id);
    if (!map.getBounds().contains([place.lat, place.lon])) {
      map.panTo([place.lat, place.lon], { animate: false });
    }
    layers.get(id).getElement().focus({ preventScroll: true });
  }

  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  root.addEventListener("keydown", (event) => {
    const path = event.target.closest("[data-place]");
    if (!path) return;
    current = path.getAttribute("data-place");
    if (moves[event.key]) step(...moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") onPick(current, event.shiftKey);
    else if (event.key === "+" || event.key === "=") map.zoomIn();
    else if (event.key === "-") map.zoomOut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener("focusin", (event) => {
    const path = event.target.closest("[data-place]");
    if (path && path.matches(":focus-visible")) onPoint([path.getAttribute("data-place")]);
  });
  root.addEventListener("focusout", () => onPoint([]));

  return {
    refresh() {
      const all = paths();
      if (current && all.some(([id]) => id === current)) return;
      const middle = map.getSize().divideBy(2);
      const nearest = all.map(([id]) => [id, map.latLngToContainerPoint(
        [spots.get(id).lat, spots.get(id).lon]).distanceTo(middle)])
        .sort((a, b) => a[1] - b[1])[0];
      if (nearest) settle(nearest[0]);
    },
  };
}
