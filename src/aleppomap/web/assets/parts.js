// The parts of the live page, as one Streamlit component: data.part says which one.
// Streamlit calls the default function again with new data; the part is kept and updated,
// so that moving the window never rebuilds the map.

import {
  createCards, createCounts, createLegend, createMap, createReader, createTimeline, dressRoot, inDays,
  make,
} from "./draw.js";
import { createSheet } from "./sheet.js";

const base = new URL("../../../", import.meta.url); // the app's root, base path included
const kept = new WeakMap();
const bus = new EventTarget();
const files = new Map();

function load(kind, path) {
  const url = new URL(path, base).href;
  if (!files.has(url)) files.set(url, kind(url));
  return files.get(url);
}
const script = (url) => import(url).then(() => window.L);
const json = (url) => fetch(url).then((answer) => {
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
});
const style = (url) => new Promise((resolve) => {
  const link = make("link", { rel: "stylesheet", href: url, load: resolve, error: resolve });
  document.head.append(link);
});
const leafletReady = Promise.all([
  load(script, "aleppomap/leaflet/leaflet.js"), load(style, "aleppomap/leaflet/leaflet.css"),
]);

// ------------------------------------------------------------ the address

const address = {
  view: null,
  params: null,
  mapped: true,
  /** Write the whole view into the address bar; nothing reruns and the history stays clean. */
  write() {
    if (!this.params) return;
    const now = new URLSearchParams(window.location.search);
    const view = this.view || opened;
    for (const key of Object.keys(this.params)) now.delete(key);
    for (const [key, values] of Object.entries(this.params)) {
      if (key === "v" && (view || this.mapped)) {
        if (view) now.append("v", view); // else the map is about to say it
      }
      else for (const value of values) now.append(key, value);
    }
    const query = now.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
    window.history.replaceState(window.history.state, "", `${window.location.pathname}?${query}`);
  },
};

/** The viewport of an address as numbers, or null where the words are none. */
function readView(text) {
  if (!/^-?[\d.]+,-?[\d.]+,[\d.]+$/.test(text || "")) return null;
  const [lat, lng, zoom] = text.split(",").map(Number);
  const real = Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 20;
  return real ? { lat, lng, zoom } : null;
}

const asked = new URLSearchParams(window.location.search).get("v");
const opened = readView(asked) ? asked : null;

// --------------------------------------------- the window, while it is being moved

// The slider moves many times a second; the server answers a little later. Meanwhile the map and
// the bars follow the slider by themselves, from the days of the reports that pass the filters.
// What the server then says is the same, and stands.
const moving = {
  rows: [],
  places: [],
  window: null,
  /** [first day, last day] that the slider shows, as days since 1970, or null. */
  read(box) {
    const ends = [...box.querySelectorAll(".stSlider input[type=range]")].map(
      (input) => Math.round(Number(input.value) / 86400e6));
    return ends.length === 2 && ends.every(Number.isFinite) ? ends : null;
  },
  watch(box) {
    new MutationObserver(() => {
      const now = this.read(box);
      if (!now || String(now) === String(this.window)) return;
      this.window = now;
      bus.dispatchEvent(new Event("window"));
    }).observe(box, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
  },
  /** Whether the slider has gone on since the server saw it. */
  ahead(data) {
    return Boolean(this.window && data.window && String(this.window) !== String(data.window));
  },
  counts() {
    const [since, until] = this.window;
    const counts = {};
    for (const [first, last, , ...named] of this.rows) {
      if (last < since || first > until) continue;
      for (const number of named) {
        const id = this.places[number];
        counts[id] = (counts[id] || 0) + 1;
      }
    }
    return counts;
  },
  bins(bins) {
    const [since, until] = this.window;
    const days = this.rows.filter(([first, last, chosen]) => chosen && last >= since && first <= until)
      .map(([, last]) => last);
    return bins.map((bin) => {
      const [start, end] = [bin.start, bin.end].map((day) => Date.parse(day) / 86400e3);
      return { ...bin, shown: days.filter((day) => day >= start && day <= end).length };
    });
  },
};

const isoDay = (day) => new Date(day * 86400e3).toISOString().slice(0, 10);

// -------------------------------------------------------------- the parts

const parts = {
  moments() {
    return { update(data) { moving.rows = data.rows; moving.places = data.places; } };
  },

  timeline(root, part) {
    const drawn = createTimeline(root, {
      onPick: (start, end) => part.send("picked", { start, end }),
    });
    const box = root.closest(".st-key-time");
    if (box) moving.watch(box);
    const draw = (data) => drawn.update(moving.ahead(data) ? {
      ...data, since: isoDay(moving.window[0]), until: isoDay(moving.window[1]),
      bins: moving.bins(data.bins),
    } : data);
    listen("window", () => draw(part.data), root);
    return { update: draw };
  },

  counts(root, part) {
    return createCounts(root, { onPick: (name) => part.send("picked", name) });
  },

  cards(root, part) {
    return createCards(root, listening(part));
  },

  beside(root, part) {
    return createCards(root, listening(part));
  },

  reader(root, part) {
    return createReader(root, {
      onPick: (id) => part.send("picked", { place: id }), onHover: point,
    });
  },

  map(root, part) {
    const box = make("div", {});
    const legendBox = make("div", {});
    const hint = make("p", { class: "am-map-hint" });
    root.append(box, hint, legendBox);
    const { look, geometry } = part.data;
    const legend = createLegend(legendBox, { look });
    let drawn = null;
    Promise.all([leafletReady, load(json, geometry)]).then(([[L], shapes]) => {
      drawn = createMap(box, L, {
        geometry: shapes, look, start: readView(address.view || opened),
        onPick: (place, more) => part.send("picked", { place, more }),
        onView: ({ lat, lng, zoom }) => {
          address.view = `${lat.toFixed(5)},${lng.toFixed(5)},${Number(zoom.toFixed(2))}`;
          address.write();
        },
      });
      draw(part.data);
      const centre = drawn.map.getCenter();
      drawn.map.fire("moveend", { target: drawn.map, centre });
      listen("point", (event) => drawn.highlight(event.detail), root);
      listen("window", () => draw(part.data), root);
      box.dataset.ready = "true";
    }).catch((fault) => {
      box.replaceChildren(make("p", { class: "am-empty", role: "alert" },
        `${part.data.strings.map_failed} (${fault.message})`));
    });
    function draw(data) {
      if (!moving.ahead(data)) return drawn.update(data);
      const counts = moving.counts();
      const marks = inDays(data.marks, ...moving.window.map(isoDay));
      return drawn.update({ ...data, counts, marks, within: drawn.within(counts) });
    }
    const touch = window.matchMedia("(pointer: coarse)").matches;
    return {
      update(data) {
        legend.update(data.legend);
        hint.textContent = touch ? data.strings.hint_touch : data.strings.hint_mouse;
        hint.setAttribute("dir", data.lang === "ar" ? "rtl" : "ltr");
        if (drawn) draw(data);
      },
      destroy() { if (drawn) drawn.destroy(); },
    };
  },

  articles(root, part) {
    return createSheet(root, {
      onTick: (ids) => part.send("picked", { ticked: ids }),
      onOpen: (id) => part.send("picked", { open: id }),
      onMore: () => part.send("picked", { more: true }),
    });
  },

  faults(root) {
    return createSheet(root);
  },

  link(root, part) {
    root.classList.add("am-link");
    const said = make("span", { class: "am-said", role: "status" });
    const field = make("input", { readonly: true, type: "text", hidden: true });
    const plain = make("button", { type: "button", class: "am-copy", click: () => copy("") });
    const full = make("button", {
      type: "button", class: "am-copy-text", click: () => copy(`#a=${part.data.inside}`),
    });
    root.append(plain, full, field, said);

    async function copy(fragment) {
      const { strings } = part.data;
      const url = window.location.href.split("#")[0] + fragment;
      try {
        await navigator.clipboard.writeText(url);
        said.textContent = strings.link_copied;
        field.hidden = true;
      } catch {
        field.value = url;
        field.hidden = false;
        field.setAttribute("aria-label", strings.link_here);
        said.textContent = strings.link_here;
        field.select();
      }
    }

    receive(part);
    return {
      update(data) {
        const { strings } = data;
        dressRoot(root, data.look);
        document.documentElement.lang = data.lang;
        document.documentElement.dir = "ltr";
        root.setAttribute("dir", data.lang === "ar" ? "rtl" : "ltr");
        plain.textContent = strings.copy_link;
        plain.hidden = Boolean(data.quiet);
        full.hidden = !data.inside;
        full.textContent = strings.copy_link_inside;
        if (data.inside_why) said.textContent = data.inside_why;
        address.params = data.params;
        address.mapped = data.mapped;
        address.write();
      },
    };
  },
};

/** Text that came in the fragment goes to Python over the websocket, once, and leaves the bar. */
function receive(part) {
  const found = /^#a=([\w-]+)$/.exec(window.location.hash);
  if (!found) return;
  window.history.replaceState(window.history.state, "",
    window.location.pathname + window.location.search);
  part.send("received", found[1]);
}

/** What cards tell: the reader's choices go to Python, the place under the mouse to the map. */
function listening(part) {
  return {
    onPick: (id) => part.send("picked", { place: id }),
    onReport: (id) => part.send("picked", { report: id }),
    onBeside: (id) => part.send("picked", { beside: id }),
    onRead: (doc, report) => part.send("picked", { read: doc, report }),
    onMore: () => part.send("picked", { more: true }),
    onHover: point,
  };
}

/** Hear of something for as long as the part stands in the page. */
function listen(name, act, root) {
  const heard = (event) => {
    if (root.isConnected) act(event);
    else bus.removeEventListener(name, heard);
  };
  bus.addEventListener(name, heard);
}

function point(ids) {
  bus.dispatchEvent(new CustomEvent("point", { detail: ids }));
}

export default function show(component) {
  const { data, parentElement, setTriggerValue } = component;
  let part = kept.get(parentElement);
  if (!part) {
    const root = make("div", { class: "am-root" });
    parentElement.append(root);
    part = { data };
    part.send = (event, value) => part.trigger(event, value);
    part.trigger = setTriggerValue;
    part.view = (parts[data.part] || (() => ({ update() {} })))(root, part);
    if (data.look) dressRoot(root.firstElementChild || root, data.look);
    if (data.look) dressRoot(root, data.look);
    kept.set(parentElement, part);
  }
  part.trigger = setTriggerValue;
  part.data = data;
  part.view.update(data);
  // Streamlit also calls this when newer data overtake older ones; only a part that has left the
  // page is taken down.
  return () => setTimeout(() => {
    if (parentElement.isConnected || kept.get(parentElement) !== part) return;
    if (part.view.destroy) part.view.destroy();
    kept.delete(parentElement);
  });
}
