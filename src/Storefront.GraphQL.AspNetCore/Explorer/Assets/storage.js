// What the explorer keeps in this browser: the draft and what was run. Headers are never among it.

const draftKey = "graphql-explorer-draft";
const historyKey = "graphql-explorer-history";
const longestHistory = 50;

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

export function writeDraft({ query, variables }) {
  write(draftKey, { query, variables });
}

export function readHistory() {
  const entries = read(historyKey, []);
  return Array.isArray(entries) ? entries.filter(entry => typeof entry?.query === "string") : [];
}

/** Puts an operation first; the same one is kept once. */
export function remember({ query, variables, name }) {
  const others = readHistory().filter(entry => entry.query !== query || entry.variables !== variables);
  write(historyKey, [{ query, variables, name, at: new Date().toISOString() }, ...others].slice(0, longestHistory));
}

export function forget(at) {
  write(historyKey, readHistory().filter(entry => entry.at !== at));
}

export function forgetAll() {
  write(historyKey, []);
}
