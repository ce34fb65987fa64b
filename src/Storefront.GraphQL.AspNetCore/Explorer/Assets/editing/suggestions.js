import { element } from "../dom.js";

// Suggestions at the cursor. The text area stays a text area; the list is told to assistive technology as its active descendant.

const mostShown = 60;

export class Suggestions {
  /**
   * @param page `say`, `announce`
   * @param id of the list's options, with a number each
   * @param typed what of a text that is typed opens them
   * @param complete gives, for a text and an offset, what `complete` of the language does; null when nothing is known
   */
  constructor(code, page, { id, typed, complete }) {
    this.code = code;
    this.page = page;
    this.id = id;
    this.opening = typed;
    this.complete = complete;
    this.items = [];
    this.active = -1;
    this.list = element("ul", { id: `${id}s`, role: "listbox", class: "explorer-suggestions", "aria-label": page.say("suggestionList"), hidden: true });
    code.root.append(this.list);
    const { area } = code;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-haspopup", "listbox");
    area.addEventListener("keydown", event => this.keyPressed(event), true);
    area.addEventListener("input", event => this.typed(event));
    area.addEventListener("blur", () => this.close());
    area.addEventListener("click", () => this.close());

    // A click must not take the focus away before it has chosen.
    this.list.addEventListener("mousedown", event => event.preventDefault());
    this.list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.accept([...this.list.children].indexOf(option));
      }
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  typed(event) {
    if (event.inputType === "insertText" && this.opening.test(event.data ?? "")) {
      this.open({ isAsked: false });
    } else if (this.isOpen && event.inputType?.startsWith("delete")) {
      this.open({ isAsked: false });
    } else {
      this.close();
    }
  }

  keyPressed(event) {
    if (event.ctrlKey && event.key === " ") {
      event.preventDefault();
      this.open({ isAsked: true });
      return;
    }
    if (!this.isOpen || event.isComposing) {
      return;
    }
    const act = {
      ArrowDown: () => this.choose((this.active + 1) % this.items.length),
      ArrowUp: () => this.choose((this.active - 1 + this.items.length) % this.items.length),
      PageDown: () => this.choose(Math.min(this.active + 8, this.items.length - 1)),
      PageUp: () => this.choose(Math.max(this.active - 8, 0)),
      Enter: () => this.accept(this.active),
      Tab: () => this.accept(this.active),
      Escape: () => this.close(),
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key) || event.ctrlKey || event.metaKey) {
      this.close();
    }
  }

  open({ isAsked }) {
    const { text, caret } = this.code;
    const found = this.complete(text, caret);
    const isWritten = found?.items.some(item => item.label === found.word && item.insert === item.label);
    if (!found || found.items.length === 0 || (!isAsked && isWritten)) {
      this.close();
      if (isAsked) {
        this.page.announce(this.page.say("noSuggestions"));
      }
      return;
    }
    this.found = found;
    this.items = found.items.slice(0, mostShown);
    this.list.replaceChildren(...this.items.map((item, at) => this.option(item, at)));
    this.list.hidden = false;
    this.place();
    this.code.area.setAttribute("aria-controls", this.list.id);
    this.choose(0);
    this.page.announce(this.page.say("suggestions", { count: found.items.length }));
  }

  option(item, at) {
    return element(
      "li",
      { role: "option", id: `${this.id}-${at}`, "aria-selected": "false" },
      element("span", { class: "explorer-suggestion-label" }, item.label),
      " ",
      element("span", { class: "explorer-suggestion-detail" }, item.detail ?? ""),
      item.deprecated ? element("span", { class: "explorer-badge explorer-badge-warning" }, this.page.say("deprecated")) : "",
      item.description ? element("span", { class: "explorer-suggestion-text" }, item.description.split("\n")[0]) : "",
    );
  }

  // Below the word, inside of the editor.
  place() {
    const at = this.code.rectangleAt(this.found.from);
    const box = this.code.root.getBoundingClientRect();
    const left = Math.max(0, Math.min(at.left - box.left, box.width - this.list.offsetWidth - 4));
    this.list.style.left = `${left}px`;
    this.list.style.top = `${at.bottom - box.top + 2}px`;
    this.list.scrollIntoView({ block: "nearest" });
  }

  choose(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.list.children[at];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.code.area.setAttribute("aria-activedescendant", option.id);
  }

  accept(at) {
    const item = this.items[at];
    const { from, to } = this.found;
    this.close();
    this.code.area.setSelectionRange(from, to);
    this.code.insert(item.insert, item.caret ?? item.insert.length);
    if (item.again) {
      this.open({ isAsked: false });
    }
  }

  close() {
    if (this.isOpen) {
      this.list.hidden = true;
      this.active = -1;
      this.code.area.removeAttribute("aria-activedescendant");
      this.code.area.removeAttribute("aria-controls");
    }
  }
}
