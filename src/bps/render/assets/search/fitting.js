// What answers a query well, and who handles what is outside the lists: the twin of bps.search.fitting.

import { codeKey } from "./normalise.js";
import { rank } from "./rank.js";
import { roundAlike } from "./weight.js";

const LEAST_EXPLAINED = 0.45;
const NAMED_EXPLAINED = 0.2;
const AS_GOOD = 0.95;
const MOST_MATTERS = 2;
const UNKNOWN_CHARACTER = 0.35;
const LOOKED_AT = 3;
const SAID = new Set(["typed", "meaning", "part", "pinyin"]);

function explained(plan, hit, index) {
  if (hit.reasons.some(({ where }) => where === "code")) return 1;
  const known = plan.groups.reduce((sum, { weight }) => sum + weight, 0);
  const each = roundAlike(Math.log(1 + index.documents.length));
  const lost = plan.unknown.reduce(
    (sum, part) => sum + each * (Array.from(part).length === 1 ? UNKNOWN_CHARACTER : 1), 0,
  );
  return (hit.share * known) / (known + lost);
}

export function mattersFor(plan, hits, index) {
  if (!plan.groups.length) return [];
  const found = rank(plan, index.matters, index)
    .filter((hit) => saysName(hit, index) && explained(plan, hit, index) >= NAMED_EXPLAINED);
  const least = Math.max(0, ...[...hits.slice(0, 1), ...found.slice(0, 1)].map(({ score }) => score * AS_GOOD));
  return found.slice(0, MOST_MATTERS).filter(({ score }) => score >= least);
}

export function fits(plan, hits, index) {
  return hits.slice(0, LOOKED_AT).some(
    (hit) => explained(plan, hit, index) >= (names(hit) ? NAMED_EXPLAINED : LEAST_EXPLAINED),
  );
}

const names = ({ reasons, document }) => reasons
  .some(({ term, how }) => SAID.has(how) && document.titles.includes(codeKey(term)));

// The found words make up one whole name: 残疾人 alone is not 残疾人证.
function saysName({ reasons, document }, index) {
  const terms = [...new Set(reasons.filter(({ how }) => SAID.has(how)).map(({ term }) => term))];
  return ["name", "alias"].some((field) => document.texts[field].split("|")
    .some((name) => name.trim() && madeOf(name, terms, index)));
}

function madeOf(name, terms, index) {
  if (name.startsWith(" ")) {
    const words = name.split(" ").filter((word) => word && !index.lexicon.asking.has(word));
    return words.length > 0 && words.every((word) => terms.some((term) => term.split(" ").includes(word)));
  }
  const longest = [...terms].sort((a, b) => b.length - a.length);
  return longest.reduce((rest, term) => rest.replaceAll(term, ""), name) === "";
}
