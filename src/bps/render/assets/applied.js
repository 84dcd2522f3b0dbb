// Which dated rows applied on a day: the browser's twin of bps.relations.applied_on.
// Pure: no page, no storage, no request. Both are held equal by shared vectors and random rows.

// Days are written 2026-11-22 and compare as text; a row without a first day began before all.
const BEFORE_ALL = { first: "", last: "" };
const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const lastOfMonth = (year, month) => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
};

/** All days that "2022", "2022-07" or "2022-07-01" can mean. */
export const daysOf = (text) => {
  const [year, month, day] = text.split("-");
  if (day) return { first: text, last: text };
  if (month) return { first: `${text}-01`, last: `${text}-${lastOfMonth(Number(year), Number(month))}` };
  return { first: `${text}-01-01`, last: `${text}-12-31` };
};

/** Whether a text is a day of the calendar. */
export const isDay = (text) => {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month);
};

const began = (row) => (row.start ? daysOf(row.start) : BEFORE_ALL);
const inForce = ({ start, end }, on) => {
  const from = start ? daysOf(start) : BEFORE_ALL;
  const begun = from.last <= on ? true : from.first > on ? false : null;
  const until = end ? daysOf(end) : null;
  const over = !until || until.first >= on ? false : until.last < on ? true : null;
  if (begun === false || over === true) return false;
  return begun === null || over === null ? null : true;
};
const latestFirst = (a, b) => (b.last > a.last || (b.last === a.last && b.first > a.first) ? 1 : -1);

const withinGroup = (rows, on) => {
  const open = rows
    .map((row) => ({ row, holds: inForce(row, on), ...began(row) }))
    .filter((one) => one.holds !== false);
  const latest = open.filter((one) => one.holds).reduce((most, one) => (one.first > most ? one.first : most), "");
  const left = open.filter((one) => one.last >= latest);
  const spans = [...new Map(left.map((one) => [`${one.first} ${one.last}`, one])).values()].sort(latestFirst);
  return left.map((one) => {
    const rivals = spans.slice(0, 2).filter((other) => other.first !== one.first || other.last !== one.last);
    const sure = one.holds && one.row.start && !rivals.some((other) => other.last > one.first);
    return [one.row, sure ? "yes" : "maybe"];
  });
};

/**
 * @param {{about: *, start: ?string, end: ?string}[]} rows Rows about the same thing replace each other.
 * @param {string} on The day asked about, as 2026-11-22.
 * @returns {("yes"|"maybe"|"no")[]} One answer per row.
 */
export const appliedOn = (rows, on) => {
  const groups = new Map();
  rows.forEach((row) => groups.set(row.about, [...(groups.get(row.about) ?? []), row]));
  const answers = new Map([...groups.values()].flatMap((group) => withinGroup(group, on)));
  return rows.map((row) => answers.get(row) ?? "no");
};
