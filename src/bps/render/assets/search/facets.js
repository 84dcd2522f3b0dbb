// Facets of the results: only values that occur, with how often.

import { isNation, make, nameOf } from "./parts.js";

const MAIN_AREAS = "national-areas/";
const TREES = { place: "jurisdiction", area: "area", recipients: "recipients", life_event: "life-events" };

export function makeFacets(place, hits, chosen, context) {
  const { words } = context;
  const fields = Object.keys(words.facets)
    .map((facet) => [facet, countsOf(facet, hits)])
    .filter(([facet, counts]) => counts.size > 1 || facet in chosen)
    .map(([facet, counts]) => makeField(facet, counts, chosen[facet] ?? "", context));
  // On a phone the facets stay folded, so that results come first.
  const shown = place.querySelector("details")?.open ?? matchMedia("(min-width: 48rem)").matches;
  place.replaceChildren();
  if (!fields.length || !hits.length) return;
  place.append(make(
    "details", { open: shown || Object.keys(chosen).length > 0 },
    make("summary", {}, words.narrow), make("div", { class: "search-facet-row" }, ...fields),
  ));
}

export function readFacets(place) {
  const chosen = {};
  for (const select of place.querySelectorAll("select")) {
    if (select.value) chosen[select.dataset.facet] = select.value;
  }
  return chosen;
}

function countsOf(facet, hits) {
  const counts = new Map();
  for (const { document: found } of hits) {
    for (const value of found.facets[facet]) {
      if (facet === "area" && !value.startsWith(MAIN_AREAS)) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function makeField(facet, counts, chosen, context) {
  const { words } = context;
  const id = `bps-facet-${facet}`;
  const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (chosen && !counts.has(chosen)) values.push([chosen, 0]);
  const options = values.map(([value, count]) => make(
    "option", { value, selected: value === chosen }, `${labelOf(facet, value, context)}（${count}）`,
  ));
  const select = make("select", { id, "data-facet": facet }, make("option", { value: "" }, words.all), ...options);
  return make("div", { class: "search-facet" }, make("label", { for: id }, words.facets[facet]), select);
}

function labelOf(facet, value, context) {
  if (facet === "type") return context.words.types[value] ?? value;
  const found = context.index.byKey.get(`${TREES[facet]}:${value}`);
  if (isNation(found)) return context.words.nation;
  return found ? nameOf(found, context).text : value;
}
