// Ages in a query: the twin of bps.search.ages.

const DIGITS = "零一二三四五六七八九";
const AGE = new RegExp(
  `([0-9]{1,3}|[${DIGITS}十]{1,3})(?:多|来|几)?\\s*(?:周岁|岁|years? old|year old|years of age)(?:以上|及以上|以下)?`,
  "g",
);

export function readAges(normal) {
  const found = [];
  for (const match of normal.matchAll(AGE)) {
    const word = wordOf(numberOf(match[1]));
    if (word) found.push([match[0], word]);
  }
  return [found, found.length ? normal.replace(AGE, " ") : normal];
}

function wordOf(age) {
  if (age >= 60) return "老年人";
  if (age >= 18 || age < 0) return "";
  return age <= 6 ? "儿童" : "未成年人";
}

function numberOf(written) {
  if (/^[0-9]+$/.test(written)) return Number(written);
  const ten = written.lastIndexOf("十");
  if (ten < 0) return Number(Array.from(written, (digit) => DIGITS.indexOf(digit)).join(""));
  const tens = written.slice(0, ten);
  const ones = written.slice(ten + 1);
  return 10 * (tens.length === 1 ? DIGITS.indexOf(tens) : 1) + (ones.length === 1 ? DIGITS.indexOf(ones) : 0);
}
