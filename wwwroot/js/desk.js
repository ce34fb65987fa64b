// The desk's keyboard. Every key does what a link, a field or a button does too, and only while nobody types. They can be turned off
// (WCAG 2.1.4) in the dialog that lists them; the choice stays in this browser.

const setting = "desk-keys";
const patience = 1500;
const toggle = document.querySelector("[data-desk-keys-on]");
let prefix = -Infinity;

if (toggle) {
  toggle.checked = isOn();
  toggle.addEventListener("change", () => localStorage.setItem(setting, toggle.checked ? "on" : "off"));
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) {
    return;
  }
  const after = performance.now() - prefix < patience ? going : acting;
  prefix = -Infinity;
  if (after[event.key]?.()) {
    event.preventDefault();
  }
});

// Escape leaves a field, so that the keys work again.
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
  }
});

const acting = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => focus("[data-desk-search]"),
  "?": () => help(),
  r: () => focus("[data-desk-reply]"),
  n: () => focus("[data-desk-note]"),
  s: () => focus("#status button"),
  x: () => choose(),
  a: () => press(present()?.querySelector("[data-desk-take]") ?? document.querySelector("#status [data-desk-take]")),
  m: () => move(),
  u: () => document.querySelector("#status") && go("/desk"),
  g: () => (prefix = performance.now()),
};

const going = {
  l: () => go(document.querySelector("[data-key-list]")?.href ?? "/desk"),
  b: () => go(document.querySelector("[data-key-board]")?.href ?? "/desk/board"),
  c: () => go("/desk/accounts"),
};

function isOn() {
  return localStorage.getItem(setting) !== "off";
}

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
}

function rows() {
  return [...document.querySelectorAll("[data-desk-row], [data-desk-message]")];
}

/** The line or card in which the focus is. */
function present() {
  return document.activeElement?.closest("tr, [data-board-card]");
}

function step(by) {
  const all = rows();
  const at = all.findIndex(row => row === document.activeElement || row.contains(document.activeElement) || (present() && present().contains(row)));
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

function press(button) {
  button?.click();
  return button;
}

function choose() {
  return press(present()?.querySelector("input[name=numbers]"));
}

function move() {
  const details = present()?.querySelector("details");
  if (details) {
    details.open = !details.open;
    details.querySelector(details.open ? "button" : "summary")?.focus();
  }
  return details;
}

function help() {
  const dialog = document.querySelector("[data-desk-keys]");
  dialog?.togglePopover();
  return dialog;
}

function go(address) {
  location.assign(address);
  return true;
}

// From here on the keys work.
document.documentElement.dataset.keys = "";
