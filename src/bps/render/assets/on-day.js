// The date field of an item page: leaves the rows that applied on a day; ?on=2022-05-01 asks too.
import { appliedOn, isDay } from "./applied.js";

const SENTENCES = {
  zh: {
    found: "{day}：确定执行的{yes}条，可能执行的{maybe}条。",
    none: "{day}：没有记录到这一天执行的标准。没有记录，不等于当时没有。",
    wrong: "“{day}”不是日历上的一天，应写成 2022-05-01 的样子。",
  },
  en: {
    found: "{day}: {yes} applied for certain, {maybe} perhaps.",
    none: "{day}: no level is recorded for that day. That does not mean there was none.",
    wrong: "“{day}” is not a day of the calendar. Write it like 2022-05-01.",
  },
};
const TONE = { yes: "good", maybe: "warn", no: "past" };
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

const start = (part) => {
  const words = part.dataset;
  const zh = document.documentElement.lang.startsWith("zh");
  const say = SENTENCES[zh ? "zh" : "en"];
  const field = part.querySelector("[data-day]");
  const clear = part.querySelector("[data-clear]");
  const found = part.querySelector("[data-found-text]");
  const folded = part.querySelector("[data-rows]");
  const tables = Array.from(part.querySelectorAll("table"), (table) => ({
    counted: table.dataset.counted !== undefined,
    rows: Array.from(table.tBodies[0].rows, (row) => ({
      row, about: row.dataset.about ?? row, start: row.dataset.start, end: row.dataset.end, cell: row.querySelector("[data-answer]"),
    })),
  }));
  const cells = tables.flatMap((table) => table.rows.map((one) => one.cell));
  const heads = Array.from(part.querySelectorAll("[data-answer-head]"));
  const before = new Map([...cells, ...heads].map((node) => [node, Array.from(node.childNodes)]));
  const label = cells[0]?.dataset.label;
  const languages = Array.from(document.querySelectorAll("a[hreflang]"), (link) => [link, link.getAttribute("href")]);
  const written = (day) => new Date(`${day}T00:00:00Z`)
    .toLocaleDateString(zh ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" });

  const badge = (answer) => {
    const made = document.createElement("span");
    made.className = `badge badge-${TONE[answer]}`;
    made.textContent = words[answer];
    return made;
  };
  const showAll = (message = "") => {
    before.forEach((nodes, place) => place.replaceChildren(...nodes));
    cells.forEach((cell) => { cell.dataset.label = label; });
    tables.forEach((table) => table.rows.forEach(({ row }) => { row.hidden = false; }));
    found.textContent = message;
    clear.hidden = true;
    part.classList.add("no-print");
  };
  const showDay = (day) => {
    const count = { yes: 0, maybe: 0, no: 0 };
    tables.forEach(({ counted, rows }) => appliedOn(rows, day).forEach((answer, index) => {
      rows[index].row.hidden = answer === "no";
      rows[index].cell.replaceChildren(badge(answer));
      if (counted) count[answer] += 1;
    }));
    heads.forEach((head) => head.replaceChildren(words.head));
    cells.forEach((cell) => { cell.dataset.label = words.head; });
    found.textContent = fill(count.yes + count.maybe ? say.found : say.none, { ...count, day: written(day) });
    clear.hidden = false;
    if (folded) folded.open = true;
    part.classList.remove("no-print");
  };
  const remember = (day) => {
    const address = new URL(location.href);
    if (day) address.searchParams.set("on", day);
    else address.searchParams.delete("on");
    history.replaceState(history.state, "", address);
    languages.forEach(([link, href]) => link.setAttribute("href", day ? `${href}?on=${day}#on-day` : href));
  };
  const ask = (day) => {
    if (!day) showAll();
    else if (isDay(day)) showDay(day);
    else showAll(fill(say.wrong, { day: day.slice(0, 20) }));
    remember(isDay(day) ? day : "");
  };

  field.addEventListener("change", () => ask(field.value));
  clear.addEventListener("click", () => {
    field.value = "";
    ask("");
    field.focus();
  });
  const asked = new URLSearchParams(location.search).get("on");
  if (asked === null) return;
  if (isDay(asked)) field.value = asked;
  // What reviewers ask for is folded; a link that asks for a day opens it.
  part.closest("details")?.setAttribute("open", "");
  ask(asked);
  part.scrollIntoView();
};

const part = document.querySelector("[data-on-day]");
if (part) start(part);
