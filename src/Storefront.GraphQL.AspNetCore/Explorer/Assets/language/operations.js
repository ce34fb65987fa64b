import { significant } from "./lexer.js";

// What a document's definitions are, read from its tokens while it may still be incomplete.

/**
 * The operations of a document, with the variables that each declares.
 * @returns {{ kind: string, name: string | null, start: number, end: number, variables: { name: string, type: string, hasDefault: boolean }[] }[]}
 */
export function operationsOf(tokens) {
  const words = significant(tokens);
  const found = [];
  let current = null;
  let braces = 0;
  let parentheses = 0;
  words.forEach((token, at) => {
    current ??= definitionAt(words, at);
    if (current === null) {
      return;
    }
    if (braces === 0 && token.text === "$" && words[at + 2]?.text === ":") {
      current.variables.push(declarationAt(words, at));
    }
    current.end = token.end;

    // Braces of a default value stand within parentheses.
    parentheses += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
    braces += parentheses > 0 ? 0 : token.text === "{" ? 1 : token.text === "}" ? -1 : 0;
    if (token.text === "}" && parentheses <= 0 && braces <= 0) {
      if (current.kind !== "fragment") {
        found.push(current);
      }
      [current, braces, parentheses] = [null, 0, 0];
    }
  });
  return current !== null && current.kind !== "fragment" ? [...found, current] : found;
}

// Null where no definition begins.
function definitionAt(words, at) {
  const token = words[at];
  const isShort = token.text === "{";
  if (!isShort && !["query", "mutation", "subscription", "fragment"].includes(token.text)) {
    return null;
  }
  const name = !isShort && words[at + 1]?.kind === "name" ? words[at + 1].text : null;
  return { kind: isShort ? "query" : token.text, name, start: token.start, end: token.end, variables: [] };
}

function declarationAt(words, at) {
  let end = at + 3;
  let type = "";
  while (words[end] && (["[", "]", "!"].includes(words[end].text) || (words[end].kind === "name" && !/\w/.test(type)))) {
    type += words[end].text;
    end++;
  }
  return { name: words[at + 1].text, type, hasDefault: words[end]?.text === "=" };
}
