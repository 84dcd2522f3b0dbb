// One form for every way of writing the same thing: the twin of bps.search.normalise.

import { stemWord } from "./stem.js";

const LONGEST_QUERY = 120;
const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}";
const TOKEN = new RegExp(`[${HAN}]+|[a-z0-9]+`, "gu");
const NOT_IN_CODE = new RegExp(`[^a-z0-9${HAN}]+`, "gu");

export function normalise(text, traditional) {
  const folded = text
    .replace(/[\ud800-\udfff]/gu, "")
    .normalize("NFKC")
    .toLowerCase();
  const composed = folded
    .normalize("NFD")
    // The ü of pinyin is typed as v: lǜ as lv.
    .replaceAll("u\u0308", "v")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/['\u2019]s\b/g, "");
  let normal = "";
  for (const character of composed) normal += traditional.get(character) ?? character;
  return normal;
}

export const shorten = (text) => Array.from(text).slice(0, LONGEST_QUERY).join("");
export const splitRuns = (normal) => normal.match(TOKEN) ?? [];
export const isHan = (run) => /[^\x00-\x7f]/.test(run);
export const codeKey = (normal) => normal.replace(NOT_IN_CODE, "");
export const squeeze = (text) => text.replace(/\s+/g, " ").trim();
export const isDigits = (run) => /^[0-9]+$/.test(run);
export const isLetters = (run) => /^[a-z]+$/.test(run);
export const size = (text) => Array.from(text).length;

export function matchText(normal) {
  let text = "";
  for (const run of splitRuns(normal)) {
    if (isHan(run)) text += `|${run}|`;
    else text += text.endsWith(" ") ? `${stemWord(run)} ` : ` ${stemWord(run)} `;
  }
  return text;
}
