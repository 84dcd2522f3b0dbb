// The words the search knows: the twin of bps.search.lexicon.

import { nearParts, nearTerms } from "./near.js";
import { size } from "./normalise.js";
import { stemWord } from "./stem.js";

export const LONGEST_TERM = 16;
const MOST_READINGS = 8;
const KNOWN = 1.0;
const UNKNOWN = 1.6;
const LONGEST_READING = 24;

export class Lexicon {
  constructor({ phrases, words, english, asking, syllables, spoken, meanings, dialect, ordinary }) {
    this.phrases = phrases;
    this.english = english;
    this.asking = asking;
    this.syllables = syllables;
    this.spoken = spoken;
    this.meanings = meanings;
    this.dialect = dialect;
    this.ordinary = ordinary;
    this.known = new Set([...phrases, ...words]);
    this.stems = new Set(english.map(stemWord));
    this.readTerms();
  }

  readTerms() {
    this.byPinyin = new Map();
    this.byInitials = new Map();
    this.initialsOfPhrases = new Map(this.phrases.map((term) => [term, initialsOf(this.syllablesOf(term))]));
    for (const term of this.known) {
      const syllables = this.syllablesOf(term);
      if (syllables.length < 2) continue;
      addTo(this.byPinyin, syllables.join(""), term);
      addTo(this.byInitials, initialsOf(syllables), term);
    }
  }

  syllablesOf(term) {
    const spoken = this.spoken.get(term);
    if (spoken) return spoken.split(" ");
    const found = Array.from(term, (character) => this.syllables.get(character) ?? "");
    return found.every(Boolean) ? found : [];
  }

  segment(run) {
    const characters = Array.from(run);
    const best = [[0, 0, 0]];
    for (let end = 1; end <= characters.length; end += 1) {
      const [cost, squares] = best[end - 1];
      const single = this.asking.has(characters[end - 1]) ? KNOWN : UNKNOWN;
      let chosen = [cost + single, squares - 1, end - 1];
      for (let start = Math.max(0, end - LONGEST_TERM); start < end - 1; start += 1) {
        const piece = characters.slice(start, end).join("");
        if (!this.known.has(piece) && !this.asking.has(piece) && !this.dialect.has(piece)) continue;
        const other = [best[start][0] + KNOWN, best[start][1] - (end - start) ** 2, start];
        if (isBefore(other, chosen)) chosen = other;
      }
      best.push(chosen);
    }
    const pieces = [];
    for (let end = characters.length; end; end = best[end][2]) {
      pieces.unshift(characters.slice(best[end][2], end).join(""));
    }
    return pieces;
  }

  segmentInside(term) {
    const characters = Array.from(term);
    let best = [];
    for (let cut = 2; cut < characters.length - 1; cut += 1) {
      const pieces = [characters.slice(0, cut).join(""), characters.slice(cut).join("")]
        .flatMap((part) => (this.known.has(part) ? [part] : this.segment(part)));
      if (!best.length || isBefore(roughness(pieces), roughness(best))) best = pieces;
    }
    return best;
  }

  readPinyin(letters) {
    const whole = new Map([[0, []]]);
    for (let end = 2; end <= letters.length; end += 1) {
      for (let start = Math.max(0, end - LONGEST_READING); start < end - 1; start += 1) {
        const reading = letters.slice(start, end);
        if (!whole.has(start) || !this.byPinyin.has(reading)) continue;
        const pieces = [...whole.get(start), reading];
        if (!whole.has(end) || pieces.length < whole.get(end).length) whole.set(end, pieces);
      }
    }
    return whole.get(letters.length) ?? [];
  }

  sameSound(term) {
    const found = this.byPinyin.get(this.syllablesOf(term).join("")) ?? [];
    return found.filter((each) => size(each) === size(term) && each !== term);
  }

  oneSlip(term) {
    const found = nearTerms(term, this.known, 2);
    return found.length ? found : nearParts(term, this.phrases, 2);
  }

  insideInitials(letters) {
    const found = new Set();
    for (const [term, initials] of this.initialsOfPhrases) {
      const start = initials.indexOf(letters);
      if (start >= 0) found.add(Array.from(term).slice(start, start + letters.length).join(""));
    }
    return [...found].slice(0, MOST_READINGS);
  }

  nearEnglish(word) { return nearTerms(word, this.english, 3); }

  nearPinyin(letters) { return nearTerms(letters, this.byPinyin.keys(), 2); }

  startingWith(letters) {
    const found = [];
    for (const [reading, terms] of this.byPinyin) {
      if (reading.startsWith(letters)) found.push(...terms);
    }
    return found.slice(0, MOST_READINGS);
  }
}

function addTo(readings, key, term) {
  const found = readings.get(key);
  if (!found) readings.set(key, [term]);
  else if (found.length < MOST_READINGS) found.push(term);
}

function isBefore(a, b) {
  for (let index = 0; index < a.length; index += 1) {
    if (a[index] !== b[index]) return a[index] < b[index];
  }
  return false;
}

const initialsOf = (syllables) => syllables.map((syllable) => syllable[0]).join("");

const roughness = (pieces) => [pieces.filter((piece) => size(piece) === 1).length, pieces.length];
