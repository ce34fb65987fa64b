import { ranked } from "./completion.js";
import { coreOf, itemOf } from "./model.js";

// What could be written at the cursor in the variables, by the types that the operation declares them with.

const jsonToken = /("(?:\\.|[^"\\\n])*"?)|([{}[\]:,])|([^\s{}[\]:,"]+)/g;

/** @returns what `complete` returns; null where nothing is known of what belongs there. */
export function completeJson(text, offset, operation, model) {
  const { word, from, to, isQuoted } = wordAt(text, offset);
  const before = text.slice(0, from);
  if (before.trim() === "" && operation?.variables.length > 0) {
    return { from, to, word, items: ranked([{ label: "{ }", insert: "{\n  \n}", caret: 4 }], word) };
  }
  const place = placeAt(before, operation, model);
  if (place === null) {
    return null;
  }
  const following = text.slice(to).match(/^\s*([^\s])/)?.[1] ?? "";
  const indentation = text.slice(text.lastIndexOf("\n", from - 1) + 1).match(/^ */)[0];
  const items = place.isName
    ? names(place, { following, indentation })
    : values(place.type, { following, indentation }, model).filter(item => !isQuoted || item.insert.startsWith('"'));
  return { from, to, word, items: ranked(items, word) };
}

// What is being typed: a string from its quote on, or a bare word. A string that takes in what follows it was not closed yet.
function wordAt(text, offset) {
  for (const match of text.matchAll(jsonToken)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (start < offset && offset <= end && match[2] === undefined) {
      const isQuoted = match[1] !== undefined;
      const isClosed = !isQuoted || /^"[^\s,:{}[\]]*"$/.test(match[0]);
      return { from: start, to: isClosed ? end : offset, word: text.slice(isQuoted ? start + 1 : start, offset).replace(/"$/, ""), isQuoted };
    }
  }
  return { from: offset, to: offset, word: "", isQuoted: false };
}

// Reads up to the cursor: the objects and lists that are open there, the innermost last.
function placeAt(text, operation, model) {
  const open = [];
  let expected = { type: null, inputs: inputsOf(operation) };
  for (const [token, string, mark] of text.matchAll(jsonToken)) {
    const inner = open.at(-1);
    if (mark === "{") {
      open.push({ isObject: true, ...expected, given: [], isName: true });
    } else if (mark === "[") {
      open.push({ isObject: false, type: expected.type ? itemOf(expected.type) : null });
      expected = typed(open.at(-1).type, model);
    } else if (mark === "}" || mark === "]") {
      open.pop();
    } else if (mark === "," && inner) {
      inner.isName = inner.isObject;
      expected = typed(inner.type, model);
    } else if (mark === ":" && inner) {
      inner.isName = false;
      expected = typed(inner.inputs?.[inner.given.at(-1)]?.type ?? null, model);
    } else if (inner?.isName) {
      inner.given.push(string ? token.replaceAll('"', "") : token);
    }
  }
  const inner = open.at(-1);
  return !inner ? null
    : inner.isName ? { isName: true, inputs: inner.inputs ?? {}, given: inner.given, model }
    : expected.type === null ? null
    : { isName: false, type: expected.type };
}

function typed(type, model) {
  return { type, inputs: type && itemOf(type) === null ? model.type(coreOf(type))?.inputs : undefined };
}

function inputsOf(operation) {
  return Object.fromEntries((operation?.variables ?? []).map(({ name, type, hasDefault }) => [name, { type, ...(hasDefault ? { default: "" } : {}) }]));
}

function names({ inputs, given, model }, place) {
  const comma = place.following === '"' ? "," : "";
  return Object.entries(inputs).filter(([label]) => !given.includes(label)).map(([label, input]) => {
    const start = `"${label}"`;
    const value = place.following === ":" ? { insert: "", caret: 0 } : begun(input.type, place, model);
    return {
      label,
      insert: place.following === ":" ? start : `${start}: ${value.insert}${comma}`,
      caret: place.following === ":" ? undefined : start.length + 2 + value.caret,
      detail: input.type,
      description: input.description,
      deprecated: input.deprecated !== undefined,
      later: input.type.endsWith("!") && input.default === undefined ? 0 : 1,
      again: ["Enum", "Boolean"].includes(kindOf(input.type, model)),
    };
  });
}

// What a value of a type begins with, and where in it the cursor goes.
function begun(type, { indentation }, model) {
  if (itemOf(type) !== null) {
    return { insert: "[]", caret: 1 };
  }
  switch (kindOf(type, model)) {
    case "InputObject":
      return { insert: `{\n${indentation}  \n${indentation}}`, caret: indentation.length + 4 };
    case "String":
      return { insert: '""', caret: 1 };
    default:
      return { insert: "", caret: 0 };
  }
}

// Scalars of the schema's own are mostly written as texts, but not all: their names say nothing.
function kindOf(type, model) {
  const core = coreOf(type);
  return itemOf(type) !== null ? "List" : core === "Boolean" ? "Boolean" : ["String", "ID"].includes(core) ? "String" : model.type(core)?.kind;
}

function values(type, place, model) {
  const nothing = type.endsWith("!") ? [] : [{ label: "null", insert: "null", later: 30 }];
  const item = itemOf(type);
  if (item !== null) {
    return [{ label: "[ ]", detail: type, ...begun(type, place, model) }, ...nothing];
  }
  const core = coreOf(type);
  switch (kindOf(type, model)) {
    case "Enum":
      return [...Object.entries(model.type(core).values).map(([label, value]) => ({
        label,
        insert: `"${label}"`,
        detail: core,
        description: value.description,
        deprecated: value.deprecated !== undefined,
      })), ...nothing];
    case "Boolean":
      return [...["true", "false"].map(label => ({ label, insert: label, detail: core })), ...nothing];
    case "InputObject":
      return [{ label: "{ }", detail: core, ...begun(type, place, model) }, ...nothing];
    default:
      return nothing;
  }
}
