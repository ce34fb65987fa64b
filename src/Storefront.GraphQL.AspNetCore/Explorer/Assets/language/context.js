import { significant } from "./lexer.js";
import { coreOf, itemOf } from "./model.js";

// Says what may stand at the cursor: reads the document up to there as a parser would, through whatever is missing or wrong, and stops
// where the text stops. What was expected at that moment is the answer.

/**
 * @returns {{ kind: string, from: number, to: number }} with what the kind needs: `parent` and `chosen` for selections, `args` and `given`
 * for arguments, `type` for values, `location` for directives, `variables` where they may be used. `from` to `to` is the word that is being typed.
 */
export function contextAt(tokens, offset, model) {
  const touched = tokens.find(token => token.start < offset && offset <= token.end);
  if (touched && (touched.kind === "comment" || isInsideString(touched, offset))) {
    return { kind: "none", from: offset, to: offset };
  }
  const word = touched?.kind === "name" ? touched : null;
  const before = significant(tokens).filter(token => token.end <= offset && token !== word);
  const found = new Reading(before, model).run();
  return { ...found, from: word ? word.start : offset, to: offset, all: tokens };
}

function isInsideString(token, offset) {
  const quote = token.kind === "block" ? '"""' : token.kind === "string" ? '"' : null;
  return quote !== null && (offset < token.end || token.text.length < 2 * quote.length || !token.text.endsWith(quote));
}

/** The field, argument or type that the token at an offset names, as a schema coordinate's parts; null when it names none. */
export function namedAt(tokens, offset, model) {
  const token = tokens.find(candidate => candidate.kind === "name" && candidate.start <= offset && offset <= candidate.end);
  if (!token) {
    return null;
  }
  const context = contextAt(tokens, token.end, model);
  const name = token.text;
  if ((context.kind === "selection" || context.kind === "field") && model.fieldsOf(context.parent)[name]) {
    return { type: context.parent, member: name, signature: `${context.parent}.${name}: ${model.fieldsOf(context.parent)[name].type}`, description: model.fieldsOf(context.parent)[name].description };
  }
  if (context.kind === "argument" && context.args?.[name]) {
    return { type: context.owner?.type, member: context.owner?.type ? `${context.owner.member}.${name}` : null, signature: `${name}: ${context.args[name].type}`, description: context.args[name].description };
  }
  if (context.kind === "objectField" && model.type(context.type)?.inputs?.[name]) {
    const input = model.type(context.type).inputs[name];
    return { type: context.type, member: name, signature: `${context.type}.${name}: ${input.type}`, description: input.description };
  }
  if (context.kind === "value" && context.type && model.type(coreOf(context.type))?.values?.[name]) {
    return { type: coreOf(context.type), member: name, signature: `${coreOf(context.type)}.${name}`, description: model.type(coreOf(context.type)).values[name].description };
  }
  if ((context.kind === "inputType" || context.kind === "typeCondition") && model.type(name)) {
    return { type: name, member: null, signature: name, description: model.type(name).description };
  }
  return null;
}

// Thrown where the text ends.
class Reached {
  constructor(expected) {
    this.expected = expected;
  }
}

class Reading {
  constructor(tokens, model) {
    this.tokens = tokens;
    this.model = model;
    this.at = 0;
    this.variables = [];
  }

  run() {
    try {
      this.document();
    } catch (end) {
      if (end instanceof Reached) {
        return { ...end.expected, variables: this.variables };
      }
      throw end;
    }
    return { kind: "none" };
  }

  /** The next token; where there is none, what is expected is the answer. */
  peek(expected) {
    const token = this.tokens[this.at];
    if (!token) {
      throw new Reached(expected);
    }
    return token;
  }

  takes(text, expected) {
    const matches = this.peek(expected).text === text;
    this.at += matches ? 1 : 0;
    return matches;
  }

  takesName(expected) {
    const token = this.peek(expected);
    if (token.kind !== "name") {
      return null;
    }
    this.at++;
    return token.text;
  }

  document() {
    for (;;) {
      const token = this.peek({ kind: "definition" });
      if (token.text === "{") {
        this.variables = [];
        this.selectionSet(this.model.root("query"));
      } else if (["query", "mutation", "subscription"].includes(token.text)) {
        this.at++;
        this.operation(token.text);
      } else if (token.text === "fragment") {
        this.at++;
        this.fragment();
      } else {
        this.at++;
      }
    }
  }

  operation(kind) {
    this.variables = [];
    this.takesName({ kind: "none" });
    if (this.takes("(", { kind: "none" })) {
      this.variableDefinitions();
    }
    this.directives(kind.toUpperCase(), { kind: "none" });
    if (this.peek({ kind: "none" }).text === "{") {
      this.selectionSet(this.model.root(kind));
    }
  }

  fragment() {
    this.variables = null;
    this.takesName({ kind: "none" });
    this.takes("on", { kind: "on" });
    const type = this.takesName({ kind: "typeCondition", parent: null });
    this.directives("FRAGMENT_DEFINITION", { kind: "none" });
    if (this.peek({ kind: "none" }).text === "{") {
      this.selectionSet(type);
    }
  }

  variableDefinitions() {
    while (!this.takes(")", { kind: "newVariable" })) {
      if (this.peek({ kind: "newVariable" }).text === "{") {
        return;
      }
      if (!this.takes("$", { kind: "newVariable" })) {
        this.at++;
        continue;
      }
      const name = this.takesName({ kind: "newVariableName" });
      if (!this.takes(":", { kind: "none" })) {
        continue;
      }
      const type = this.typeReference();
      if (name && type) {
        this.variables.push({ name, type });
      }
      if (this.takes("=", { kind: "none" })) {
        this.value(type, { isConstant: true });
      }
      this.directives("VARIABLE_DEFINITION", { kind: "newVariable" });
    }
  }

  typeReference() {
    const expected = { kind: "inputType" };
    if (this.takes("[", expected)) {
      const item = this.typeReference();
      this.takes("]", { kind: "none" });
      return `[${item}]${this.takes("!", { kind: "newVariable" }) ? "!" : ""}`;
    }
    const name = this.takesName(expected);
    return name ? `${name}${this.takes("!", { kind: "newVariable" }) ? "!" : ""}` : null;
  }

  directives(location, after) {
    while (this.takes("@", after)) {
      const name = this.takesName({ kind: "directive", location });
      if (this.peek(after).text === "(") {
        this.arguments(this.model.directives.get(name)?.args, null);
      }
    }
  }

  selectionSet(parent) {
    this.at++;
    const chosen = [];
    for (;;) {
      const expected = { kind: "selection", parent, chosen };
      const token = this.peek(expected);
      if (token.text === "}") {
        this.at++;
        return;
      }
      if (token.text === "...") {
        this.at++;
        this.spread(parent, expected);
      } else if (token.kind === "name") {
        this.at++;
        this.field(token.text, parent, chosen, expected);
      } else if (token.text === "{") {
        // Of a field that could not be read; nothing is known of what is in it.
        this.selectionSet(null);
      } else if (token.text === "(") {
        this.arguments(undefined, null);
      } else {
        this.at++;
      }
    }
  }

  field(name, parent, chosen, expected) {
    let field = name;
    if (this.takes(":", expected)) {
      field = this.takesName({ kind: "field", parent, chosen }) ?? "";
    } else {
      chosen.push(name);
    }
    const definition = this.model.fieldsOf(parent)[field];
    if (this.peek(expected).text === "(") {
      this.arguments(definition?.args, { type: parent, member: field });
    }
    this.directives("FIELD", expected);
    if (this.peek(expected).text === "{") {
      this.selectionSet(definition ? coreOf(definition.type) : null);
    }
  }

  spread(parent, expected) {
    if (this.takes("on", { kind: "spread", parent })) {
      const type = this.takesName({ kind: "typeCondition", parent });
      this.directives("INLINE_FRAGMENT", expected);
      if (this.peek(expected).text === "{") {
        this.selectionSet(type);
      }
      return;
    }
    const isNamed = this.takesName({ kind: "spread", parent }) !== null;
    this.directives(isNamed ? "FRAGMENT_SPREAD" : "INLINE_FRAGMENT", expected);
    if (!isNamed && this.peek(expected).text === "{") {
      this.selectionSet(parent);
    }
  }

  arguments(args, owner) {
    this.at++;
    const given = [];
    const expected = { kind: "argument", args, given, owner };
    while (!this.takes(")", expected)) {
      const token = this.peek(expected);
      if (token.text === "{" || token.text === "}") {
        return;
      }
      this.at++;
      if (token.kind === "name") {
        if (this.takes(":", { kind: "none" })) {
          given.push(token.text);
          this.value(args?.[token.text]?.type ?? null, {});
        }
      }
    }
  }

  value(type, { isConstant }) {
    const expected = { kind: "value", type, isConstant };
    const token = this.peek(expected);
    if ([")", "]", "}"].includes(token.text)) {
      return;
    }
    this.at++;
    if (token.text === "$") {
      this.takesName({ kind: "variable", type });
    } else if (token.text === "[") {
      const item = type ? itemOf(type) : null;
      while (!this.takes("]", { kind: "value", type: item, isConstant })) {
        if ([")", "}"].includes(this.peek(expected).text)) {
          return;
        }
        this.value(item, { isConstant });
      }
    } else if (token.text === "{") {
      this.object(type ? coreOf(type) : null, { isConstant });
    }
  }

  object(type, { isConstant }) {
    const given = [];
    const expected = { kind: "objectField", type, given };
    while (!this.takes("}", expected)) {
      const token = this.peek(expected);
      if (token.text === ")") {
        return;
      }
      this.at++;
      if (token.kind === "name" && this.takes(":", { kind: "none" })) {
        given.push(token.text);
        this.value(this.model.type(type)?.inputs?.[token.text]?.type ?? null, { isConstant });
      }
    }
  }
}
