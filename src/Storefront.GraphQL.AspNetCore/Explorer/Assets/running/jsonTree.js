import { element } from "../dom.js";

// JSON shown as a tree that can be folded.

const itemsAtOnce = 100;

// A large result begins folded further up.
const levelsOfSmall = 8;
const levelsOfLarge = 3;
const largeJson = 20000;

/** A value as a tree: objects and lists are <details>, made when they are opened. */
export function jsonTree(value, say) {
  const root = jsonNode(value, say, null, JSON.stringify(value).length > largeJson ? levelsOfLarge : levelsOfSmall);

  // What a server adds to its answer is there for who looks for it.
  root.querySelectorAll(":scope > .explorer-json-children > details").forEach(part => {
    part.open = part.open && part.jsonKey !== "extensions";
  });
  return root;
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
