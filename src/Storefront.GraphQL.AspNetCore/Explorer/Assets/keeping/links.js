import { withoutSecrets } from "./storage.js";

// An operation in a link's fragment, which no server sees. Headers are never in it.

/** @param operation its name, where the document has several */
export function linkOf(endpoint, { query, variables, operation }) {
  const parts = new URLSearchParams({ query: withoutSecrets(query) });
  if (variables.trim() !== "") {
    parts.set("variables", withoutSecrets(variables));
  }
  if (operation) {
    parts.set("operation", operation);
  }
  return `${location.origin}${endpoint}#${parts}`;
}

/** What the page's own address carries; null when it is nothing. */
export function readLink() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return parts.has("query") ? { query: parts.get("query"), variables: parts.get("variables") ?? "", operation: parts.get("operation") } : null;
}
