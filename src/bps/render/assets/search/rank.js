// Ranking of documents against a plan: the twin of bps.search.rank.

const LOCAL = 0.84;
const CODE_BONUS = 2.0;
const SAME_TITLE = 0.6;
const TITLE_BEGINS = 0.25;
const TITLE_HOLDS = 0.15;
const DENSITY = 0.2;
const PLACE_WEIGHT = 0.4;
const LEAST_SHARE = 0.5;
const MOST_HITS = 50;

export function rank(plan, documents, index) {
  const found = documents.map((document) => scoreOf(plan, document, index)).filter(Boolean);
  const best = found.reduce((most, each) => Math.max(most, each.share), 0);
  const kept = found.filter((each) => each.share >= best * LEAST_SHARE);
  liftNational(kept);
  kept.sort((a, b) => b.score - a.score || (a.document.key < b.document.key ? -1 : 1));
  return oneOfEachFamily(kept).slice(0, MOST_HITS);
}

const namesPlace = ({ reasons }) => reasons.some(({ where }) => where === "place");

// A national item counts as much as the best local item that carries it out.
function liftNational(found) {
  const local = new Map();
  for (const each of found) {
    const { id, family } = each.document;
    if (!family || id === family || namesPlace(each)) continue;
    local.set(family, Math.max(each.score / LOCAL, local.get(family) ?? 0));
  }
  for (const each of found) {
    if (each.document.family) each.score = Math.max(each.score, local.get(each.document.id) ?? 0);
  }
}

function oneOfEachFamily(ranked) {
  const seen = new Set();
  const first = [];
  const later = [];
  for (const each of ranked) {
    const { id, family } = each.document;
    (id !== family && !namesPlace(each) && seen.has(family) ? later : first).push(each);
    seen.add(family);
  }
  return [...first, ...later];
}

function scoreOf(plan, document, index) {
  if (plan.codes.includes(document.key)) {
    const share = 1.0 + CODE_BONUS + titleBonus(plan, document);
    const reason = { typed: plan.query, term: document.codes[0], how: "typed", where: "code" };
    return { document, score: share * document.weight, share, reasons: [reason] };
  }
  let total = 0;
  let points = 0;
  const reasons = [];
  for (const group of plan.groups) {
    const [value, reason] = bestOf(group, document, index);
    const weight = group.weight * (reason?.where === "place" ? PLACE_WEIGHT : 1.0);
    total += weight;
    points += weight * value;
    if (reason) reasons.push(reason);
  }
  if (!reasons.length) return null;
  const share = points / total;
  const bonus = titleBonus(plan, document) + DENSITY * density(reasons, document);
  return { document, score: share * (1 + bonus) * document.weight, share, reasons };
}

function bestOf(group, document, index) {
  let best = 0;
  let found = null;
  for (const alternative of group.alternatives) {
    const [value, reason] = valueOf(group.typed, alternative, document, index);
    if (value > best) [best, found] = [value, reason];
  }
  return [best, found];
}

function valueOf(typed, { terms, how, shown }, document, index) {
  let total = 0;
  let first = null;
  for (const term of terms) {
    for (const [field, worth] of index.fields) {
      if (!document.texts[field].includes(term)) continue;
      total += worth;
      first ??= { typed, term: shown || term.trim(), how, where: field };
      break;
    }
  }
  return [(index.trust[how] * total) / terms.length, first];
}

function titleBonus(plan, { titles }) {
  if (!plan.phrase) return 0;
  if (titles.includes(plan.phrase)) return SAME_TITLE;
  if (titles.some((title) => title.startsWith(plan.phrase))) return TITLE_BEGINS;
  return titles.some((title) => title.includes(plan.phrase)) ? TITLE_HOLDS : 0;
}

function density(reasons, { titles, lengths }) {
  const strong = reasons.filter(({ where }) => ["name", "alias", "lay"].includes(where));
  const terms = [...new Set(strong.map(({ term }) => term))];
  if (!terms.length) return 0;
  const shares = titles.map((title, number) => terms
    .filter((term) => title.includes(term.replaceAll(" ", "")))
    .reduce((sum, term) => sum + Array.from(term).length, 0) / lengths[number]);
  return Math.min(1, Math.max(0, ...shares));
}
