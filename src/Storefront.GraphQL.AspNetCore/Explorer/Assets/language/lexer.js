// Tokens of a GraphQL document that somebody is typing: nothing is refused, what is not GraphQL becomes a token of the kind "error".

const ignoredText = /[\s,\uFEFF]+/y;
const tokenText = /(#[^\r\n]*)|([_A-Za-z][_0-9A-Za-z]*)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("""(?:\\"""|[^])*?(?:"""|$))|("(?:\\.|[^"\\\r\n])*(?:"|(?=[\r\n]|$)|\\$))|(\.\.\.|[!$&()=:@[\]{}|])|([^])/y;
const tokenKinds = ["comment", "name", "number", "block", "string", "punctuator", "error"];

/**
 * Reads a text. With the result for an earlier text, the tokens before the first difference are kept.
 * @returns {{ text: string, tokens: { kind: string, text: string, start: number, end: number }[] }}
 */
export function lex(text, previous) {
  const tokens = previous ? unchangedTokens(text, previous) : [];
  let at = tokens.length > 0 ? tokens[tokens.length - 1].end : 0;
  while (at < text.length) {
    ignoredText.lastIndex = at;
    if (ignoredText.test(text)) {
      at = ignoredText.lastIndex;
      continue;
    }
    tokenText.lastIndex = at;
    const match = tokenText.exec(text);
    const end = tokenText.lastIndex;
    tokens.push({ kind: tokenKinds[match.slice(1).findIndex(part => part !== undefined)], text: match[0], start: at, end });
    at = end;
  }
  return { text, tokens };
}

// How far behind a token's end what follows may still make it another: 1 and e and + become 1e+5, two points and a third a spread.
const mostAhead = 2;

// A token that touches the difference may grow, so it is read again.
function unchangedTokens(text, previous) {
  const most = Math.min(text.length, previous.text.length);
  let same = 0;
  while (same < most && text.charCodeAt(same) === previous.text.charCodeAt(same)) {
    same++;
  }
  let count = previous.tokens.length;
  while (count > 0 && previous.tokens[count - 1].end + mostAhead >= same) {
    count--;
  }
  return previous.tokens.slice(0, count);
}

/** What means something: all but comments. */
export function significant(tokens) {
  return tokens.filter(token => token.kind !== "comment");
}

/** The offset of a place given by line and column, both from 1. */
export function offsetOf(text, line, column) {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", start);
    if (end < 0) {
      break;
    }
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}
