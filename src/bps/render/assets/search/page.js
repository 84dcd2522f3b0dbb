// The page of results: the query in the address, facets, and what to do when nothing is found.

import { makeFacets, readFacets } from "./facets.js";
import { searchPages } from "./fulltext.js";
import { shorten } from "./normalise.js";
import { addressOf, hitParts, make, nameOf } from "./parts.js";

const PAUSE = 160;
const SHOWN = 20;

export function showPage(context) {
  const { place, form, input, words } = context;
  const narrow = make("div", { class: "search-facets" });
  const results = make("div", { class: "search-results" });
  place.append(narrow, results);
  const state = { narrow, results, facets: {}, timer: 0, asked: null, turn: 0 };
  const again = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => run(context, state), PAUSE);
  };
  input.addEventListener("input", again);
  form.addEventListener("submit", () => {
    clearTimeout(state.timer);
    run(context, state);
  });
  narrow.addEventListener("change", () => {
    state.facets = readFacets(narrow);
    run(context, state);
  });
  addEventListener("popstate", () => readAddress(context, state));
  results.addEventListener("click", (event) => {
    const chosen = event.target.closest("button[data-query]");
    if (!chosen) return;
    input.value = chosen.dataset.query;
    run(context, state);
  });
  context.status.textContent = words.ask;
  // Whoever was quicker than this script finds what they typed, not what the address says.
  if (input.value.trim()) run(context, state);
  else readAddress(context, state);
}

function readAddress(context, state) {
  const given = new URLSearchParams(location.search);
  context.input.value = given.get("q") ?? "";
  state.facets = {};
  for (const facet of Object.keys(context.words.facets)) {
    if (given.get(facet)) state.facets[facet] = given.get(facet);
  }
  if (context.input.value.trim()) run(context, state);
  else context.input.focus({ preventScroll: true });
}

function writeAddress(query, facets) {
  const address = new URL(location.href);
  for (const name of [...address.searchParams.keys()]) if (name !== "mode") address.searchParams.delete(name);
  if (query) address.searchParams.set("q", query.slice(0, 300));
  for (const [name, value] of Object.entries(facets)) address.searchParams.set(name, value);
  history.replaceState(history.state, "", address);
}

async function run(context, state) {
  const { input, status, words } = context;
  const query = input.value.trim();
  const turn = state.turn + 1;
  state.turn = turn;
  if (query !== state.asked && state.asked !== null) state.facets = {};
  state.asked = query;
  writeAddress(query, state.facets);
  if (!query) {
    state.results.replaceChildren();
    state.narrow.replaceChildren();
    status.textContent = words.ask;
    return;
  }
  if (!context.index) status.textContent = words.loading;
  let ask;
  try {
    ask = await context.engine();
  } catch {
    status.textContent = words.failed;
    state.results.replaceChildren(hubs(context));
    return;
  }
  if (turn !== state.turn) return;
  show(context, state, query, ask);
}

function show(context, state, query, ask) {
  const { status, words } = context;
  const wide = ask(query, {});
  const found = Object.keys(state.facets).length ? ask(query, state.facets) : wide;
  makeFacets(state.narrow, wide.hits, state.facets, context);
  const said = [firstSentence(found, words)];
  if (shorten(query) !== query) said.push(words.cut);
  if (found.fits && !found.elsewhere.length && found.plan.unknown.length) {
    said.push(words.unknown(found.plan.unknown.join(context.lang === "zh" ? "、" : ", ")));
  }
  status.textContent = said.join(context.lang === "zh" ? "" : " ");
  const list = make("ol", { class: "hits" });
  found.hits.slice(0, SHOWN).forEach((hit) => {
    const [name, ...rest] = hitParts(hit, context);
    const link = make("a", { href: addressOf(context, hit.document) }, name);
    list.append(make("li", { class: "hit" }, link, ...rest));
  });
  const close = found.elsewhere.length ? words.related : words.close;
  const before = found.fits && !found.elsewhere.length ? [] : [make("h2", {}, close)];
  const parts = found.hits.length ? [...before, list] : [...nearTerms(found.near, context), hubs(context)];
  if (found.elsewhere.length) parts.unshift(elsewhereList(found.elsewhere, context));
  state.results.replaceChildren(...parts, fullText(query, found.plan, context));
}

function firstSentence(found, words) {
  if (found.elsewhere.length) return words.elsewhere;
  return found.fits ? words.count(found.hits.length) : words.noFit;
}

// Who handles a matter outside the lists, with the number to call.
function elsewhereList(matters, context) {
  const { lang, words, home } = context;
  const items = (ids) => ids.map((id) => context.index.byKey.get(`item:${id}`)).filter(Boolean)
    .map((item) => make("a", { href: addressOf({ home }, item) }, nameOf(item, context).text));
  return make("ul", { class: "elsewhere" }, ...matters.map(({ document: { name, body, call, note, items: ids } }) => make(
    "li", {},
    make("strong", {}, name[lang] || name.zh),
    make("span", {}, body[lang] || body.zh),
    call && make("a", { href: `tel:${call}` }, `${words.call} ${call}`),
    (note[lang] || note.zh) && make("span", { class: "hit-meta" }, note[lang] || note.zh),
    ...items(ids),
  )));
}

function nearTerms(near, { words }) {
  if (!near.length) return [];
  const buttons = near.map((term) => make("button", { type: "button", class: "button", "data-query": term }, term));
  return [make("h2", {}, words.near), make("p", { class: "search-near", lang: "zh-CN" }, ...buttons)];
}

function hubs({ words, home }) {
  const links = Object.entries(words.hub).map(([hub, title]) => make(
    "li", {}, make("a", { href: `${home}${hub}/` }, title),
  ));
  return make("nav", { "aria-label": words.hubs }, make("h2", {}, words.hubs), make("ul", { class: "search-hubs" }, ...links));
}

function fullText(query, plan, context) {
  const short = Array.from(query).slice(0, 30).join("");
  const area = make("div", { class: "search-fulltext" });
  const button = make("button", { type: "button", class: "button" }, context.words.fullText(short));
  button.addEventListener("click", () => {
    button.disabled = true;
    searchPages(plan, area, context).catch(() => { context.status.textContent = context.words.failed; });
  });
  area.append(button);
  return area;
}
