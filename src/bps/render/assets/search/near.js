// Near spellings: the twin of bps.search.near.

const LONG_WORD = 8;
const SHORTEST_HAN = 3;
const SHORTEST_LATIN = 4;
const SHORTEST_PART = 4;

export function nearTerms(term, terms, most) {
  const latin = /^[a-z0-9 ]*$/.test(term);
  const own = Array.from(term);
  if (own.length < (latin ? SHORTEST_LATIN : SHORTEST_HAN)) return [];
  const allowed = latin && own.length >= LONG_WORD ? 2 : 1;
  const found = [];
  let position = 0;
  for (const each of terms) {
    const other = Array.from(each);
    if (each === term || Math.abs(other.length - own.length) > allowed) continue;
    const slips = slipsBetween(own, other, allowed);
    const sameLength = other.length === own.length;
    const recognisable = latin || sameLength || Math.min(own.length, other.length) >= SHORTEST_HAN;
    if (slips <= allowed && recognisable) found.push([slips, sameLength ? 0 : 1, position, each]);
    position += 1;
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return found.slice(0, most).map((each) => each[3]);
}

// Parts of phrases with one replaced character: one half of the term is untouched.
export function nearParts(term, phrases, most) {
  const own = Array.from(term);
  if (own.length < SHORTEST_PART) return [];
  const head = own.slice(0, 2).join("");
  const tail = own.slice(-2).join("");
  const found = new Set();
  for (const phrase of phrases) {
    if (!phrase.includes(head) && !phrase.includes(tail)) continue;
    const other = Array.from(phrase);
    const at = (pair) => other.findIndex((character, index) => character + (other[index + 1] ?? "") === pair);
    for (const start of [at(head), at(tail) - own.length + 2]) {
      const part = start >= 0 ? other.slice(start, start + own.length) : [];
      if (part.length === own.length && part.filter((each, index) => each !== own[index]).length === 1) {
        found.add(part.join(""));
      }
    }
    if (found.size >= most) break;
  }
  return [...found].slice(0, most);
}

// Replaced, added and left-out characters, and neighbours swapped; gives up above `allowed`.
function slipsBetween(a, b, allowed) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > allowed) return allowed + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
