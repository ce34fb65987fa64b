// JSON as somebody writes it: read with places, and coloured.

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
