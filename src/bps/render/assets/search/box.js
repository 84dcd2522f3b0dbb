// The search box: a combobox in the head of every page, a list with facets on the page of its own.

import { addressOf, hitParts, make, makeIcon } from "./parts.js";
import { wordsIn } from "./words.js";

const PAUSE = 140;
const OPTIONS = 6;

export function setUp(place) {
  const lang = place.dataset.lang === "en" ? "en" : "zh";
  const base = place.dataset.base || "./";
  const context = { place, lang, base, words: wordsIn(lang), variant: place.dataset.variant };
  context.home = lang === "en" ? `${base}en/` : base;
  addStyle(base);
  const parts = makeForm(context);
  Object.assign(context, parts);
  context.engine = () => openEngine(context);
  // From the first moment on: a form that is sent on its own would leave the page.
  parts.form.addEventListener("submit", (event) => event.preventDefault());
  place.replaceChildren(parts.form);
  if (context.variant === "page") setUpPage(context);
  else setUpCombobox(context);
}

function addStyle(base) {
  document.head.append(make("link", { rel: "stylesheet", href: `${base}assets/search.css` }));
}

function makeForm({ words, variant }) {
  const label = make("label", { class: "unseen", for: "bps-search-input" }, words.label);
  const input = make("input", {
    id: "bps-search-input", type: "search", name: "q", autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", enterkeyhint: "search", placeholder: words.placeholder,
  });
  const button = make("button", { type: "submit", class: "search-go", "aria-label": words.button }, makeIcon());
  const status = make("p", { class: variant === "page" ? "search-status" : "unseen", role: "status" });
  const row = make("div", { class: "search-row" }, input, button);
  const form = make("form", { role: "search", class: "search-form", "aria-label": words.button }, label, row, status);
  return { form, row, input, status };
}

// Code and index come together, and only when someone starts to search.
async function openEngine(context) {
  const engine = await import("./engine.js");
  const index = await engine.openIndex(context.base);
  context.places ??= new Map(
    index.documents.filter(({ type }) => type === "jurisdiction").map((each) => [each.id, each]),
  );
  context.index = index;
  return (query, facets) => engine.answer(query, index, facets);
}

const pageOf = (context, query) => `${context.home}search/?q=${encodeURIComponent(wellFormed(query))}`;

const wellFormed = (text) => text.replace(/[\ud800-\udfff]/gu, "");

// What shows results comes with the first letter, or at once where the address asks.
function setUpPage(context) {
  const { form, input, status, words } = context;
  let loaded;
  const load = () => { loaded ??= import("./page.js").then(({ showPage }) => showPage(context)); };
  if ([...new URLSearchParams(location.search).keys()].some((name) => name !== "mode")) {
    load();
    return;
  }
  status.textContent = words.ask;
  input.addEventListener("input", load, { once: true });
  form.addEventListener("submit", load, { once: true });
  input.focus({ preventScroll: true });
}

function setUpCombobox(context) {
  const { form, row, input, status, words } = context;
  const list = make("div", { id: "bps-search-list", class: "search-list", role: "listbox", "aria-label": words.results, hidden: true });
  row.append(list);
  const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const state = { list, active: -1, asked: "", timer: 0 };
  input.addEventListener("focus", () => { context.engine().catch(() => {}); }, { once: true });
  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => suggest(context, state), PAUSE);
  });
  input.addEventListener("keydown", (event) => onKey(event, context, state));
  input.addEventListener("focus", () => { if (list.childElementCount && input.value.trim() === state.asked) open(context, state, true); });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) open(context, state, false); });
  form.addEventListener("submit", () => {
    if (input.value.trim()) location.assign(pageOf(context, input.value.trim()));
    else input.focus();
  });
  status.textContent = "";
}

async function suggest(context, state) {
  const { input, status, words } = context;
  const query = input.value.trim();
  state.asked = query;
  if (!query) {
    state.list.replaceChildren();
    status.textContent = "";
    open(context, state, false);
    return;
  }
  let found;
  try {
    const ask = await context.engine();
    found = ask(query, {});
  } catch {
    status.textContent = words.failed;
    return;
  }
  if (input.value.trim() !== query) return;
  const hits = [...found.elsewhere, ...found.hits].slice(0, OPTIONS);
  const options = hits.map((hit) => make(
    "a", { role: "option", href: addressOf(context, hit.document), tabindex: "-1", "aria-selected": "false" },
    ...hitParts(hit, context),
  ));
  const last = found.fits ? words.more : words.noFit;
  options.push(make(
    "a", { role: "option", class: "search-more", href: pageOf(context, query), tabindex: "-1", "aria-selected": "false" }, last,
  ));
  // When nothing fits, that stands before what only comes close.
  if (!found.fits) options.unshift(options.pop());
  options.forEach((option, number) => option.setAttribute("id", `bps-option-${number}`));
  state.list.replaceChildren(...options);
  state.active = -1;
  status.textContent = found.fits ? words.count(found.hits.length || hits.length) : words.noFit;
  open(context, state, document.activeElement === input);
}

function open({ input }, state, shown) {
  state.list.hidden = !shown;
  input.setAttribute("aria-expanded", String(shown));
  if (!shown) choose({ input }, state, -1);
}

function choose({ input }, state, number) {
  const options = Array.from(state.list.children);
  state.active = number;
  options.forEach((option, position) => option.setAttribute("aria-selected", String(position === number)));
  if (number < 0) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  input.setAttribute("aria-activedescendant", options[number].id);
  options[number].scrollIntoView({ block: "nearest" });
}

function onKey(event, context, state) {
  if (event.isComposing) return;
  const count = state.list.childElementCount;
  const shown = !state.list.hidden;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && count) {
    event.preventDefault();
    if (!shown) open(context, state, true);
    // One place before the first option is the input itself.
    choose(context, state, ((state.active + 1 + step + count + 1) % (count + 1)) - 1);
  } else if (event.key === "Enter" && shown && state.active >= 0) {
    event.preventDefault();
    state.list.children[state.active].click();
  } else if (event.key === "Escape" && shown) {
    event.preventDefault();
    open(context, state, false);
  }
}
