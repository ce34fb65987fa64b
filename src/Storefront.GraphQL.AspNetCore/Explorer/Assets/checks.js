import { significant } from "./lexer.js";
import { coreOf, itemOf } from "./model.js";
import { parseJson } from "./json.js";

// What can be said of operations, variables and headers without asking the server. Of documents the server's word counts.

/** The operations of a document, with the variables that each declares. */
export function operationsOf(tokens) {
  const found = [];
  let depth = 0;
  let current = null;
  const words = significant(tokens);
  words.forEach((token, at) => {
    if (depth === 0 && ["query", "mutation", "subscription", "{"].includes(token.text) && !current) {
      const isShort = token.text === "{";
      const name = !isShort && words[at + 1]?.kind === "name" ? words[at + 1].text : null;
      current = { kind: isShort ? "query" : token.text, name, start: token.start, end: token.end, variables: [] };
      found.push(current);
    } else if (depth === 0 && token.text === "fragment" && !current) {
      current = { start: token.start, end: token.end };
    }
    if (current?.variables && depth === 0 && token.text === "$" && words[at + 2]?.text === ":") {
      current.variables.push(declaration(words, at));
    }
    depth += token.text === "{" && isSetBrace(words, at) ? 1 : token.text === "}" && depth > 0 && isSetBrace(words, at) ? -1 : 0;
    if (current) {
      current.end = token.end;
    }
    if (token.text === "}" && depth === 0 && isSetBrace(words, at)) {
      current = null;
    }
  });
  return found;
}

// Braces of a default value stand within parentheses.
function isSetBrace(words, at) {
  let parentheses = 0;
  for (let before = 0; before < at; before++) {
    parentheses += words[before].text === "(" ? 1 : words[before].text === ")" ? -1 : 0;
  }
  return parentheses <= 0;
}

function declaration(words, at) {
  let end = at + 3;
  let type = "";
  while (words[end] && (["[", "]", "!"].includes(words[end].text) || (words[end].kind === "name" && !/\w/.test(type)))) {
    type += words[end].text;
    end++;
  }
  return { name: words[at + 1].text, type, hasDefault: words[end]?.text === "=" };
}

/**
 * @returns {{ value: object | null, problems: { name: string, values: object, start: number, end: number }[] }}
 */
export function checkVariables(text, operation, model) {
  if (text.trim() === "") {
    const missing = (operation?.variables ?? []).filter(isNeeded).map(variable => ({ name: "variableMissing", values: { name: variable.name, type: variable.type }, start: 0, end: 0 }));
    return { value: null, problems: missing };
  }
  const parsed = parseJson(text);
  if (parsed.error !== undefined) {
    return { value: null, broken: true, problems: [{ name: "jsonForm", values: {}, start: parsed.error, end: Math.min(parsed.error + 1, text.length) }] };
  }
  if (parsed.value === null || typeof parsed.value !== "object" || Array.isArray(parsed.value)) {
    return { value: null, broken: true, problems: [{ name: "jsonObject", values: {}, start: 0, end: text.length }] };
  }
  if (!operation) {
    return { value: parsed.value, problems: [] };
  }
  const problems = [];
  const placeOf = path => parsed.places.get(path) ?? { start: 0, end: 0 };
  for (const name of Object.keys(parsed.value)) {
    if (!operation.variables.some(variable => variable.name === name)) {
      problems.push({ name: "variableUnknown", values: { name }, ...placeOf(`$${name}`) });
    }
  }
  for (const variable of operation.variables) {
    if (Object.hasOwn(parsed.value, variable.name)) {
      checkValue(parsed.value[variable.name], variable.type, `$${variable.name}`, model, (name, values) => problems.push({ name, values, ...placeOf(values.path) }));
    } else if (isNeeded(variable)) {
      problems.push({ name: "variableMissing", values: { name: variable.name, type: variable.type }, start: 0, end: 0 });
    }
  }
  return { value: parsed.value, problems };
}

function isNeeded(variable) {
  return variable.type.endsWith("!") && !variable.hasDefault;
}

function checkValue(value, type, path, model, report) {
  if (value === null) {
    if (type.endsWith("!")) {
      report("valueExpected", { path, type });
    }
    return;
  }
  const item = itemOf(type);
  if (item !== null) {
    // A value alone stands for a list of one.
    (Array.isArray(value) ? value : [value]).forEach((entry, at) => checkValue(entry, item, Array.isArray(value) ? `${path}.${at}` : path, model, report));
    return;
  }
  const core = coreOf(type);
  const definition = model.type(core);
  if (definition?.kind === "InputObject") {
    checkObject(value, core, definition, path, model, report);
  } else if (definition && !fits(value, core, definition)) {
    report("valueExpected", { path, type });
  }
}

function checkObject(value, core, definition, path, model, report) {
  if (typeof value !== "object" || Array.isArray(value)) {
    report("valueExpected", { path, type: core });
    return;
  }
  for (const name of Object.keys(value)) {
    if (definition.inputs?.[name]) {
      checkValue(value[name], definition.inputs[name].type, `${path}.${name}`, model, report);
    } else {
      report("valueUnknown", { path: `${path}.${name}`, type: core });
    }
  }
  for (const [name, input] of Object.entries(definition.inputs ?? {})) {
    if (input.type.endsWith("!") && input.default === undefined && !Object.hasOwn(value, name)) {
      report("valueMissing", { path: `${path}.${name}`, type: input.type });
    }
  }
  if (definition.oneOf && Object.keys(value).length !== 1) {
    report("valueOneOf", { path });
  }
}

// Scalars of the schema's own may take anything.
function fits(value, core, definition) {
  switch (core) {
    case "Int":
      return Number.isInteger(value) && Math.abs(value) <= 2147483648;
    case "Float":
      return typeof value === "number";
    case "String":
      return typeof value === "string";
    case "Boolean":
      return typeof value === "boolean";
    case "ID":
      return typeof value === "string" || Number.isInteger(value);
    default:
      return definition.kind !== "Enum" || Object.hasOwn(definition.values, value);
  }
}

/** The JSON of the variables with those that are missing added, each with a value of its type to start from. */
export function fillVariables(value, operation, model) {
  const filled = { ...value };
  for (const variable of operation?.variables ?? []) {
    if (!Object.hasOwn(filled, variable.name) && !variable.hasDefault) {
      filled[variable.name] = sampleOf(variable.type, model, []);
    }
  }
  return filled;
}

function sampleOf(type, model, around) {
  if (itemOf(type) !== null) {
    return [];
  }
  const core = coreOf(type);
  const definition = model.type(core);
  if (definition?.kind === "Enum") {
    return Object.keys(definition.values)[0];
  }
  if (definition?.kind === "InputObject" && !around.includes(core)) {
    const entries = Object.entries(definition.inputs ?? {}).filter(([, input], at) => (definition.oneOf ? at === 0 : input.type.endsWith("!") && input.default === undefined));
    return Object.fromEntries(entries.map(([name, input]) => [name, sampleOf(input.type, model, [...around, core])]));
  }
  return { Int: 0, Long: 0, Float: 0, Boolean: false, String: "", ID: "" }[core] ?? (type.endsWith("!") ? "" : null);
}

const forbiddenHeaders = ["cookie", "host", "origin", "referer", "content-length", "connection"];

/** Headers, one a line. */
export function checkHeaders(text) {
  const headers = [];
  const problems = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    if (line.trim() !== "") {
      const problem = colon < 0 ? { name: "headerForm", values: {} }
        : !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) ? { name: "headerName", values: { name } }
        : forbiddenHeaders.includes(name.toLowerCase()) || /^(sec|proxy)-/i.test(name) ? { name: "headerForbidden", values: { name } }
        : /[^\t\x20-\xFF]/.test(line) ? { name: "headerForm", values: {} }
        : null;
      if (problem) {
        problems.push({ ...problem, start, end });
      } else {
        headers.push([name, line.slice(colon + 1).trim()]);
      }
    }
    start = end + 1;
  }
  return { headers, problems };
}
