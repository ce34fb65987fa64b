import { delay, element } from "../dom.js";
import { complete } from "../language/completion.js";
import { namedAt } from "../language/context.js";
import { format } from "../language/format.js";
import { lex, offsetOf } from "../language/lexer.js";
import { operationsOf } from "../language/operations.js";
import { CodeArea } from "./code.js";
import { ProblemList } from "./problems.js";
import { Suggestions } from "./suggestions.js";

// The document that is being written, and which of its operations is meant.

export class QueryEditor extends EventTarget {
  /** @param page `find`, `say`, `announce`, `endpoint`, `model()` which is null until the schema has come. Dispatches `change`, and `choice` where another operation is meant. */
  constructor(page) {
    super();
    this.page = page;
    this.lexed = null;
    this.code = new CodeArea(page.find("[data-explorer-code=query]"), coloured);
    this.problems = new ProblemList(page, "query", this.code);
    this.choice = page.find("[data-explorer-operation]");
    this.hint = page.find("#explorer-keys");
    this.keys = this.hint.textContent;
    this.suggestions = new Suggestions(this.code, page, {
      id: "explorer-suggestion",
      typed: /^[\w$@.]$/,
      complete: (text, caret) => page.model() && complete(text, this.tokens(), caret, page.model()),
    });
    this.code.addEventListener("change", () => {
      this.operationsChanged();
      this.dispatchEvent(new Event("change"));
    });
    this.code.area.addEventListener("keyup", delay(() => this.caretMoved(), 200));
    this.code.area.addEventListener("click", () => this.caretMoved());
    this.select.addEventListener("change", () => this.dispatchEvent(new Event("choice")));
  }

  get text() {
    return this.code.text;
  }

  get select() {
    return this.choice.querySelector("select");
  }

  tokens() {
    this.lexed = lex(this.text, this.lexed);
    return this.lexed.tokens;
  }

  operations() {
    return operationsOf(this.tokens());
  }

  /** The operation that runs: the chosen one, where there are several; null where there is none. */
  operation() {
    const all = this.operations();
    return (all.length > 1 ? all.find(operation => operation.name === this.select.value) : null) ?? all[0] ?? null;
  }

  choose(name) {
    if ([...this.select.options].some(option => option.value === name)) {
      this.select.value = name;
    }
  }

  operationsChanged() {
    const named = this.operations().filter(operation => operation.name);
    const chosen = this.select.value;
    this.choice.hidden = named.length < 2;
    this.select.replaceChildren(...named.map(({ name }) => element("option", { value: name }, name)));
    this.choose(chosen);
  }

  // Where somebody writes is what they mean to run.
  caretMoved() {
    const { caret } = this.code;
    const around = this.operations().find(operation => operation.start <= caret && caret <= operation.end);
    if (around?.name && around.name !== this.select.value) {
      this.choose(around.name);
      this.dispatchEvent(new Event("choice"));
    }
    this.describe();
  }

  // What the cursor is on, with the way to its documentation.
  describe() {
    const model = this.page.model();
    const named = model && namedAt(this.tokens(), this.code.caret, model);
    if (!named) {
      this.hint.textContent = this.keys;
      return;
    }
    const address = `${this.page.endpoint}/types/${named.type}${named.member ? `#${named.type}.${named.member}` : ""}`;
    const label = element("code", {}, named.signature);
    this.hint.replaceChildren(named.type ? element("a", { href: address }, label) : label, named.description ? ` ${named.description.split("\n")[0]}` : "");
  }

  /** False where the text is too broken for it. */
  tidy() {
    const tidy = format(this.text);
    if (tidy === null) {
      return false;
    }
    const { caret } = this.code;
    this.code.replaceAll(tidy);
    this.code.area.setSelectionRange(Math.min(caret, tidy.length), Math.min(caret, tidy.length));
    return true;
  }

  /** Selects what stands at a place, both from 1. */
  goTo(line, column) {
    const { start, end } = this.wordAt(line, column);
    this.code.select(start, end);
  }

  /** Shows what the server found. */
  showErrors(errors) {
    this.problems.show(errors.map(error => this.problemOf(error)), { isQuiet: this.suggestions.isOpen });
  }

  problemOf({ message, locations }) {
    const place = locations?.[0];
    if (!place) {
      return { text: message, start: 0, end: 0 };
    }
    const { start, end } = this.wordAt(place.line, place.column);
    return { text: message, place: this.page.say("place", place), start, end: Math.max(end, start + 1) };
  }

  wordAt(line, column) {
    const start = offsetOf(this.text, line, column);
    const token = this.tokens().find(candidate => candidate.start <= start && start < candidate.end);
    return { start, end: token?.end ?? start };
  }
}

const keywords = ["query", "mutation", "subscription", "fragment", "on"];

function coloured(text) {
  const { tokens } = lex(text);
  return tokens.map((token, at) => ({ ...token, kind: colourOf(token, tokens[at - 1], tokens[at + 1]) }));
}

function colourOf(token, before, after) {
  if (token.kind !== "name") {
    return token.kind === "block" ? "string" : token.kind;
  }
  return before?.text === "$" ? "variable"
    : before?.text === "@" ? "directive"
    : keywords.includes(token.text) && after?.text !== ":" && before?.text !== ":" && before?.text !== "{" ? "keyword"
    : ["true", "false", "null"].includes(token.text) ? "keyword"
    : before?.text === "on" || (/^[A-Z]/.test(token.text) && before?.text === ":") ? "type"
    : /^[A-Z][A-Z0-9_]*$/.test(token.text) ? "value"
    : after?.text === ":" ? "property"
    : "name";
}
