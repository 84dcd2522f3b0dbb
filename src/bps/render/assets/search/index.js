// The index as sent by bps.search.pack, made ready for queries.

import { LONGEST_TERM, Lexicon } from "./lexicon.js";
import { codeKey, isHan, isLetters, matchText, normalise, size, splitRuns } from "./normalise.js";

const FACETS = ["place", "area", "recipients", "life_event"];
const unique = (values) => [...new Set(values)];

export async function loadIndex(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  let bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack by themselves: look at the bytes, not at the name.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  return makeIndex(JSON.parse(new TextDecoder().decode(bytes)));
}

export function makeIndex(values) {
  const [old, instead] = values.traditional.map((line) => Array.from(line));
  const traditional = new Map(old.map((character, number) => [character, instead[number]]));
  const fold = (texts) => texts.map((text) => normalise(text, traditional));
  const documents = values.documents.map((row) => readDocument(row, values, fold));
  const matters = values.matters.map((row) => readMatter(row, fold));
  const index = {
    documents,
    matters,
    fields: values.fields,
    trust: values.trust,
    hubs: values.hubs,
    mostNear: values.most_near,
    byKey: new Map(documents.map((document) => [document.key, document])),
    itemNames: documents.filter(({ type }) => type === "item")
      .map(({ texts }) => [texts.name, texts.alias, texts.lay].join("|")).join("|"),
    codeKeys: collectCodeKeys(documents),
    lexicon: makeLexicon(values, [...documents, ...matters], fold),
    normalise: (text) => normalise(text, traditional),
    frequencies: new Map(),
    frequency(term) {
      if (!this.frequencies.has(term)) {
        const holds = ({ texts }) => this.fields.some(([field]) => texts[field].includes(term));
        this.frequencies.set(term, documents.filter(holds).length + matters.filter(holds).length);
      }
      return this.frequencies.get(term);
    },
  };
  return index;
}

function readDocument(row, values, fold) {
  const [kind, id, zh, en, aliases, lay, codes, about, facets, weight, status, family] = row;
  const type = values.types[kind];
  const given = FACETS.map((facet, number) => [
    facet, facets[number].map((value) => values.facets[facet][value]),
  ]);
  const places = unique(
    facets[0].flatMap((value) => values.places[values.facets.place[value]] ?? []),
  );
  const normal = {
    name: fold([zh, en]), alias: fold(aliases), lay: fold(lay), about: fold(about), place: fold(places),
  };
  return {
    key: `${type}:${id}`,
    type,
    id,
    name: { zh, en },
    url: `${values.folders[type]}/${id}/`,
    codes,
    facets: { type: [type], ...Object.fromEntries(given) },
    weight,
    status,
    family: type === "item" ? family || id : "",
    ...matchTexts(normal),
  };
}

// A matter outside the lists, with who handles it.
function readMatter([id, zh, en, aliases, body, call, note, items], fold) {
  const normal = { name: fold([zh, en]), alias: fold(aliases), lay: [], about: [], place: [] };
  const inBoth = ([first, second]) => ({ zh: first, en: second });
  return {
    key: `elsewhere:${id}`, type: "elsewhere", id, name: { zh, en }, url: `search/?q=${encodeURIComponent(zh || en || id)}`, codes: [],
    facets: { type: ["elsewhere"], ...Object.fromEntries(FACETS.map((facet) => [facet, []])) },
    weight: 1, status: "", family: "", body: inBoth(body), call, note: inBoth(note), items,
    ...matchTexts(normal),
  };
}

function matchTexts(normal) {
  const titles = unique([...normal.name, ...normal.alias, ...normal.lay].map(codeKey).filter(Boolean));
  return {
    normal,
    titles,
    lengths: titles.map(size),
    texts: Object.fromEntries(
      Object.entries(normal).map(([field, texts]) => [field, texts.map(matchText).join("|")]),
    ),
  };
}

function makeLexicon(values, documents, fold) {
  const runs = (texts) => texts.flatMap(splitRuns);
  const meant = values.meanings.map(([word]) => word);
  const titles = documents.flatMap(({ normal }) => [...normal.name, ...normal.alias, ...normal.lay]);
  const texts = documents.flatMap(({ normal }) => [...normal.about, ...normal.place]);
  const spoken = runs([...meant, ...titles]);
  const phrases = unique(spoken.filter((run) => isHan(run) && size(run) > 1 && size(run) <= LONGEST_TERM));
  const found = runs([...titles, ...texts]).filter(isLetters);
  const english = unique([...found, ...values.english.split(" ").filter(Boolean)]).sort();
  const syllables = new Map();
  for (const [syllable, characters] of Object.entries(values.syllables)) {
    for (const character of characters) syllables.set(character, syllable);
  }
  return new Lexicon({
    phrases,
    words: values.words.split(" "),
    english,
    asking: new Set(values.asking.split(" ")),
    syllables,
    spoken: new Map(Object.entries(values.spoken)),
    meanings: new Map(values.meanings.map(([word, ...official]) => [word, official])),
    dialect: new Map(Object.entries(values.dialect)
      .flatMap(([instead, words]) => words.split(" ").map((word) => [word, instead]))),
    ordinary: new Set(values.ordinary.split(" ")),
  });
}

function collectCodeKeys(documents) {
  const found = new Map();
  for (const document of documents) {
    for (const printed of document.codes) {
      for (const spelling of codeSpellings(printed)) {
        if (!found.has(spelling)) found.set(spelling, []);
        if (!found.get(spelling).includes(document.key)) found.get(spelling).push(document.key);
      }
    }
  }
  return found;
}

// "GB/T 46916-2025" as gbt469162025, gbt46916, gb469162025, gb46916.
function codeSpellings(printed) {
  const normal = normalise(printed, new Map()).split("(")[0];
  const dash = normal.lastIndexOf("-");
  const body = dash < 0 ? normal : normal.slice(0, dash);
  const year = dash < 0 ? "" : normal.slice(dash + 1);
  const space = body.lastIndexOf(" ");
  const head = space < 0 ? "" : body.slice(0, space);
  const plain = head.endsWith("/t") ? head.slice(0, -2) : head;
  const bases = unique([codeKey(body), codeKey(plain + body.slice(space + 1))]);
  return bases.flatMap((base) => (year ? [base + year, base] : [base])).filter(Boolean);
}
