// A record as YAML in the style of this register: quoted only where a reader could take it for
// something else.

const RESERVED = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "="]);
const STARTS_BADLY = /^[-?:,[\]{}#&*!|>'"%@`=<+.0-9\s]/u;
const ENDS_BADLY = /[:\s]$/u;
const HOLDS_BADLY = /: | #|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u;

const scalar = (value) => {
  if (typeof value !== "string") return String(value);
  const plain =
    value && !RESERVED.has(value.toLowerCase()) && !STARTS_BADLY.test(value) && !ENDS_BADLY.test(value) && !HOLDS_BADLY.test(value);
  // JSON's escapes are YAML's; two line separators are the only characters it leaves bare.
  return plain ? value : JSON.stringify(value).replace(/\u2028/gu, "\\u2028").replace(/\u2029/gu, "\\u2029");
};

const lines = (value, indent) => {
  const space = " ".repeat(indent);
  const result = [];
  for (const [key, each] of Object.entries(value)) {
    if (Array.isArray(each)) {
      result.push(`${space}${key}:`);
      for (const entry of each) {
        if (typeof entry === "object") {
          const inner = lines(entry, indent + 4);
          result.push(`${space}  - ${inner[0].trimStart()}`, ...inner.slice(1));
        } else result.push(`${space}  - ${scalar(entry)}`);
      }
    } else if (typeof each === "object") result.push(`${space}${key}:`, ...lines(each, indent + 2));
    else result.push(`${space}${key}: ${scalar(each)}`);
  }
  return result;
};

export const ordered = (record, order) => {
  const known = order.filter((key) => Object.hasOwn(record, key));
  const rest = Object.keys(record).filter((key) => !order.includes(key));
  return Object.fromEntries([...known, ...rest].map((key) => [key, record[key]]));
};

export const toYaml = (record, { type, path, order }) => {
  const up = "../".repeat(path.split("/").length - 1);
  const head = `# yaml-language-server: $schema=${up}schema/v1/${type}.schema.json`;
  return `${[head, ...lines(ordered(record, order), 0)].join("\n")}\n`;
};
