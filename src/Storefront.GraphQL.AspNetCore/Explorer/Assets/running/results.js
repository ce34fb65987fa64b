import { element } from "../dom.js";
import { jsonTree, revealJson } from "./jsonTree.js";

// What came back: results as trees, errors that lead to their places, events with their time.

const mostEvents = 200;

// How long a word on something else than the answer stands in its status.
const asideFor = 4000;

export class Results {
  /** @param page `find`, `say`, `goTo` (selects a line and column of the document) */
  constructor(page) {
    this.page = page;
    this.place = page.find("[data-explorer-result]");
    this.status = page.find("[data-explorer-status]");
    this.copyButton = page.find("[data-explorer-copy]");
    this.told = { text: "", tone: null };
    this.latest = null;
    this.count = 0;
  }

  begin({ isSubscription }) {
    this.count = 0;
    this.latest = null;
    this.copyButton.hidden = true;
    this.place.replaceChildren();
    if (isSubscription) {
      this.note = element("p", { class: "explorer-hint", hidden: true });
      this.events = element("ol", { class: "explorer-events", reversed: true });
      this.place.append(this.note, this.events);
    }
    this.tell(this.page.say(isSubscription ? "listening" : "running", { count: 0 }));
    this.bringIntoView();
  }

  // On a phone the answer is far below what asked for it.
  bringIntoView() {
    const section = this.place.closest("section");
    if (section.getBoundingClientRect().top > innerHeight - 120) {
      section.scrollIntoView({ block: "start" });
    }
  }

  tell(text, tone = null) {
    clearTimeout(this.aside);
    this.told = { text, tone };
    this.write(text, tone);
  }

  /** Says something that is no part of the answer; what was told comes back. */
  mention(text, tone = null) {
    clearTimeout(this.aside);
    this.write(text, tone);
    this.aside = setTimeout(() => this.write(this.told.text, this.told.tone), asideFor);
  }

  write(text, tone) {
    this.status.textContent = text;
    this.status.classList.toggle("explorer-status-bad", tone === "bad");
  }

  /** The latest answer or event as it may be copied. */
  get text() {
    return typeof this.latest === "string" ? this.latest : JSON.stringify(this.latest, null, 2);
  }

  /** A whole answer. */
  showResult({ status, size, result, text, isClosed }, milliseconds) {
    this.latest = result ?? text;
    this.copyButton.hidden = false;
    const facts = [status, ...this.errorCount(result), `${Math.round(milliseconds)} ms`, size === undefined ? undefined : sizeText(size)].filter(fact => fact !== undefined);
    if (result === undefined) {
      this.tell([this.page.say(isClosed ? "closed" : "notJson"), ...facts].join(" · "), "bad");
      this.place.replaceChildren(element("pre", { class: "explorer-plain", tabindex: "0" }, text));
      return;
    }
    this.tell([...facts, ...costFacts(result, this.page.say)].join(" · "), result.errors ? "bad" : null);
    this.place.replaceChildren(...this.parts(result));
  }

  /** One result of a stream. */
  showEvent(result) {
    this.count++;
    this.latest = result;
    this.copyButton.hidden = false;
    const at = new Date();
    const clock = at.toLocaleTimeString(document.documentElement.lang || undefined, { hour12: false });
    const time = element("time", { datetime: at.toISOString() }, `${clock}.${String(at.getMilliseconds()).padStart(3, "0")}`);
    const summary = element("summary", {}, element("span", {}, this.page.say("event", { number: this.count })), " ", time, " ", element("span", { class: "explorer-brief" }, brief(result)));
    const fold = element("details", { open: true }, summary, ...this.parts(result));

    // Older ones fold, so that the newest is seen.
    this.events.firstElementChild?.querySelector("details")?.removeAttribute("open");
    this.events.prepend(element("li", { value: this.count }, fold));
    if (this.events.childElementCount > mostEvents) {
      this.events.lastElementChild.remove();
      this.note.hidden = false;
      this.note.textContent = this.page.say("dropped", { count: mostEvents });
    }
    this.tell([this.page.say("listening", { count: this.count }), ...this.errorCount(result), ...costFacts(result, this.page.say)].join(" · "), result.errors ? "bad" : null);
  }

  /** It goes on after a cut; where what happened in between cannot be had, the list says so. */
  resumed(isWhole) {
    this.tell(this.page.say("resumed", { count: this.count }));
    if (!isWhole) {
      this.events.prepend(element("li", { class: "explorer-gap" }, this.page.say("resumedAnew")));
    }
  }

  /** A stream that was cut off and is not given again. */
  refuseEvents({ status, result, text }) {
    this.tell([this.page.say("broken", { count: this.count }), status].filter(Boolean).join(" · "), "bad");
    this.events.prepend(element("li", {}, ...(result ? this.parts(result) : [element("pre", { class: "explorer-plain", tabindex: "0" }, text)])));
  }

  end(name, values = {}, tone = null) {
    this.tell(this.page.say(name, { count: this.count, ...values }), tone);
  }

  // The status is what a screen reader hears of an answer.
  errorCount(result) {
    return result?.errors?.length > 0 ? [`${this.page.say("errors")}: ${result.errors.length}`] : [];
  }

  parts(result) {
    const tree = element("div", { class: "explorer-json" }, jsonTree(result, this.page.say));
    return result?.errors?.length > 0 ? [this.errors(result.errors, tree), tree] : [tree];
  }

  errors(errors, tree) {
    return element(
      "div",
      { class: "explorer-errors" },
      element("h3", {}, this.page.say("errors")),
      element("ul", {}, ...errors.map(error => element("li", {}, element("span", {}, String(error.message)), code(error), ...this.links(error, tree)))),
    );
  }

  links(error, tree) {
    const links = (error.locations ?? []).map(({ line, column }) => this.button(this.page.say("place", { line, column }), () => this.page.goTo(line, column)));
    if (Array.isArray(error.path)) {
      links.push(this.button(`${error.path.join(".")}: ${this.page.say("inResult")}`, () => revealJson(tree.firstElementChild, ["data", ...error.path])));
    }
    return links;
  }

  button(text, action) {
    const button = element("button", { type: "button", class: "explorer-link" }, text);
    button.addEventListener("click", action);
    return button;
  }
}

function code(error) {
  return error.extensions?.code ? element("code", {}, String(error.extensions.code)) : "";
}

function sizeText(bytes) {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

// Whatever the server says of the cost, by the server's own names.
function costFacts(result, say) {
  const cost = result?.extensions?.cost;
  if (cost === undefined || cost === null) {
    return [];
  }
  if (cost.requestedQueryCost !== undefined) {
    const left = cost.throttleStatus?.currentlyAvailable;
    return [
      say("costEstimated", { cost: cost.requestedQueryCost }),
      ...(cost.actualQueryCost === undefined ? [] : [say("costUsed", { cost: cost.actualQueryCost })]),
      ...(left === undefined ? [] : [say("costLeft", { cost: left })]),
    ];
  }
  return [`${say("cost")}: ${typeof cost === "object" ? flatten(cost).join(", ") : cost}`];
}

function flatten(value, prefix = "") {
  return Object.entries(value).flatMap(([name, item]) =>
    item !== null && typeof item === "object" ? flatten(item, `${prefix}${name}.`) : [`${prefix}${name} ${item}`]);
}

// The first plain values of an event, so that a folded one still says something.
function brief(result) {
  const event = Object.values(result?.data ?? {})[0];
  const leaves = Object.entries(event ?? {}).filter(([, value]) => value !== null && typeof value !== "object").slice(0, 3);
  return leaves.map(([name, value]) => `${name}: ${value}`).join(", ");
}
