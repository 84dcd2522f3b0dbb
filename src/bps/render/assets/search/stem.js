// English word stems: the same steps as bps.search.stem, held equal by a test.

const C = "[^aeiou][^aeiouy]*";
const V = "[aeiouy][aeiou]*";
const MEASURE_1 = new RegExp(`^(${C})?${V}${C}`);
const MEASURE_EXACTLY_1 = new RegExp(`^(${C})?${V}${C}(${V})?$`);
const MEASURE_2 = new RegExp(`^(${C})?${V}${C}${V}${C}`);
const VOWEL = new RegExp(`^(${C})?[aeiouy]`);
const SHORT_END = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
const DOUBLE = /([^aeiouylsz])\1$/;
const SHORTEST = 3;

const IRREGULAR = new Map(Object.entries({
  children: "child", men: "man", women: "woman", wives: "wife", lives: "life",
  feet: "foot", teeth: "tooth", died: "die", dying: "die", paid: "pay",
  lost: "lose", taught: "teach",
}));
const byLength = (pairs) => pairs.sort((a, b) => b[0].length - a[0].length);
const STEP_2 = byLength([
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"],
  ["bli", "ble"], ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"],
  ["ization", "ize"], ["ation", "ate"], ["ator", "ate"], ["alism", "al"], ["iveness", "ive"],
  ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"], ["iviti", "ive"], ["biliti", "ble"],
  ["logi", "log"],
]);
const STEP_3 = byLength([
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"],
  ["ful", ""], ["ness", ""],
]);
const STEP_4 = byLength([
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
  "ate", "iti", "ous", "ive", "ize",
].map((suffix) => [suffix, ""]));

const stems = new Map();

// Names repeat their words: each is worked out once.
export function stemWord(written) {
  if (!stems.has(written)) stems.set(written, workOut(written));
  return stems.get(written);
}

function workOut(written) {
  if (written.length < SHORTEST || !/^[a-z]+$/.test(written)) return written;
  let word = past(plural(IRREGULAR.get(written) ?? written));
  if (word.length >= SHORTEST && word.endsWith("y") && !"aeiou".includes(word.at(-2))) {
    word = `${word.slice(0, -1)}i`;
  }
  word = replaceFirst(word, STEP_2, MEASURE_1);
  word = replaceFirst(word, STEP_3, MEASURE_1);
  word = tidy(dropSuffix(word));
  return word.length > SHORTEST && word.endsWith("i") ? word.slice(0, -1) : word;
}

function plural(word) {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function past(word) {
  if (word.endsWith("eed")) return MEASURE_1.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  for (const suffix of ["ed", "ing"]) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    if (!VOWEL.test(stem)) continue;
    if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
    if (DOUBLE.test(stem)) return stem.slice(0, -1);
    return SHORT_END.test(stem) ? `${stem}e` : stem;
  }
  return word;
}

function replaceFirst(word, pairs, measure) {
  for (const [suffix, instead] of pairs) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return measure.test(stem) ? stem + instead : word;
  }
  return word;
}

function dropSuffix(word) {
  for (const [suffix] of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return MEASURE_2.test(stem) ? stem : word;
  }
  if (word.endsWith("sion") || word.endsWith("tion")) {
    const stem = word.slice(0, -3);
    return MEASURE_2.test(stem) ? stem : word;
  }
  return word;
}

function tidy(written) {
  let word = written;
  if (word.endsWith("e")) {
    const stem = word.slice(0, -1);
    if (MEASURE_2.test(stem) || (MEASURE_EXACTLY_1.test(stem) && !SHORT_END.test(stem))) word = stem;
  }
  return word.endsWith("ll") && MEASURE_2.test(word) ? word.slice(0, -1) : word;
}
