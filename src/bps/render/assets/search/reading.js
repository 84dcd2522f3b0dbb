// From what a person typed to a plan: the twin of bps.search.reading.

import { readAges } from "./ages.js";
import { readLetters } from "./letters.js";
import { codeKey, isDigits, isHan, shorten, size, splitRuns, squeeze } from "./normalise.js";
import { alternative, standsSomewhere, terms, weigh } from "./weight.js";

const WIDEST_WINDOW = 6;
const MOST_PARTS = 24;
// From this length on, a term with one other character is meant; shorter ones must sound the same.
const SURE = 4;
const PAIR = 2;
const SHORTEST_CODE = 3;
const unique = (values) => [...new Set(values)];

export function makePlan(query, index) {
  const asked = squeeze(shorten(query));
  const [codes, around] = findCodes(index.normalise(asked), index);
  const [ages, rest] = readAges(around);
  const groups = ages.flatMap(([typed, word]) => ageGroup(typed, word, index));
  const unknown = [];
  const kept = [];
  for (const stretch of stretches(rest)) {
    const [read, lost, wanted] = isHan(stretch[0])
      ? readHan(stretch[0], index)
      : readLetters(stretch, index);
    groups.push(...read);
    unknown.push(...lost);
    kept.push(...wanted);
  }
  const byTyped = new Map();
  for (const group of groups) byTyped.set(group.typed, group);
  return {
    query: asked,
    phrase: codeKey(kept.join("")),
    codes,
    groups: [...byTyped.values()].slice(0, MOST_PARTS),
    unknown: unique(unknown),
  };
}

function ageGroup(typed, word, index) {
  const alternatives = [alternative("meaning", word)];
  if (!standsSomewhere(alternatives[0], index)) return [];
  return [{ typed, alternatives, weight: weigh(alternatives, index) }];
}

function findCodes(normal, index) {
  const key = codeKey(normal);
  if (!/[0-9]/.test(key) || size(key) < SHORTEST_CODE) return [[], normal];
  const spellings = [...index.codeKeys];
  const inside = spellings.filter(([spelling]) => holds(key, spelling));
  if (inside.length) {
    const longest = Math.max(...inside.map(([spelling]) => size(spelling)));
    const keys = inside.filter(([spelling]) => size(spelling) === longest).flatMap(([, found]) => found);
    return [unique(keys), splitRuns(normal).filter(isHan).join(" ")];
  }
  const numbered = isDigits(key)
    ? spellings.filter(([spelling]) => spelling.replace(/^[a-z]+/, "") === key)
    : [];
  const begun = spellings.filter(([spelling]) => spelling.startsWith(key));
  const found = unique([...numbered, ...begun].flatMap(([, keys]) => keys));
  return [found, found.length && !isDigits(key) ? "" : normal];
}

// A code stands in the query, not followed by more digits than a year has.
function holds(key, spelling) {
  const start = key.indexOf(spelling);
  if (start < 0 || (start && /[a-z0-9]/.test(key[start - 1]))) return false;
  const digits = key.slice(start + spelling.length).match(/^[0-9]*/)[0].length;
  return digits === 0 || digits === 4;
}

function stretches(normal) {
  const found = [];
  for (const run of splitRuns(normal)) {
    if (found.length && !isHan(run) && !isHan(found.at(-1)[0])) found.at(-1).push(run);
    else found.push([run]);
  }
  return found;
}

function readHan(run, index) {
  const { lexicon } = index;
  const pieces = withoutGaps(inStandardWords(lexicon.segment(run), lexicon), lexicon);
  const content = pieces.filter((piece) => !lexicon.asking.has(piece));
  const wanted = content.length ? content : pieces;
  const repaired = new Map();
  for (const phrase of phrasesOf(pieces, lexicon)) {
    for (const [piece, found] of repairs(phrase, index)) {
      if (!repaired.has(piece)) repaired.set(piece, []);
      repaired.get(piece).push(found);
    }
  }
  const groups = [];
  const unknown = [];
  for (const piece of wanted.slice(0, MOST_PARTS)) {
    const alternatives = [...meaningsOf(piece, lexicon), ...(repaired.get(piece) ?? [])];
    const standing = alternatives.filter((each) => standsSomewhere(each, index));
    if (standing.length) {
      groups.push({ typed: piece, alternatives: standing, weight: weigh(standing, index) });
    } else if (size(piece) > 1 || !lexicon.asking.has(piece)) {
      unknown.push(piece);
    }
  }
  return [groups, unknown, wanted];
}

// Standard words in place of words of a dialect: 睇病 is read as 看病.
function inStandardWords(pieces, lexicon) {
  if (!pieces.some((piece) => lexicon.dialect.has(piece))) return pieces;
  return lexicon.segment(pieces.map((piece) => lexicon.dialect.get(piece) ?? piece).join(""));
}

// Close the gaps that asking words leave, if that makes words: 打什么针 holds 打针.
function withoutGaps(pieces, lexicon) {
  const wanted = pieces.filter((piece) => !lexicon.asking.has(piece));
  const closed = lexicon.segment(wanted.join(""));
  const singles = (some) => some.filter((piece) => size(piece) === 1).length;
  return singles(closed) < singles(wanted) ? closed : pieces;
}

function phrasesOf(pieces, lexicon) {
  const phrases = [[]];
  for (const piece of pieces) {
    if (lexicon.asking.has(piece)) phrases.push([]);
    else phrases.at(-1).push(piece);
  }
  return phrases.filter((phrase) => phrase.length);
}

function meaningsOf(piece, lexicon) {
  if (size(piece) === 1) return [];
  const parts = size(piece) < 4 ? [] : lexicon.segmentInside(piece)
    .filter((each) => size(each) > 1 && !lexicon.asking.has(each));
  return [
    alternative("typed", piece),
    ...terms(lexicon.meanings.get(piece) ?? [], "meaning"),
    ...(parts.length ? [alternative("part", ...parts)] : []),
  ];
}

function repairs(phrase, index) {
  const found = new Map();
  const part = phrase.slice(0, MOST_PARTS);
  for (let width = Math.min(WIDEST_WINDOW, part.length); width > 0; width -= 1) {
    for (const find of [sameSound, oneSlip]) {
      for (let start = 0; start + width <= part.length; start += 1) {
        const pieces = part.slice(start, start + width);
        if (pieces.some((each) => found.has(each)) || isSound(pieces, index)) continue;
        const near = find(pieces, index, bordersOnUnknown(part, start, width));
        if (near) pieces.forEach((each) => found.set(each, alternative("near", near)));
      }
    }
  }
  return found;
}

function isSound(pieces, index) {
  const typed = pieces.join("");
  if (index.lexicon.known.has(typed)) return true;
  return pieces.length > 1 && pieces.every((each) => size(each) > 1) && index.frequency(typed) > 0;
}

function sameSound(pieces, index, beside) {
  const typed = pieces.join("");
  if (size(typed) < SURE && (beside || index.lexicon.ordinary.has(typed))) return undefined;
  return index.lexicon.sameSound(typed).find((term) => size(term) > PAIR || index.itemNames.includes(term));
}

function oneSlip(pieces, index, beside) {
  const typed = pieces.join("");
  const known = pieces.map((each) => size(each) > 1);
  if (beside || (size(typed) < SURE && known.some(Boolean))) return undefined;
  if (pieces.length > 1 && known.every(Boolean)) return undefined;
  return index.lexicon.oneSlip(typed)[0];
}

function bordersOnUnknown(part, start, width) {
  const before = start ? part.slice(start - 1, start) : [];
  return [...before, ...part.slice(start + width, start + width + 1)].some((each) => size(each) === 1);
}
