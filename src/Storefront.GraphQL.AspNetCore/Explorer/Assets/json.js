import { element } from "./dom.js";

// JSON: read with places, coloured, and shown as a tree that can be folded.

/**
 * Reads JSON and remembers where things stand. Paths begin with "$": the value of "a" at the top is "$a", of "b" in it "$a.b".
 * @returns {{ value?: any, places?: Map<string, { start: number, end: number }>, error?: number }} the offset of the first fault in `error`
 */
export function parseJson(text) {
  const reader = new JsonReader(text);
  try {
    const value = reader.value("");
    reader.space();
    return reader.at < text.length ? { error: reader.at } : { value, places: reader.places };
  } catch (fault) {
    if (fault instanceof JsonFault) {
      return { error: Math.min(fault.at, text.length) };
    }
    throw fault;
  }
}

class JsonFault {
  constructor(at) {
    this.at = at;
  }
}

const jsonLiteral = /"(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[^"\\\u0000-\u001f])*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const deepestJson = 200;

class JsonReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
    this.places = new Map();
  }

  space() {
    while (" \t\r\n".includes(this.text[this.at] ?? "x")) {
      this.at++;
    }
  }

  takes(character) {
    this.space();
    const matches = this.text[this.at] === character;
    this.at += matches ? 1 : 0;
    return matches;
  }

  need(character) {
    if (!this.takes(character)) {
      throw new JsonFault(this.at);
    }
  }

  literal() {
    this.space();
    jsonLiteral.lastIndex = this.at;
    const match = jsonLiteral.exec(this.text);
    if (!match) {
      throw new JsonFault(this.at);
    }
    this.at = jsonLiteral.lastIndex;
    return JSON.parse(match[0]);
  }

  value(path) {
    this.space();
    const start = this.at;
    if (++this.depth > deepestJson) {
      throw new JsonFault(start);
    }
    const value = this.takes("{") ? this.object(path) : this.takes("[") ? this.array(path) : this.literal();
    this.depth--;
    this.places.set(path, { start, end: this.at });
    return value;
  }

  object(path) {
    const value = {};
    if (this.takes("}")) {
      return value;
    }
    do {
      this.space();
      if (this.text[this.at] !== '"') {
        throw new JsonFault(this.at);
      }
      const name = this.literal();
      this.need(":");
      Object.defineProperty(value, name, { value: this.value(path === "" ? `$${name}` : `${path}.${name}`), enumerable: true, configurable: true, writable: true });
    } while (this.takes(","));
    this.need("}");
    return value;
  }

  array(path) {
    const value = [];
    if (this.takes("]")) {
      return value;
    }
    do {
      value.push(this.value(`${path}.${value.length}`));
    } while (this.takes(","));
    this.need("]");
    return value;
  }
}

/** Tokens for colouring, whatever the text is. */
export function lexJson(text) {
  const pattern = /("(?:\\.|[^"\\\n])*"?)(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)/g;
  const tokens = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, string, colon, number] = match;
    const kind = string !== undefined ? (colon !== undefined ? "property" : "string") : number !== undefined ? "number" : "keyword";
    tokens.push({ kind, start: match.index, end: match.index + (string !== undefined ? string.length : whole.length) });
  }
  return tokens;
}

const itemsAtOnce = 100;

// A large result begins folded further up.
const levelsOfSmall = 8;
const levelsOfLarge = 3;
const largeJson = 20000;

/** A value as a tree: objects and lists are <details>, made when they are opened. */
export function jsonTree(value, say) {
  return jsonNode(value, say, null, JSON.stringify(value).length > largeJson ? levelsOfLarge : levelsOfSmall);
}

function jsonNode(value, say, key, levels) {
  const label = key === null ? [] : [element("span", { class: "explorer-json-key" }, typeof key === "number" ? `${key}` : JSON.stringify(key)), ": "];
  if (value === null || typeof value !== "object") {
    const kind = value === null ? "keyword" : typeof value === "boolean" ? "keyword" : typeof value;
    const leaf = element("div", { class: "explorer-json-leaf", tabindex: "-1" }, ...label, element("span", { class: `explorer-json-${kind}` }, JSON.stringify(value)));
    leaf.jsonKey = key;
    return leaf;
  }
  const entries = Array.isArray(value) ? value.map((item, at) => [at, item]) : Object.entries(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (entries.length === 0) {
    const empty = element("div", { class: "explorer-json-leaf", tabindex: "-1" }, ...label, `${open}${close}`);
    empty.jsonKey = key;
    return empty;
  }
  const count = say(Array.isArray(value) ? "items" : "properties", { count: entries.length });
  const children = element("div", { class: "explorer-json-children" });
  const summary = element("summary", {}, ...label, open, element("span", { class: "explorer-json-count" }, ` ${count} `), element("span", { class: "explorer-json-close" }, close));
  const node = element("details", { class: "explorer-json-node" }, summary, children);
  node.jsonKey = key;
  node.jsonFill = (upTo = itemsAtOnce) => fillJson(children, entries, upTo, say, levels);
  node.addEventListener("toggle", () => node.open && children.childElementCount === 0 && node.jsonFill());
  if (levels > 0 && entries.length <= itemsAtOnce) {
    node.jsonFill();
    node.open = true;
  }
  return node;
}

function fillJson(children, entries, upTo, say, levels) {
  children.querySelector(":scope > .explorer-json-more")?.remove();
  for (const [key, item] of entries.slice(children.childElementCount, upTo)) {
    children.append(jsonNode(item, say, key, levels - 1));
  }
  const rest = entries.length - children.childElementCount;
  if (rest > 0) {
    const more = element("button", { type: "button", class: "explorer-button explorer-json-more" }, say("more", { count: Math.min(rest, itemsAtOnce) }));
    more.addEventListener("click", () => {
      const at = children.childElementCount - 1;
      fillJson(children, entries, at + itemsAtOnce, say, levels);
      focusJson(children.children[at]);
    });
    children.append(more);
  }
}

function focusJson(node) {
  (node.matches("details") ? node.firstElementChild : node).focus();
  node.scrollIntoView({ block: "nearest" });
}

/** Opens the tree down to a path of keys, as far as it goes, and puts the focus there. */
export function revealJson(root, path) {
  let node = root;
  for (const key of path) {
    if (!node.matches("details")) {
      break;
    }
    node.open = true;
    node.jsonFill(typeof key === "number" ? Math.max(key + 1, itemsAtOnce) : undefined);
    const next = [...node.lastElementChild.children].find(child => child.jsonKey === key);
    if (!next) {
      break;
    }
    node = next;
  }
  if (node.matches("details")) {
    node.open = true;
  }
  focusJson(node);
}
