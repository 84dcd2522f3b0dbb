// Letters and figures of a query: the twin of bps.search.letters.

import { isDigits, isLetters } from "./normalise.js";
import { stemWord } from "./stem.js";
import { alternative, standsSomewhere, terms, weigh } from "./weight.js";

const LONGEST_INITIALS = 12;
const SHORTEST_INSIDE = 3;
const SHORTEST_BEGINNING = 3;
const LONGEST_MEANING = 4;

export function readLetters(words, index) {
  const { lexicon } = index;
  const content = words.filter((word) => !lexicon.asking.has(word));
  const wanted = content.length ? content : words;
  const joined = words.join("");
  const english = (word) => isDigits(word) || lexicon.asking.has(word) || lexicon.stems.has(stemWord(word));
  if (isLetters(joined) && (words.length > 1 || !words.every(english))) {
    const initials = words.length === 1 || joined.length === words.length;
    const whole = asPinyin(joined, index, initials);
    if (whole.length) return [whole, [], wanted];
  }
  const groups = [];
  const lost = [];
  for (let position = 0; position < wanted.length;) {
    let [found, used] = meaningOfSeveral(wanted.slice(position), index);
    if (!used) [found, used] = [readWord(wanted[position], index), 1];
    groups.push(...found);
    if (!found.length) lost.push(wanted[position]);
    position += used;
  }
  return [groups, lost, wanted];
}

function group(typed, alternatives, index) {
  const standing = alternatives.filter((each) => standsSomewhere(each, index));
  return standing.length ? [{ typed, alternatives: standing, weight: weigh(standing, index) }] : [];
}

const meanings = (word, index) => index.lexicon.meanings.get(word) ?? [];

const hanTerms = (found, how, index) => [
  ...terms(found, how),
  ...found.flatMap((term) => terms(meanings(term, index), how)),
];

function asPinyin(letters, index, initials) {
  const { lexicon } = index;
  const sound = (reading, how) => hanTerms(lexicon.byPinyin.get(reading) ?? [], how, index);
  let alternatives = sound(letters, "pinyin");
  if (!alternatives.length && initials && letters.length > 1 && letters.length <= LONGEST_INITIALS) {
    const inside = letters.length >= SHORTEST_INSIDE ? lexicon.insideInitials(letters) : [];
    alternatives = hanTerms(lexicon.byInitials.get(letters) ?? inside, "initials", index);
  }
  const whole = group(letters, alternatives, index);
  if (whole.length) return whole;
  return lexicon.readPinyin(letters)
    .flatMap((reading) => group(reading, sound(reading, "pinyin"), index));
}

function meaningOfSeveral(words, index) {
  for (let length = Math.min(LONGEST_MEANING, words.length); length > 1; length -= 1) {
    const part = words.slice(0, length);
    const phrase = part.map(stemWord).join(" ");
    const official = meanings(phrase, index);
    if (!official.length) continue;
    const found = group(part.join(" "), [
      alternative("typed", ` ${phrase} `),
      ...terms(official, "meaning"),
      alternative("part", ...part.map((word) => ` ${stemWord(word)} `)),
    ], index);
    if (found.length) return [found, length];
  }
  return [[], 0];
}

function readWord(word, index) {
  const { lexicon } = index;
  const stem = stemWord(word);
  const known = group(
    word, [alternative("typed", ` ${stem} `), ...terms(meanings(stem, index), "meaning")], index,
  );
  if (known.length || !isLetters(word)) return known;
  const ways = [
    () => asPinyin(word, index, true),
    () => group(word, englishTerms(lexicon.nearEnglish(word), "near"), index),
    () => beginning(word, index),
    () => group(
      word,
      lexicon.nearPinyin(word).flatMap((reading) => hanTerms(lexicon.byPinyin.get(reading), "near", index)),
      index,
    ),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length) return found;
  }
  return [];
}

function beginning(word, index) {
  if (word.length < SHORTEST_BEGINNING) return [];
  const begun = index.lexicon.english.filter((each) => each.startsWith(word)).slice(0, 4);
  const han = terms(index.lexicon.startingWith(word), "beginning");
  return group(word, [...englishTerms(begun, "beginning"), ...han], index);
}

// English words by their stems, each stem once.
function englishTerms(words, how) {
  const byStem = new Map();
  for (const word of words) {
    const stem = ` ${stemWord(word)} `;
    if (!byStem.has(stem)) byStem.set(stem, word);
  }
  return [...byStem].map(([stem, word]) => ({ terms: [stem], how, shown: word }));
}
