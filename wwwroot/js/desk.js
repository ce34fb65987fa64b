// The desk's keyboard. Every key does what a link, a field or a button does too.

const rows = () => [...document.querySelectorAll("[data-desk-row], [data-desk-message]")];

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }
  const act = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => focus("[data-desk-search]"),
    r: () => focus("[data-desk-reply]"),
    n: () => focus("[data-desk-note]"),
  }[event.key];
  if (act?.()) {
    event.preventDefault();
  }
});

// Escape leaves a field, so that the keys work again.
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
  }
});

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
}

function step(by) {
  const all = rows();
  const at = all.findIndex(row => row === document.activeElement || row.contains(document.activeElement));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next;
}

function focus(selector) {
  const field = document.querySelector(selector);
  field?.focus();
  return field;
}
