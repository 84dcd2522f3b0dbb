// Form fields from a schema, and the values back out of them.
import { resolve } from "./propose-check.js";

const LONG_TEXT = 200;
let serial = 0;

export const node = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") made.textContent = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

export const createForm = ({ root, words, lang, known }) => {
  const titleOf = (schema, key) => (lang === "zh" ? schema["x-title-zh"] : schema.title ?? schema["x-title-en"]) ?? key;
  const helpOf = (schema) => (lang === "zh" ? schema["x-description-zh"] : schema.description ?? schema["x-description-en"]) ?? "";
  const isText = (schema) => schema.properties?.zh && schema.properties?.en;
  // A condition nests without end; it is written by hand afterwards.
  const isOffered = (schema) => !String(schema.$ref ?? "").endsWith("/Expression");

  const control = (schema, attributes) => {
    if (schema.enum) {
      const options = ["", ...schema.enum].map((each) => node("option", { value: each, text: each || words.choose }));
      return node("select", attributes, ...options);
    }
    if (schema.type === "boolean") {
      const options = [["", words.choose], ["true", words.yes], ["false", words.no]];
      return node("select", attributes, ...options.map(([value, text]) => node("option", { value, text })));
    }
    if (schema.type === "string" && (schema.maxLength ?? 0) > LONG_TEXT && !schema.pattern) return node("textarea", { ...attributes, rows: 2 });
    const list = schema["x-ref"] && known[schema["x-ref"]] ? `known-${schema["x-ref"]}` : undefined;
    return node("input", { ...attributes, type: "text", list, autocomplete: "off", spellcheck: "false" });
  };

  const labelled = (schema, key, made, { required, lang: tag, label }) => {
    const id = `propose-${(serial += 1)}`;
    const box = node("div", { class: "propose-field" });
    const help = helpOf(schema);
    const example = schema.examples?.[0];
    const shown = example === undefined || typeof example === "object" ? "" : `${words.example} ${example}`;
    const notes = [help, shown].filter(Boolean).join(" ");
    const title = label ?? titleOf(schema, key);
    box.append(node("label", { for: id, text: required ? `${title} ${words.required}` : title }));
    if (notes && !label) box.append(node("p", { class: "propose-help", id: `${id}-help`, text: notes }));
    made.id = id;
    if (tag) made.lang = tag;
    if (notes && !label) made.setAttribute("aria-describedby", `${id}-help`);
    if (required) made.setAttribute("aria-required", "true");
    box.append(made);
    return box;
  };

  const single = (schema, key, options) => {
    const made = control(schema, {});
    const box = labelled(schema, key, made, options);
    const read = () => {
      const text = made.value.trim();
      if (text === "") return undefined;
      if (schema.type === "integer" || schema.type === "number") return /^-?[0-9]+(\.[0-9]+)?$/u.test(text) ? Number(text) : text;
      return schema.type === "boolean" ? text === "true" : text;
    };
    return { box, read, find: (rest) => (rest.length ? null : made) };
  };

  const several = (schema, key, options) => {
    const made = node("textarea", { rows: 2, spellcheck: "false" });
    const box = labelled(schema, key, made, options);
    box.insertBefore(node("p", { class: "propose-help", text: words.perLine }), made);
    const read = () => {
      const entries = made.value.split("\n").map((line) => line.trim()).filter(Boolean);
      return entries.length ? entries : undefined;
    };
    return { box, read, find: () => made };
  };

  const text = (schema, key, options) => {
    const box = node("fieldset", { class: "propose-text" });
    box.append(node("legend", { text: options.required ? `${titleOf(schema, key)} ${words.required}` : titleOf(schema, key) }));
    if (helpOf(schema)) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
    const parts = {};
    for (const [language, tag, label] of [["zh", "zh-CN", words.chinese], ["en", "en", words.english]]) {
      parts[language] = single(schema.properties[language], language, { lang: tag, label });
      box.append(parts[language].box);
    }
    const read = () => {
      const value = {};
      for (const language of ["zh", "en"]) {
        const said = parts[language].read();
        if (said !== undefined) value[language] = said;
      }
      return Object.keys(value).length ? value : undefined;
    };
    return { box, read, find: ([first]) => (parts[first] ?? parts.zh).find([]) };
  };

  const mapping = (schema, key, options) => {
    const box = node("fieldset", { class: "propose-part" });
    box.append(node("legend", { text: options.legend ?? titleOf(schema, key) }));
    if (helpOf(schema) && !options.legend) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
    const parts = fieldsOf(schema, options.skip);
    for (const part of Object.values(parts)) box.append(part.box);
    const read = () => {
      const value = {};
      for (const [name, part] of Object.entries(parts)) {
        const said = part.read();
        if (said !== undefined) value[name] = said;
      }
      return Object.keys(value).length ? value : undefined;
    };
    return { box, read, find: ([first, ...rest]) => (parts[first] ? parts[first].find(rest) : box.querySelector("input, select, textarea")), parts };
  };

  const rows = (schema, key, options) => {
    const inner = resolve(schema.items, root);
    const box = node("fieldset", { class: "propose-rows" });
    box.append(node("legend", { text: options.required ? `${titleOf(schema, key)} ${words.required}` : titleOf(schema, key) }));
    if (helpOf(schema)) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
    const list = node("div");
    const add = node("button", { type: "button", class: "button", text: `${words.add} ${titleOf(inner, key)}` });
    const made = [];
    const more = () => {
      const make = isText(inner) ? text : mapping;
      const row = make(inner, key, { legend: `${titleOf(inner, key)} ${made.length + 1}`, skip: options.skip });
      const remove = node("button", { type: "button", class: "button", text: words.remove });
      remove.addEventListener("click", () => {
        made.splice(made.indexOf(row), 1);
        row.box.remove();
        add.focus();
      });
      row.box.append(remove);
      made.push(row);
      list.append(row.box);
      return row;
    };
    add.addEventListener("click", () => more().find([])?.focus());
    box.append(list, add);
    if (options.required) more();
    const read = () => {
      const values = made.map((row) => row.read()).filter((each) => each !== undefined);
      return values.length ? values : undefined;
    };
    const find = ([first, ...rest]) => (made[Number(first)] ? made[Number(first)].find(rest) : add);
    return { box, read, find };
  };

  const field = (given, key, options) => {
    const schema = resolve(given, root);
    if (schema.type === "array") {
      const inner = resolve(schema.items, root);
      return inner.type === "object" ? rows(schema, key, options) : several(schema, key, options);
    }
    if (isText(schema)) return text(schema, key, options);
    return schema.type === "object" ? mapping(schema, key, options) : single(schema, key, options);
  };

  const fieldsOf = (schema, skip = []) => {
    const parts = {};
    for (const [key, inner] of Object.entries(schema.properties)) {
      if (skip.includes(key) || !isOffered(inner)) continue;
      // Evidence that names no field is filled in by the page.
      const required = (schema.required ?? []).includes(key) && !(key === "fields" && schema.properties.how);
      parts[key] = field(inner, key, { required });
    }
    return parts;
  };

  return { field, isOffered };
};
