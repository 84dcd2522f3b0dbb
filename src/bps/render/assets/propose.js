// The page "propose a record": a form from the schema, checked with the same schema, turned into
// YAML to take away. Nothing is sent anywhere.
import { faults, resolve } from "./propose-check.js";
import { createForm, node } from "./propose-form.js";
import { toYaml } from "./propose-yaml.js";

// A longer address is cut off by some servers; then the text has to be pasted.
const LONGEST_ADDRESS = 7500;
const FIRST = ["id", "name", "status", "jurisdiction", "level", "kind", "direction", "domain"];
const NO_PROOF = ["id", "translation", "former_ids", "notes", "decisions", "evidence"];
const box = document.getElementById("propose");

// What is read out with a control: its help, and its fault where it has one.
const describers = (control) => (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
const describe = (control, ids) => (ids.length ? control.setAttribute("aria-describedby", ids.join(" ")) : control.removeAttribute("aria-describedby"));

const fetched = async (path) => (await fetch(new URL(path, new URL(box.dataset.root, document.baseURI)))).json();

const start = async () => {
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const { types, leftOut, words: both } = await fetched(`data/propose/index.json`);
  const words = both[lang];
  const pageTitle = document.title;
  const pick = node("select", { id: "propose-type" }, node("option", { value: "", text: words.choose }));
  for (const [name, type] of Object.entries(types)) pick.append(node("option", { value: name, text: type.title[lang] }));
  const place = node("div", { id: "propose-form" });
  box.append(node("p", { class: "propose-field" }, node("label", { for: "propose-type", text: words.type }), pick), place);
  // What fields may name is much: it comes with the first form, not with the page.
  let named;
  const readKnown = () => {
    named ??= fetched("data/propose/known.json").then((known) => {
      for (const [name, entries] of Object.entries(known)) {
        const options = entries.map(([id, zh, en]) => node("option", { value: id, label: lang === "zh" ? zh : en }));
        box.append(node("datalist", { id: `known-${name}` }, ...options));
      }
      return known;
    });
    named.catch(() => { named = undefined; });
    return named;
  };

  const pathOf = (type, record) => {
    const folder = type.folders.find(([path, nested]) => nested === record.id.includes("/") && (!type.byLevel || path.endsWith(`/${record.level}`)));
    return folder ? `${folder[0]}/${record.id}.yml` : null;
  };

  const sentence = (fault) => {
    const word = words.faults[fault.keyword] ?? words.faults.other;
    const limit = fault.keyword === "enum" ? fault.rule.join(", ") : String(fault.rule);
    return word.replace("{limit}", limit);
  };

  const show = (name) => {
    place.replaceChildren();
    document.title = pageTitle;
    if (!name) return;
    const parts = [fetched(`data/propose/${name}.json`), readKnown()];
    Promise.all(parts).then(([root, known]) => build(name, root, known)).catch(() => place.append(node("p", { class: "notice", text: words.failed })));
  };

  const build = (name, root, known) => {
    const type = types[name];
    const schema = resolve(root.else ?? root, root);
    const form = createForm({ root, words, lang, known });
    const parts = {};
    const required = schema.required ?? [];
    const offered = Object.keys(schema.properties).filter((key) => !leftOut.includes(key));
    const front = [...FIRST.filter((key) => offered.includes(key)), ...required.filter((key) => !FIRST.includes(key) && key !== "evidence")];
    const rest = offered.filter((key) => !front.includes(key) && key !== "evidence");
    const make = (key) => {
      parts[key] = form.field(schema.properties[key], key, { required: required.includes(key) });
      return parts[key].box;
    };
    const whole = node("form", { novalidate: true, class: "propose" });
    const summary = node("div", { class: "propose-summary", role: "alert", tabindex: "-1", hidden: true });
    const result = node("section", { class: "propose-result", "aria-live": "polite" });
    whole.append(summary, ...front.map(make));
    if (rest.length) {
      whole.append(node("details", {}, node("summary", { text: words.more }), ...rest.map(make)));
    }
    if (schema.properties.evidence) whole.append(node("p", { class: "propose-help", text: words.evidence }), make("evidence"));
    whole.append(node("button", { type: "submit", class: "button button-main", text: words.make }), result);
    whole.addEventListener("submit", (event) => {
      event.preventDefault();
      finish({ name, type, root, parts, summary, result, order: type.order });
    });
    place.append(whole);
  };

  const readRecord = (parts) => {
    const record = {};
    for (const [key, part] of Object.entries(parts)) {
      const value = part.read();
      if (value !== undefined) record[key] = value;
    }
    // Evidence that names no field stands for everything that was filled in.
    const proved = Object.keys(record).filter((key) => !NO_PROOF.includes(key));
    for (const entry of record.evidence ?? []) if (!entry.fields && proved.length) entry.fields = proved;
    for (const entry of record.evidence ?? []) if (entry.fields) entry.fields = [...entry.fields];
    return record;
  };

  const finish = ({ name, type, root, parts, summary, result, order }) => {
    for (const old of place.querySelectorAll(".propose-error")) old.remove();
    for (const old of place.querySelectorAll("[aria-invalid]")) {
      old.removeAttribute("aria-invalid");
      describe(old, describers(old).filter((id) => !id.endsWith("-error")));
    }
    result.replaceChildren();
    const record = readRecord(parts);
    const found = faults(root, record);
    const path = record.id && !found.some((fault) => fault.pointer === "/id") ? pathOf(type, record) : null;
    if (!found.length && path === null) found.push({ pointer: "/id", keyword: "place", rule: "" });
    if (found.length) {
      complain(found, parts, summary);
      return;
    }
    summary.hidden = true;
    document.title = pageTitle;
    deliver(toYaml(record, { type: name, path, order }), path, record, result);
  };

  const complain = (found, parts, summary) => {
    const seen = new Set();
    const list = node("ul");
    const placed = found.map((fault) => {
      const [first, ...rest] = fault.pointer.split("/").slice(1);
      return { fault, first, control: parts[first]?.find(rest) ?? summary };
    });
    // In the order of the page, so that a reader walks down once.
    placed.sort((left, right) => (left.control.compareDocumentPosition(right.control) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
    for (const { fault, first, control } of placed) {
      if (seen.has(control)) continue;
      seen.add(control);
      // One language of a text is named by the text, one box to tick by the question.
      // A part without anything in it is named as a whole.
      const group = control.closest?.(fault.keyword === "minProperties" ? "fieldset" : ".propose-text, .propose-boxes") ?? null;
      const label = (group ?? control).querySelector?.("legend")?.textContent ?? control.labels?.[0]?.textContent ?? control.closest?.("fieldset")?.querySelector("legend")?.textContent ?? first ?? "";
      const said = sentence(fault);
      const link = node("a", { href: `#${control.id}`, text: `${label}${words.colon}${said}` });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control.closest("details")?.setAttribute("open", "");
        control.focus();
      });
      list.append(node("li", {}, link));
      if (control !== summary) {
        control.setAttribute("aria-invalid", "true");
        const id = `${control.id || "add"}-error`;
        control.before(node("p", { class: "propose-error", id, text: said }));
        describe(control, [...describers(control), id]);
        control.closest("details")?.setAttribute("open", "");
      }
    }
    summary.replaceChildren(node("h2", { text: words.problem.replace("{count}", String(seen.size)) }), list);
    summary.hidden = false;
    summary.focus();
    document.title = `${words.error}${pageTitle}`;
  };

  const deliver = (yaml, path, record, result) => {
    const address = URL.createObjectURL(new Blob([yaml], { type: "application/yaml" }));
    const file = path.split("/").at(-1);
    const copy = node("button", { type: "button", class: "button", text: words.copy });
    const said = node("p", { role: "status" });
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(yaml);
        said.textContent = words.copied;
      } catch {
        said.textContent = words.notCopied;
      }
    });
    const actions = node("p", { class: "actions" }, node("a", { class: "button button-main", href: address, download: file, text: words.download }), copy);
    const pattern = box.dataset.proposal;
    if (pattern) {
      const title = `${record.name?.zh ?? record.name?.en ?? ""} (${record.id})`;
      const filled = pattern
        .replaceAll("{path}", encodeURIComponent(path))
        .replaceAll("{title}", encodeURIComponent(title))
        .replaceAll("{yaml}", encodeURIComponent(yaml));
      const short = filled.length <= LONGEST_ADDRESS ? filled : pattern.replaceAll("{path}", encodeURIComponent(path)).replaceAll("{title}", encodeURIComponent(title)).replaceAll("{yaml}", "");
      actions.append(node("a", { class: "button", href: short, rel: "noopener noreferrer", text: words.open }));
      if (short !== filled) said.textContent = words.tooLong;
    }
    const heading = node("h2", { text: words.done, tabindex: "-1" });
    result.replaceChildren(heading, node("p", { text: words.where.replace("{path}", path) }), node("pre", { tabindex: "0", text: yaml }), actions, said);
    heading.focus();
  };

  pick.addEventListener("change", () => show(pick.value));
  const asked = new URLSearchParams(location.search).get("type");
  if (asked && Object.hasOwn(types, asked)) {
    pick.value = asked;
    show(asked);
  }
};

start().catch(() => box.append(node("p", { class: "notice", text: box.dataset.failed })));
