// Who a service is for: the browser's twin of the Python evaluator (bps.analysis.eligibility).
// Pure: no page, no storage, no request. Both are held equal by shared vectors and random tests.

const YES = "yes";
const NO = "no";
const UNKNOWN = "unknown";
const OPPOSITE = { yes: NO, no: YES, unknown: UNKNOWN };
const OLDEST = 130;
const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => (own(values, key) ? values[key] : all));
const once = (list) => [...new Set(list)];
const split = (condition) => Object.entries(condition)[0];

/**
 * @param {object} table Keys, cards, contradictions and sentences in one language.
 */
export const createEvaluator = (table) => {
  const names = Object.keys(table.keys);
  const say = table.sentences;

  // Judgement --------------------------------------------------------------------------------
  const fitsEveryone = (name, body) => {
    if (name === "age") return !own(body, "max") && (body.min ?? 0) <= 0;
    const key = table.keys[name];
    return !key.several && Object.keys(key.values).every((value) => body.includes(value));
  };
  const inRange = (age, { min, max }) => {
    if (min !== undefined && age < min) return false;
    if (max === undefined) return true;
    return (Number.isInteger(max) ? Math.floor(age) : age) <= max;
  };
  // What other answers rule out, by the table of implications.
  const ruledOut = (name, situation) => table.implications
    .filter((rule) => rule.key === name && judge(rule.when, situation) === YES)
    .flatMap((rule) => rule.never);
  const judgeUnasked = (name, body, situation) => {
    if (fitsEveryone(name, body)) return YES;
    const never = ruledOut(name, situation);
    if (!never.length) return UNKNOWN;
    if (body.every((value) => never.includes(value))) return NO;
    const key = table.keys[name];
    const rest = Object.keys(key.values).filter((value) => !never.includes(value));
    return !key.several && rest.every((value) => body.includes(value)) ? YES : UNKNOWN;
  };
  const judgeAtom = (name, body, situation) => {
    const answer = own(situation, name) ? situation[name] : undefined;
    if (answer === undefined) return judgeUnasked(name, body, situation);
    if (name === "age") return inRange(answer, body) ? YES : NO;
    return [answer].flat().some((value) => body.includes(value)) ? YES : NO;
  };
  const judge = (condition, situation) => {
    const [name, body] = split(condition);
    if (name === "not") return OPPOSITE[judge(body, situation)];
    if (name !== "all" && name !== "any") {
      return judgeAtom(name, body, situation);
    }
    const decisive = name === "all" ? NO : YES;
    let unknown = false;
    for (const part of body) {
      const verdict = judge(part, situation);
      if (verdict === decisive) return decisive;
      unknown ||= verdict === UNKNOWN;
    }
    return unknown ? UNKNOWN : OPPOSITE[decisive];
  };
  const requirements = (condition, situation, negated = false) => {
    const [name, body] = split(condition);
    if (name === "not") return requirements(body, situation, !negated);
    if (name !== "all" && name !== "any") return [{ key: name, values: body, negated }];
    const verdict = judge(condition, situation);
    const parts = body.filter((part) => judge(part, situation) === verdict);
    const counted = name === "any" && verdict === YES ? parts.slice(0, 1) : parts;
    return counted.flatMap((part) => requirements(part, situation, negated));
  };
  const missing = (condition, situation) => {
    if (judge(condition, situation) !== UNKNOWN) return [];
    const wanted = new Set(requirements(condition, situation).map((each) => each.key));
    return names.filter((name) => wanted.has(name));
  };

  // Words ------------------------------------------------------------------------------------
  const ageNeed = ({ min, max }) => {
    if (min !== undefined && max !== undefined) return fill(say["age-both"], { min, max });
    if (min !== undefined) return fill(say["age-min"], { min });
    if (max !== undefined && Number.isInteger(max)) return fill(say["age-max"], { over: max + 1 });
    return fill(say["age-most"], { max: max ?? 0 });
  };
  const listed = (all) => [all.slice(0, -1).join(say.comma), ...all.slice(-1)].filter(Boolean).join(say.or);
  const valueNeed = (row, values) => {
    const every = Object.keys(row.values).filter((value) => value !== "none");
    if (row.some && values.length === every.length && every.every((value) => values.includes(value))) return row.some;
    return fill(row.is, { v: listed(values.map((value) => row.values[value])) });
  };
  const need = ({ key, values, negated }) => {
    const plain = key === "age" ? ageNeed(values) : valueNeed(table.keys[key], values);
    return negated ? fill(say.not, { need: plain }) : plain;
  };
  const have = (name, answer) => {
    const row = table.keys[name];
    if (name === "age") return fill(say.years, { age: answer });
    const given = [answer].flat();
    if (!given.length) return row.nothing ?? row.title;
    return given.map((value) => row.values[value]).join(table.lang === "zh" ? "、" : ", ");
  };
  const reason = (each, situation, verdict) => {
    const known = own(situation, each.key);
    if (verdict === YES && !known) return say["open-to-all"];
    if (verdict === UNKNOWN) return fill(say.unknown, { title: table.keys[each.key].title, need: need(each) });
    if (verdict === NO && !known) return fill(say["ruled-out"], { need: need(each) });
    if (verdict === YES) return fill(say.yes, { need: need(each) });
    return fill(say.no, { need: need(each), have: have(each.key, situation[each.key]) });
  };
  const insteadOf = ({ key, values }, situation) => {
    const { instead } = table.keys[key];
    if (key !== "age") return instead[""];
    const young = values.min !== undefined && own(situation, "age") && situation.age < values.min;
    return young ? fill(instead.younger, { min: values.min }) : instead.older;
  };

  // Results ----------------------------------------------------------------------------------
  const outcome = (offer, situation) => {
    const { id, condition, untested = [], when_no: whenNo, notes = [] } = offer;
    const result = { id, group: "maybe", missing: [], untested, because: notes, instead: [] };
    if (!condition) return result;
    const verdict = judge(condition, situation);
    const found = requirements(condition, situation);
    result.because = once([...found.map((each) => reason(each, situation, verdict)), ...notes]);
    if (verdict === NO && !whenNo) {
      const instead = once(found.map((each) => insteadOf(each, situation)));
      return { ...result, group: "no", untested: [], instead };
    }
    if (verdict === NO) result.untested = [whenNo];
    if (verdict === YES && !result.untested.length) result.group = "yes";
    result.missing = missing(condition, situation);
    return result;
  };
  const contradictions = (situation) => table.contradictions
    .filter((rule) => judge(rule.when, situation) === YES
      && requirements(rule.when, situation).every((each) => own(situation, each.key)))
    .map((rule) => fill(say.contradiction, { what: rule.say }));

  // Questions --------------------------------------------------------------------------------
  const cards = table.cards.map((row) => {
    const [first] = row.keys;
    const key = table.keys[first];
    const several = Boolean(row.unticked) || Boolean(key.several);
    const options = row.options ?? Object.entries(key.values ?? {}).map(([value, label]) => ({
      id: value, label, sets: { [first]: key.several ? [value] : value },
    }));
    return { question: key.question, why: key.why, nothing: key.nothing, ...row, options, several };
  });
  const ticked = (card, chosen) => {
    const picked = card.options.filter((option) => chosen.includes(option.id));
    const answers = Object.assign({}, card.unticked, ...picked.map((option) => option.sets ?? {}));
    picked.forEach((option) => delete answers[option.about]);
    return answers;
  };
  const tries = (card) => {
    if (card.unticked) return [card.unticked, ...card.options.map((option) => ticked(card, [option.id]))];
    const samples = (card.try ?? []).map((age) => ({ [card.keys[0]]: age }));
    const none = card.several ? [{ [card.keys[0]]: [] }] : [];
    return [...samples, ...none, ...card.options.map((option) => option.sets)];
  };
  const shown = (card, situation) => card.options
    .filter((option) => !option.when || judge(option.when, situation) !== NO);
  const nextCard = (conditions, situation, asked = []) => {
    const pending = conditions.filter((condition) => judge(condition, situation) === UNKNOWN);
    const wanted = new Set(pending.flatMap((condition) => missing(condition, situation)));
    let best = null;
    for (const card of cards) {
      if (asked.includes(card.id) || !card.keys.some((key) => wanted.has(key))) continue;
      const all = tries(card);
      let open = 0;
      for (const answers of all) {
        const after = { ...answers, ...situation };
        open += pending.filter((condition) => judge(condition, after) === UNKNOWN).length;
      }
      const worth = [card.first ? 0 : 1, open / all.length];
      if (!best || worth[0] < best.worth[0] || (worth[0] === best.worth[0] && worth[1] < best.worth[1])) {
        best = { card, worth };
      }
    }
    return best && best.card;
  };

  // Reading answers from an address: what can be read is kept, the rest is counted ---------------
  const readAnswers = (pairs) => {
    const situation = {};
    let unread = 0;
    for (const [name, value] of pairs) {
      const row = own(table.keys, name) ? table.keys[name] : null;
      if (!row) { unread += 1; continue; }
      if (name === "age") {
        if (/^[0-9]{1,3}(\.[0-9]{1,2})?$/.test(value) && Number(value) <= OLDEST) situation.age = Number(value);
        else unread += 1;
      } else if (row.several && value === "none") {
        situation[name] = situation[name] ?? [];
      } else if (own(row.values, value)) {
        if (!row.several) situation[name] = value;
        else {
          const chosen = [...(situation[name] ?? []), value];
          situation[name] = Object.keys(row.values).filter((each) => chosen.includes(each));
        }
      } else unread += 1;
    }
    return { situation, unread };
  };
  const writeAnswers = (situation) => names.filter((name) => own(situation, name)).flatMap((name) => {
    const answer = situation[name];
    if (!Array.isArray(answer)) return [[name, String(answer)]];
    return answer.length ? answer.map((value) => [name, value]) : [[name, "none"]];
  });

  return {
    cards, contradictions, judge, missing, nextCard, outcome, readAnswers, shown, ticked, writeAnswers, have,
  };
};

// Which services are offered at a place: the nearest record wins, the nation is the floor.
export const offersAt = (place, places, items) => {
  const chain = [];
  for (let at = place; at && own(places, at) && !chain.includes(at); at = places[at].up) chain.push(at);
  const taken = new Set();
  const narrower = new Map();
  const offers = [];
  const recorded = [];
  chain.forEach((name, index) => {
    const here = items.filter((item) => item.place === name);
    offers.push(...here.filter((item) => !taken.has(item.id) && !item.over.some((id) => taken.has(id))));
    here.forEach((item) => item.over.forEach((id) => {
      if (item.part) narrower.set(id, [...(narrower.get(id) ?? []), item.part]);
      else taken.add(id);
    }));
    if (here.length && index < chain.length - 1) recorded.push(name);
  });
  offers.sort((left, right) => (left.id < right.id ? -1 : 1));
  const noted = offers.map((offer) => (narrower.has(offer.id) ? { ...offer, notes: narrower.get(offer.id) } : offer));
  return { chain, offers: noted, recorded, fallsBack: chain.length > 1 && !recorded.length };
};
