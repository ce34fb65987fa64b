import { element } from "../dom.js";
import { forget, forgetAll, readHistory } from "./storage.js";

// What was run in this browser, to be opened again or forgotten.

export class HistoryDialog {
  /** @param page `find`, `say`, `open` (takes an operation into the editor) */
  constructor(page) {
    this.page = page;
    this.place = page.find("[data-explorer-history]");
    this.place.addEventListener("beforetoggle", event => event.newState === "open" && this.show());
  }

  show() {
    const entries = readHistory();
    const title = element("h2", {}, this.page.say("history"));
    const close = this.button(this.page.say("close"), () => this.place.hidePopover());
    if (entries.length === 0) {
      this.place.replaceChildren(title, element("p", {}, this.page.say("historyEmpty")), element("p", { class: "explorer-history-end" }, close));
      return;
    }
    const clear = this.button(this.page.say("clearHistory"), () => this.forgotten(forgetAll));
    this.place.replaceChildren(
      title,
      element("p", { class: "explorer-hint" }, this.page.say("historyHint")),
      element("ul", { class: "explorer-history" }, ...entries.map(entry => this.entry(entry))),
      element("p", { class: "explorer-history-end" }, clear, close),
    );
  }

  entry(entry) {
    const name = entry.name || this.page.say("anonymous");
    const at = new Date(entry.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "short", timeStyle: "short" });
    const open = element(
      "button",
      { type: "button", class: "explorer-history-open" },
      element("strong", {}, name),
      " ",
      element("time", { datetime: entry.at }, at),
      element("code", {}, entry.query.replace(/\s+/g, " ").slice(0, 120)),
    );
    open.addEventListener("click", () => {
      this.place.hidePopover();
      this.page.open(entry.query, entry.variables ?? "");
    });
    const remove = this.button("×", () => this.forgotten(() => forget(entry.at)));
    remove.classList.add("explorer-button-quiet");
    remove.setAttribute("aria-label", `${this.page.say("remove")}: ${name}, ${at}`);
    return element("li", {}, open, remove);
  }

  button(text, action) {
    const button = element("button", { type: "button", class: "explorer-button" }, text);
    button.addEventListener("click", action);
    return button;
  }

  // What had the focus is gone.
  forgotten(action) {
    action();
    this.show();
    this.place.querySelector("button").focus();
  }
}
