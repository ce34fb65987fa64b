import { contextAt } from "./context.js";
import { significant } from "./lexer.js";
import { coreOf } from "./model.js";

// What could be written at the cursor, the likeliest first.

/**
 * @returns {{ from: number, to: number, word: string, items: { label: string, insert: string, caret?: number, again?: boolean, detail?: string, description?: string, deprecated?: boolean }[] }}
 * `insert` replaces the word that is being typed; `caret` is where in it the cursor goes, its end when absent; `again` asks for what comes next.
 */
export function complete(text, tokens, offset, model) {
  const context = contextAt(tokens, offset, model);
  const word = text.slice(context.from, context.to);
  const following = text.slice(context.to).match(/^\s*([^\s])/)?.[1] ?? "";
  const indentation = text.slice(text.lastIndexOf("\n", context.from - 1) + 1).match(/^ */)[0];
  return { from: context.from, to: context.to, word, items: ranked(candidates(context, model, { following, indentation }), word) };
}

/** Those that fit a word, the best first. */
export function ranked(items, word) {
  return items
    .map(item => ({ insert: item.label, ...item, rank: rankOf(item, word) }))
    .filter(item => item.rank !== null)
    .sort((left, right) => left.rank - right.rank);
}

// Smaller is better; null does not fit. What begins so comes before what contains it, what is used already and deprecated things last.
function rankOf(item, word) {
  const label = item.label.toLowerCase();
  const wanted = word.toLowerCase();
  const fit = wanted === "" ? 0 : label.startsWith(wanted) ? 0 : humps(item.label).startsWith(wanted) ? 10 : label.includes(wanted) ? 20 : null;
  return fit === null ? null : fit + (item.later ?? 0) + (item.deprecated ? 100 : 0);
}

// "hb" finds hourBalance.
function humps(label) {
  return (label[0] + label.slice(1).replace(/[^A-Z]/g, "")).toLowerCase();
}

function candidates(context, model, place) {
  switch (context.kind) {
    case "definition":
      return definitions(model, place);
    case "selection":
    case "field":
      return fields(context, model, place);
    case "spread":
      return [{ label: "on", insert: "on " }, ...fragments(context, model)];
    case "on":
      return [{ label: "on", insert: "on " }];
    case "typeCondition":
      return conditions(context, model);
    case "inputType":
      return [...model.types].filter(([name]) => model.isInput(name) && !name.startsWith("__")).map(([name, type]) => ({ label: name, detail: type.kind, description: type.description }));
    case "argument":
      return inputFields(context.args, context.given, model, place);
    case "objectField":
      return inputFields(model.type(context.type)?.inputs, context.given, model, place);
    case "value":
      return [...namedValues(context.type, model), ...(context.isConstant ? [] : variables(context, "$"))];
    case "variable":
      return variables(context, "");
    case "directive":
      return directives(context.location, model);
    default:
      return [];
  }
}

function definitions(model, { following }) {
  const body = following === "{" ? "" : " {\n  \n}";
  return [
    ...Object.keys(model.roots).map(label => ({ label, insert: `${label} ${body.trimStart()}`, caret: body ? label.length + 5 : undefined })),
    { label: "fragment", insert: "fragment " },
  ];
}

function fields(context, model, place) {
  const items = Object.entries(model.fieldsOf(context.parent)).map(([label, field]) => ({
    label,
    detail: field.type,
    description: field.description,
    deprecated: field.deprecated !== undefined,
    later: (context.chosen?.includes(label) ? 40 : 0) + (label.startsWith("__") ? 30 : 0),
    ...bodyOf(label, field, model, place),
  }));
  return context.kind === "field" || !context.parent ? items : [...items, { label: "...", detail: "fragment", later: 50 }];
}

// Required arguments and the braces of an object come along, unless they are there already.
function bodyOf(name, field, model, { following, indentation }) {
  if (following === "(" || following === "{" || following === ":") {
    return {};
  }
  const required = Object.entries(field.args ?? {}).filter(([, argument]) => argument.type.endsWith("!") && argument.default === undefined).map(([label]) => label);
  const args = required.length > 0 ? `(${required.map(label => `${label}: `).join(", ")})` : "";
  const set = model.isComposite(coreOf(field.type)) ? ` {\n${indentation}  \n${indentation}}` : "";
  const caret = required.length > 0 ? name.length + required[0].length + 3 : set ? name.length + indentation.length + 5 : undefined;
  return { insert: name + args + set, caret };
}

function fragments(context, model) {
  const tokens = significant(context.all);
  return tokens.flatMap((token, at) => {
    const [name, on, type] = tokens.slice(at + 1, at + 4);
    const isFragment = token.text === "fragment" && name?.kind === "name" && on?.text === "on" && type?.kind === "name";
    return isFragment && (!context.parent || model.overlap(context.parent, type.text)) ? [{ label: name.text, detail: type.text }] : [];
  });
}

function conditions(context, model) {
  return [...model.types]
    .filter(([name]) => model.isComposite(name) && !name.startsWith("__") && (!context.parent || model.overlap(context.parent, name)))
    .map(([name, type]) => ({ label: name, detail: type.kind, description: type.description, later: name === context.parent ? 5 : 0 }));
}

function inputFields(args, given, model, { following }) {
  return Object.entries(args ?? {})
    .filter(([label]) => !given.includes(label))
    .map(([label, input]) => ({
      label,
      insert: following === ":" ? label : `${label}: `,
      detail: input.type + (input.default === undefined ? "" : ` = ${input.default}`),
      description: input.description,
      deprecated: input.deprecated !== undefined,
      later: input.type.endsWith("!") && input.default === undefined ? 0 : 1,
      again: following !== ":" && (coreOf(input.type) === "Boolean" || model.type(coreOf(input.type))?.kind === "Enum"),
    }));
}

function namedValues(type, model) {
  if (!type) {
    return [];
  }
  const core = coreOf(type);
  const named = Object.entries(model.type(core)?.values ?? {}).map(([label, value]) => ({
    label,
    detail: core,
    description: value.description,
    deprecated: value.deprecated !== undefined,
  }));
  const truth = core === "Boolean" ? [{ label: "true", detail: core }, { label: "false", detail: core }] : [];
  const nothing = type.endsWith("!") ? [] : [{ label: "null", later: 30 }];
  return [...named, ...truth, ...nothing];
}

// Those of the operation that fit the type; inside a fragment, where operations are not known, those of all.
function variables(context, prefix) {
  const known = context.variables ?? declaredIn(significant(context.all));
  return known
    .filter(variable => !context.type || coreOf(variable.type) === coreOf(context.type))
    .map(variable => ({ label: `${prefix}${variable.name}`, detail: variable.type }));
}

function declaredIn(tokens) {
  const names = new Map();
  tokens.forEach((token, at) => {
    if (token.text === "$" && tokens[at + 2]?.text === ":") {
      const type = tokens.slice(at + 3).find(candidate => candidate.kind === "name");
      names.set(tokens[at + 1].text, type?.text ?? "");
    }
  });
  return [...names].map(([name, type]) => ({ name, type }));
}

function directives(location, model) {
  return [...model.directives]
    .filter(([, directive]) => directive.locations.includes(location))
    .map(([label, directive]) => {
      const required = Object.entries(directive.args ?? {}).find(([, argument]) => argument.type.endsWith("!") && argument.default === undefined);
      const insert = required ? `${label}(${required[0]}: )` : label;
      return { label, insert, caret: required ? insert.length - 1 : undefined, description: directive.description };
    });
}
