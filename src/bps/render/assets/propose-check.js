// A validator for the part of JSON Schema 2020-12 that the schemas of this register use.
// A keyword it does not know is an error here, never a check left out in silence.

const ANNOTATIONS = new Set([
  "$schema", "$id", "$defs", "title", "description", "examples", "default",
  "markdownDescription", "x-title-zh", "x-description-zh", "x-title-en", "x-description-en", "x-ref", "x-quantity", "x-since", "x-source", "x-labels",
]);
const NUMBERS = { minimum: (value, limit) => value >= limit, maximum: (value, limit) => value <= limit };

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const lengthOf = (text) => [...text].length;

const TYPES = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

const equal = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const escapePart = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");

export const resolve = (schema, root) => {
  if (!schema.$ref) return schema;
  const found = schema.$ref.replace(/^#\//u, "").split("/").reduce((at, part) => at[part], root);
  return { ...found, ...schema, $ref: undefined };
};

const KEYWORDS = {
  type: ({ value, rule }) => [].concat(rule).some((name) => TYPES[name](value)),
  enum: ({ value, rule }) => rule.some((each) => equal(each, value)),
  const: ({ value, rule }) => equal(rule, value),
  pattern: ({ value, rule }) => typeof value !== "string" || new RegExp(rule, "u").test(value),
  minLength: ({ value, rule }) => typeof value !== "string" || lengthOf(value) >= rule,
  maxLength: ({ value, rule }) => typeof value !== "string" || lengthOf(value) <= rule,
  minItems: ({ value, rule }) => !Array.isArray(value) || value.length >= rule,
  maxItems: ({ value, rule }) => !Array.isArray(value) || value.length <= rule,
  uniqueItems: ({ value, rule }) =>
    !rule || !Array.isArray(value) || new Set(value.map((each) => JSON.stringify(each))).size === value.length,
  minProperties: ({ value, rule }) => !isObject(value) || Object.keys(value).length >= rule,
  maxProperties: ({ value, rule }) => !isObject(value) || Object.keys(value).length <= rule,
  minimum: ({ value, rule }) => typeof value !== "number" || NUMBERS.minimum(value, rule),
  maximum: ({ value, rule }) => typeof value !== "number" || NUMBERS.maximum(value, rule),
};

// All faults of a value, each as {pointer, keyword, rule}; the list is empty when there is none.
export const faults = (schema, value, root = schema, pointer = "") => {
  const found = [];
  const fault = (keyword, rule, at = pointer) => found.push({ pointer: at, keyword, rule });
  const inside = (inner, part, each) => found.push(...faults(inner, each, root, `${pointer}/${escapePart(part)}`));
  for (const [keyword, rule] of Object.entries(schema)) {
    if (rule === undefined || ANNOTATIONS.has(keyword)) continue;
    if (keyword === "$ref") {
      found.push(...faults(resolve({ $ref: rule }, root), value, root, pointer));
    } else if (Object.hasOwn(KEYWORDS, keyword)) {
      if (!KEYWORDS[keyword]({ value, rule })) fault(keyword, rule);
    } else if (keyword === "required") {
      if (isObject(value)) {
        for (const key of rule) if (!Object.hasOwn(value, key)) fault("required", key, `${pointer}/${escapePart(key)}`);
      }
    } else if (keyword === "properties") {
      if (isObject(value)) {
        for (const [key, inner] of Object.entries(rule)) if (Object.hasOwn(value, key)) inside(inner, key, value[key]);
      }
    } else if (keyword === "additionalProperties") {
      if (isObject(value)) {
        for (const key of Object.keys(value)) {
          if (Object.hasOwn(schema.properties ?? {}, key)) continue;
          if (rule === false) fault("additionalProperties", key, `${pointer}/${escapePart(key)}`);
          else if (rule !== true) inside(rule, key, value[key]);
        }
      }
    } else if (keyword === "items") {
      if (Array.isArray(value)) value.forEach((each, at) => inside(rule, at, each));
    } else if (keyword === "if") {
      const branch = faults(rule, value, root, pointer).length === 0 ? schema.then : schema.else;
      if (branch) found.push(...faults(branch, value, root, pointer));
    } else if (keyword !== "then" && keyword !== "else") {
      throw new Error(`propose-check: unknown keyword ${keyword}`);
    }
  }
  return found;
};
