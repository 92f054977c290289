// Bars and time line: tables and drawings that also read as text.
import { drawing, element, withVariables } from "./dom.js";
import { fractionalYear } from "./dates.js";

/**
 * A table with a bar for each row; bars start at zero, negative ones go left.
 * @param {{label: string, value: number, tag?: string, isPlain?: boolean, title?: string}[]} rows
 */
export function bars(caption, rows) {
  const low = Math.min(0, ...rows.map(row => row.value));
  const span = Math.max(0, ...rows.map(row => row.value)) - low || 1;
  const percent = value => `${(100 * value / span).toFixed(1)}%`;
  return element("table", { class: "bars", "aria-label": caption },
    element("tbody", {}, ...rows.map(row => element("tr", {},
      element("th", { scope: "row", title: row.title }, row.label, row.tag ? " " : null, row.tag ? element("span", { class: "tag" }, row.tag) : null),
      element("td", {}, withVariables(
        element("div", { class: "track", "aria-hidden": "true" },
          element("i", { class: row.isPlain ? "plain" : row.value < 0 ? "against" : "for" })),
        { zero: percent(-low), from: percent(Math.min(0, row.value) - low), width: percent(Math.abs(row.value)) })),
      element("td", { class: "number" }, row.isPlain ? row.value.toFixed(2) : signed(row.value))))));
}

/** A tenure as a bar on an axis of years, and the document's date on it. */
export function timeline(tenure, date) {
  const today = fractionalYear(new Date().toISOString().slice(0, 10));
  const start = fractionalYear(tenure.start);
  const end = tenure.end ? fractionalYear(tenure.end) : today;
  const now = date ? fractionalYear(date) : null;
  const from = Math.floor(Math.min(start, now ?? start)) - 1;
  const to = Math.ceil(Math.max(end, now ?? end)) + 1;
  const [width, margin] = [320, 16];
  const x = year => margin + (year - from) / (to - from) * (width - 2 * margin);
  const anchorOf = at => at < 50 ? "start" : at > width - 50 ? "end" : "middle";
  const label = (year, y, text, cls) => drawing("text", { x: x(year), y, class: cls, "text-anchor": anchorOf(x(year)) }, text);
  return drawing("svg", { class: "timeline", viewBox: `0 0 ${width} 62`, role: "img", "aria-label": tenureInWords(tenure, date) },
    drawing("line", { class: "axis", x1: margin, x2: width - margin, y1: 32, y2: 32 }),
    drawing("rect", { class: "tenure", x: x(start), y: 26, width: Math.max(3, x(end) - x(start)), height: 12, rx: 3 }),
    label(start, 56, tenure.start.slice(0, 7), ""),
    x(end) - x(start) > 70 ? label(end, 56, tenure.end ? tenure.end.slice(0, 7) : "today", "") : null,
    now === null ? null : drawing("line", { class: "now", x1: x(now), x2: x(now), y1: 18, y2: 44 }),
    now === null ? null : label(now, 13, date, "now-label"));
}

/** "President of Russia, 2008-05-07 to 2012-05-07; the text is of 2010-04-08" */
export function tenureInWords(tenure, date) {
  const time = tenure.end ? `${tenure.start} to ${tenure.end}` : `since ${tenure.start}`;
  return `${tenure.office}, ${time}${date ? `; the text is of ${date}` : ""}`;
}

const signed = value => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
