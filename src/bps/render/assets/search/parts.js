// Small pieces of the search box. Text goes in as text, never as markup.

import { sayWhy } from "./words.js";

// The nation stands above every other place: its own entry names no place it lies in.
export const isNation = (place) => place !== undefined && place.type === "jurisdiction" && place.facets.place.length === 0;

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function makeIcon() {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.setAttribute("focusable", "false");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20.5 20.5");
  icon.append(path);
  return icon;
}

// A name in the language of the page; in the other one it is marked as such.
export function nameOf(document_, context) {
  const own = document_.name[context.lang];
  const text = own || document_.name.zh || document_.name.en;
  const other = context.lang === "zh" ? "en" : "zh-CN";
  return { text, lang: own ? undefined : other };
}

export const addressOf = (context, found) => `${context.home}${found.url}`;

const isLatin = (term) => /^[a-z0-9 ]+$/.test(term);

function marked(text, reasons) {
  const terms = reasons.map(({ term }) => term).filter((term) => term && !term.includes("|"));
  const lower = text.toLowerCase();
  const found = terms
    .map((term) => [lower.search(isLatin(term) ? new RegExp(`\\b${term}`) : literal(term)), term])
    .filter(([start]) => start >= 0)
    .sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
  const parts = [];
  let end = 0;
  for (const [start, term] of found) {
    if (start < end) continue;
    parts.push(text.slice(end, start), make("mark", {}, text.slice(start, start + term.length)));
    end = start + term.length;
  }
  return [...parts, text.slice(end)];
}

const literal = (term) => new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));

// What a result shows: its name, what it is and where, and why it matched.
export function hitParts({ document: found, reasons }, context) {
  const { words, places } = context;
  const { text, lang } = nameOf(found, context);
  const nearest = found.type === "jurisdiction" ? undefined : found.facets.place[0];
  const place = nearest ? places.get(nearest) : undefined;
  const meta = [
    words.types[found.type] ?? found.type,
    found.codes[0],
    isNation(place) ? words.nation : place && nameOf(place, context).text,
    words.status[found.status],
  ].filter(Boolean);
  const why = [...new Set(reasons.map((reason) => sayWhy(reason, words)))].slice(0, 3);
  return [
    make("span", { class: "hit-name", lang }, ...marked(text, reasons)),
    make("span", { class: "hit-meta" }, meta.join(" · ")),
    make("span", { class: "hit-why" }, why.join(context.lang === "zh" ? "；" : "; ")),
  ];
}
