import { lex } from "./lexer.js";

// Tidies a document up: a selection a line, two blanks a level, comments kept. Only the space between tokens changes.

const widest = 80;

// Stands for a line end within a block string, which must stay as it is while lines are indented.
const innerBreak = "\u0000";

const closers = { "(": ")", "[": "]", "{": "}" };

/** @returns {string | null} null while a bracket is not closed, or while there is a character that GraphQL does not know. */
export function format(text) {
  const { tokens } = lex(text);
  if (text.includes(innerBreak) || !isBalanced(tokens)) {
    return null;
  }
  const writer = new Writer(text, tokens);
  writer.document();
  return writer.text();
}

function isBalanced(tokens) {
  const open = [];
  for (const token of tokens) {
    if (token.kind === "error") {
      return false;
    }
    if (token.kind === "punctuator" && token.text in closers) {
      open.push(closers[token.text]);
    } else if (token.kind === "punctuator" && [")", "]", "}"].includes(token.text) && open.pop() !== token.text) {
      return false;
    }
  }
  return open.length === 0;
}

class Writer {
  constructor(source, tokens) {
    this.source = source;
    this.tokens = tokens.map(token => (token.kind === "block" ? { ...token, text: token.text.replaceAll("\n", innerBreak) } : token));
    this.at = 0;
    this.lines = [];
    this.line = "";
    this.level = 0;
  }

  text() {
    this.breakLine();
    return this.lines.length === 0 ? "" : `${this.lines.join("\n")}\n`.replaceAll(innerBreak, "\n");
  }

  breakLine() {
    if (this.line !== "") {
      this.lines.push("  ".repeat(this.level) + this.line);
      this.line = "";
    }
  }

  document() {
    let isBetween = false;
    while (this.at < this.tokens.length) {
      if (isBetween) {
        this.lines.push("");
      }
      isBetween = false;
      while (this.tokens[this.at]?.kind === "comment") {
        this.comment();
      }
      while (this.at < this.tokens.length && !isBetween) {
        const token = this.tokens[this.at];
        if (token.kind === "comment") {
          this.comment();
        } else if (token.text === "{" && token.kind === "punctuator") {
          this.selectionSet();
          isBetween = true;
        } else {
          this.word();
        }
      }
      this.breakLine();
    }
  }

  selectionSet() {
    this.line += this.line === "" ? "{" : " {";
    this.at++;
    this.breakLine();
    this.level++;
    for (;;) {
      const token = this.tokens[this.at];
      if (token.kind === "comment") {
        this.comment();
      } else if (token.text === "}" && token.kind === "punctuator") {
        break;
      } else if (token.text === "{" && token.kind === "punctuator") {
        this.selectionSet();
      } else {
        if (this.startsSelection()) {
          this.breakLine();
        }
        this.word();
      }
    }
    this.breakLine();
    this.level--;
    this.at++;
    this.line = "}";
    if (this.tokens[this.at]?.kind === "comment" && this.isOnSameLine()) {
      this.comment();
    }
    this.breakLine();
  }

  startsSelection() {
    const token = this.tokens[this.at];
    const [last, before] = this.before();
    return token.text === "..." || (token.kind === "name" && ![":", "@", "..."].includes(last?.text) && !(last?.text === "on" && before?.text === "..."));
  }

  // The last two tokens that are no comments, the nearest first.
  before() {
    const found = [];
    for (let at = this.at - 1; at >= 0 && found.length < 2; at--) {
      if (this.tokens[at].kind !== "comment") {
        found.push(this.tokens[at]);
      }
    }
    return found;
  }

  // One token of a definition's or selection's line, or a whole group in parentheses.
  word() {
    const token = this.tokens[this.at];
    const last = this.line.at(-1) ?? "";
    if (token.text === "(") {
      this.line += this.group(this.line.length + 2 * this.level);
      return;
    }
    const isTight = this.line === "" || token.text === ":" || last === "@" || last === "$" || (last === "." && token.text !== "on" && token.text !== "@" && token.text !== "{") || token.text === "!";
    this.line += (isTight ? "" : " ") + token.text;
    this.at++;
  }

  comment() {
    const { text } = this.tokens[this.at];
    if (this.line !== "" && this.isOnSameLine()) {
      this.line += ` ${text.trimEnd()}`;
      this.at++;
      this.breakLine();
      return;
    }
    this.breakLine();
    this.line = text.trimEnd();
    this.at++;
    this.breakLine();
  }

  isOnSameLine() {
    return this.at > 0 && !/[\r\n]/.test(this.source.slice(this.tokens[this.at - 1].end, this.tokens[this.at].start));
  }

  /** A group in brackets: in one line where it fits, else an item a line. */
  group(column) {
    const opener = this.tokens[this.at].text;
    const closer = closers[opener];
    this.at++;
    const items = [];
    let hasComment = false;
    while (this.tokens[this.at].text !== closer || this.tokens[this.at].kind !== "punctuator") {
      const item = this.item(opener);
      hasComment ||= /[#\n\u0000]/.test(item);
      items.push(item);
    }
    this.at++;
    const space = opener === "{" && items.length > 0 ? " " : "";
    const inline = `${opener}${space}${items.join(", ")}${space}${closer}`;
    if (!hasComment && column + inline.length <= widest) {
      return inline;
    }
    const inner = "  ".repeat(this.level + 1);
    return `${opener}\n${items.map(item => `${inner}${item.replaceAll("\n", "\n  ")}`).join("\n")}\n${"  ".repeat(this.level)}${closer}`;
  }

  // An argument, a variable's definition, a list's value, an object's field.
  item(opener) {
    let text = "";
    for (let count = 0; ; count++) {
      const token = this.tokens[this.at];
      if (token.kind === "comment") {
        this.at++;
        return text === "" ? token.text : `${text} ${token.text}`;
      }
      if ((token.kind === "punctuator" && [")", "]", "}"].includes(token.text)) || (count > 0 && this.startsItem(opener, text))) {
        return text;
      }
      const isTight = text === "" || [":", "!"].includes(token.text) || ["$", "@"].includes(text.at(-1));
      if (token.kind === "punctuator" && token.text in closers) {
        text += (token.text === "(" || text === "" ? "" : " ") + this.group(0);
      } else {
        text += (isTight ? "" : " ") + token.text;
        this.at++;
      }
    }
  }

  startsItem(opener, text) {
    const token = this.tokens[this.at];
    if (opener === "[") {
      return token.text !== "!" && text.at(-1) !== "$";
    }
    const [, next, afterNext] = this.tokens.slice(this.at);
    return (token.kind === "name" && next?.text === ":" && text.at(-1) !== "$") || (token.text === "$" && afterNext?.text === ":");
  }
}
