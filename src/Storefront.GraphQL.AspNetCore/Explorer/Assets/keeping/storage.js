// What the explorer keeps in this browser: the draft and what was run. Headers are never among it, nor is what an operation calls a token.

const draftKey = "graphql-explorer-draft";
const historyKey = "graphql-explorer-history";
const longestHistory = 50;

// Browsers give a site some millions of characters; a few long documents must not take them all.
const largestHistory = 500000;
const largestEntry = 100000;

const secretValue = /("?\w*(?:token|secret|password|authorization)\w*"?\s*:\s*)"(?:\\.|[^"\\\n])*"?/gi;

/** A document or its variables without the values of tokens and the like, for whatever outlives the page. */
export function withoutSecrets(text) {
  return text.replace(secretValue, '$1""');
}

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

// A browser may keep nothing, or have no room: the page works without.
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

export function readDraft() {
  const draft = read(draftKey, null);
  return draft && typeof draft.query === "string" ? draft : null;
}

export function writeDraft({ query, variables, transport }) {
  write(draftKey, { query: withoutSecrets(query), variables: withoutSecrets(variables), transport });
}

export function readHistory() {
  const entries = read(historyKey, []);
  return Array.isArray(entries) ? entries.filter(entry => typeof entry?.query === "string") : [];
}

/** Puts an operation first; the same one is kept once, and one that is very long not at all. */
export function remember({ query, variables, name }) {
  const entry = { query: withoutSecrets(query), variables: withoutSecrets(variables), name, at: new Date().toISOString() };
  if (sizeOf(entry) > largestEntry) {
    return;
  }
  const others = readHistory().filter(other => other.query !== entry.query || other.variables !== entry.variables);
  const kept = [entry, ...others].slice(0, longestHistory);
  let size = 0;
  write(historyKey, kept.filter(each => (size += sizeOf(each)) <= largestHistory));
}

function sizeOf({ query, variables }) {
  return query.length + (variables ?? "").length;
}

export function forget(at) {
  write(historyKey, readHistory().filter(entry => entry.at !== at));
}

export function forgetAll() {
  write(historyKey, []);
}
