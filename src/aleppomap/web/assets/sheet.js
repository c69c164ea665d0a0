// A table of articles or of faults: real rows, ticked and opened by mouse or keyboard; on a narrow
// screen each row becomes a block. Words of documents are only ever set as text.

import { make } from "./draw.js";

/**
 * state: {caption, columns: [{key, label, mark}], rows: [{id, href, [key]: text, note}], ticked:
 * [ids], tick: bool, strings, lang, more}. Callbacks: onTick([ids]), onOpen(id), onMore().
 */
export function createSheet(root, { onTick = () => {}, onOpen = () => {}, onMore = () => {} } = {}) {
  root.classList.add("am-sheet");
  let shown = null;

  function boxes() {
    return [...root.querySelectorAll("tbody input[type=checkbox]")];
  }
  function tell() {
    const all = boxes();
    onTick(all.filter((box) => box.checked).map((box) => box.dataset.id));
    const head = root.querySelector("thead input");
    if (head) head.checked = all.length > 0 && all.every((box) => box.checked);
  }

  function head(state) {
    const { strings } = state;
    const all = state.tick && make("input", {
      type: "checkbox", "aria-label": strings.tick_all,
      change: (event) => { for (const box of boxes()) box.checked = event.target.checked; tell(); },
    });
    if (all) all.checked = state.rows.length > 0 && state.ticked.length === state.rows.length;
    return make("thead", {}, make("tr", {},
      state.tick ? make("th", { class: "am-tick", scope: "col" }, all) : null,
      ...state.columns.map((column) => make("th", { scope: "col", "data-key": column.key }, column.label))));
  }

  function cell(column, row, state) {
    const text = row[column.key] ?? "";
    const shownText = make("span", { dir: "auto" }, String(text));
    const inner = column.key === "title" && row.href
      ? make("a", {
        href: row.href,
        click: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(row.id);
        },
      }, shownText)
      : shownText;
    const note = column.key === "title" && row.note
      ? make("span", { class: "am-sheet-note", dir: "auto" }, row.note) : null;
    return make("td", {
      "data-key": column.key, "data-label": column.label,
      class: `${text === "" ? "am-blank" : ""}${column.mark ? " am-mark" : ""}`,
    }, inner, note);
  }

  function line(row, state) {
    let box = null;
    if (state.tick) {
      box = make("input", {
        type: "checkbox", "data-id": row.id, "aria-label": `${state.strings.tick} ${row.title}`,
        change: tell,
      });
      box.checked = state.ticked.includes(row.id);
    }
    return make("tr", { "data-id": row.id },
      state.tick ? make("td", { class: "am-tick" }, box) : null,
      ...state.columns.map((column) => cell(column, row, state)));
  }

  return {
    update(state) {
      const text = JSON.stringify(state);
      if (text === shown) return;
      shown = text;
      root.setAttribute("dir", state.lang === "ar" ? "rtl" : "ltr");
      const table = make("table", {}, make("caption", {}, state.caption), head(state),
        make("tbody", {}, ...state.rows.map((row) => line(row, state))));
      const more = state.more
        ? make("button", { type: "button", class: "am-more", click: onMore }, state.more) : null;
      root.replaceChildren(...[table, more].filter(Boolean));
    },
  };
}
