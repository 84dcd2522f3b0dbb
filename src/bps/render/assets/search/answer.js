// Plan, ranking, and what to do when nothing is found: the twin of bps.search.answer.

import { fits, mattersFor } from "./fitting.js";
import { rank } from "./rank.js";
import { makePlan } from "./reading.js";

export function answer(query, index, facets = {}) {
  const plan = makePlan(query, index);
  const hits = hitsOf(plan, index, facets);
  const elsewhere = facets.type ? [] : mattersFor(plan, hits, index);
  return {
    plan,
    hits,
    elsewhere,
    fits: elsewhere.length > 0 || fits(plan, hits, index),
    near: hits.length || elsewhere.length ? [] : nearSpellings(query, index),
    hubs: hits.length ? [] : index.hubs,
  };
}

function hitsOf(plan, index, facets) {
  if (!plan.groups.length && !plan.codes.length) return [];
  const wanted = Object.entries(facets);
  const hasValues = (document) => wanted.every(([facet, value]) => document.facets[facet].includes(value));
  return rank(plan, index.documents.filter(hasValues), index);
}

export function nearSpellings(query, index) {
  const pairs = pairsOf(Array.from(index.normalise(query)).slice(0, 40));
  if (!pairs.size) return [];
  const shared = [];
  for (const term of index.lexicon.phrases) {
    const own = pairsOf(Array.from(term));
    const both = [...own].filter((pair) => pairs.has(pair)).length;
    if (both) shared.push([(2 * both) / (pairs.size + own.size), term]);
  }
  shared.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1));
  return shared.slice(0, index.mostNear).filter(([share]) => share > 0.25).map(([, term]) => term);
}

function pairsOf(characters) {
  const pairs = new Set();
  for (let start = 0; start + 1 < characters.length; start += 1) pairs.add(characters[start] + characters[start + 1]);
  return pairs;
}
