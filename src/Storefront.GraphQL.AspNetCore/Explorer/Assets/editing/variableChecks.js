import { coreOf, itemOf } from "../language/model.js";
import { parseJson } from "../language/json.js";

// What can be said of variables without asking the server: whether they are those that the operation declares, and of their types.

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
      return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
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
