import { element } from "../dom.js";

// What is wrong with a text: marked in it, and listed below it with the way to each place.

export class ProblemList {
  /** @param page `find`, `say`, `announce` */
  constructor(page, name, code) {
    this.page = page;
    this.code = code;
    this.list = page.find(`[data-explorer-problems=${name}]`);
  }

  /** @param problems each with `text`, `start`, `end`, and `place` where it is worth telling */
  show(problems, { isQuiet = false } = {}) {
    const before = this.list.childElementCount;
    this.code.mark(problems);
    this.list.replaceChildren(...problems.map(problem => this.item(problem)));
    if (before !== problems.length && document.activeElement === this.code.area && !isQuiet) {
      this.page.announce(problems.length === 0 ? this.page.say("noProblems") : this.page.say("problems", { count: problems.length }));
    }
  }

  /** Those that the page found by itself: names of texts with their values. */
  showFound(problems, options) {
    this.show(problems.map(problem => ({ ...problem, text: this.page.say(problem.name, problem.values) })), options);
  }

  item(problem) {
    const button = element("button", { type: "button", class: "explorer-link" }, problem.text, problem.place ? ` (${problem.place})` : "");
    button.addEventListener("click", () => this.code.select(problem.start, problem.end));
    return element("li", {}, button);
  }
}
