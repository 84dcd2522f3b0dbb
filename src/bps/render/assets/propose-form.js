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
  const describe = (schema) => (lang === "zh" ? schema["x-description-zh"] : schema.description ?? schema["x-description-en"]) ?? "";
  // Where values have names, the list of values at the end of a description says nothing more.
  const helpOf = (schema) => {
    const text = describe(schema);
    const values = (schema.items ?? schema).enum ?? [];
    const starts = lang === "zh" ? values.map((value) => text.indexOf(`${value} `)).filter((at) => at >= 0) : [];
    return starts.length ? text.slice(0, Math.min(...starts)).replace(/[：:，；\s]+$/u, "") : text;
  };
  const isText = (schema) => schema.properties?.zh && schema.properties?.en;
  // One key out of several, as in a condition: all of, any of, not, or one thing about a person.
  const isChoice = (schema) => schema.type === "object" && schema.maxProperties === 1;
  const labelOf = (schema, value) => schema["x-labels"]?.[value]?.[lang] ?? value;
  const legendOf = (schema, key, { required, legend }) => legend ?? (required ? titleOf(schema, key) + words.required : titleOf(schema, key));
  // Chinese sentences stand side by side without a space.
  const gap = lang === "zh" ? "" : " ";

  const control = (schema, attributes) => {
    if (schema.enum) {
      const options = ["", ...schema.enum].map((each) => node("option", { value: each, text: each ? labelOf(schema, each) : words.choose }));
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
    const shown = example === undefined || typeof example === "object" || schema.enum ? "" : `${words.example}${gap}${example}`;
    const notes = [help, shown].filter(Boolean).join(gap);
    const title = label ?? titleOf(schema, key);
    box.append(node("label", { for: id, text: required ? title + words.required : title }));
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
    const kind = schema.items["x-ref"];
    if (known[kind]) box.append(picker(kind, made));
    return { box, read, find: () => made };
  };

  // A field in which part of a name is enough to find an id; what is chosen becomes a line above.
  const picker = (kind, lines) => {
    const ids = new Set(known[kind].map(([id]) => id));
    const made = node("input", { type: "text", list: `known-${kind}`, autocomplete: "off", spellcheck: "false" });
    made.addEventListener("input", () => {
      if (!ids.has(made.value)) return;
      lines.value = [...lines.value.split("\n").filter(Boolean), made.value].join("\n");
      made.value = "";
    });
    return labelled({}, "", made, { label: words.pick });
  };

  // Several of a few known values: a box to tick for each.
  const boxes = (schema, key, options) => {
    const box = node("fieldset", { class: "propose-boxes" });
    const help = [helpOf(schema), words.several].filter(Boolean).join(gap);
    box.append(node("legend", { text: legendOf(schema, key, options) }), node("p", { class: "propose-help", text: help }));
    const ticks = schema.items.enum.map((value) => {
      const tick = node("input", { type: "checkbox", value, id: `propose-${(serial += 1)}` });
      box.append(node("label", {}, tick, labelOf(schema.items, value)));
      return tick;
    });
    const read = () => {
      const ticked = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
      return ticked.length ? ticked : undefined;
    };
    return { box, read, find: () => ticks[0] };
  };

  // The key is picked first; then come its own fields, which may be choices again.
  const choice = (schema, key, options) => {
    const box = node("fieldset", { class: "propose-part propose-choice" });
    box.append(node("legend", { text: legendOf(schema, key, options) }));
    if (!options.legend && !options.inner) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
    const keys = Object.entries(schema.properties).map(([name, each]) => node("option", { value: name, text: titleOf(each, name) }));
    const pick = node("select", {}, node("option", { value: "", text: words.choose }), ...keys);
    const place = node("div");
    let part = null;
    pick.addEventListener("change", () => {
      part = pick.value ? field(schema.properties[pick.value], pick.value, { inner: true, start: 2 }) : null;
      place.replaceChildren(...(part ? [part.box] : []));
    });
    box.append(labelled({}, "", pick, { label: words.condition }), place);
    // Picked and left empty is a fault that the schema names; left unpicked is nothing.
    const empty = () => (resolve(schema.properties[pick.value], root).type === "array" ? [] : {});
    const read = () => (part ? { [pick.value]: part.read() ?? empty() } : undefined);
    const find = ([first, ...rest]) => (part && first === pick.value ? (part.find(rest) ?? pick) : pick);
    return { box, read, find };
  };

  const text = (schema, key, options) => {
    const box = node("fieldset", { class: "propose-text" });
    box.append(node("legend", { text: legendOf(schema, key, options) }));
    if (helpOf(schema) && !options.legend) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
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
    box.append(node("legend", { text: legendOf(schema, key, options) }));
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
    const name = isChoice(inner) ? words.one : titleOf(isText(inner) ? schema : inner, key);
    const box = node("fieldset", { class: "propose-rows" });
    box.append(node("legend", { text: legendOf(schema, key, options) }));
    if (helpOf(schema)) box.append(node("p", { class: "propose-help", text: helpOf(schema) }));
    const list = node("div");
    const add = node("button", { type: "button", class: "button", text: `${words.add}${gap}${name}` });
    const made = [];
    const more = () => {
      const make = isText(inner) ? text : isChoice(inner) ? choice : mapping;
      const row = make(inner, key, { legend: `${name}${gap}${made.length + 1}`, skip: options.skip });
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
    for (let at = 0; at < (options.start ?? (options.required ? 1 : 0)); at += 1) more();
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
      if (inner.enum) return boxes(schema, key, options);
      return inner.type === "object" ? rows(schema, key, options) : several(schema, key, options);
    }
    if (isText(schema)) return text(schema, key, options);
    if (isChoice(schema)) return choice(schema, key, options);
    return schema.type === "object" ? mapping(schema, key, options) : single(schema, key, options);
  };

  const fieldsOf = (schema, skip = []) => {
    const parts = {};
    for (const [key, inner] of Object.entries(schema.properties)) {
      if (skip.includes(key)) continue;
      // Evidence that names no field is filled in by the page.
      const required = (schema.required ?? []).includes(key) && !(key === "fields" && schema.properties.how);
      parts[key] = field(inner, key, { required });
    }
    return parts;
  };

  return { field };
};
