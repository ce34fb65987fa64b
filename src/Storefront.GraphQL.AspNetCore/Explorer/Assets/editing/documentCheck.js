import { delay } from "../dom.js";

// Asks the server what it would say of the document, and what it would cost, while it is being written.

const pause = 400;

export class DocumentCheck {
  /** @param page `root`, `find`, `say`, `model()`, `body()`; @param query and @param variables the editors */
  constructor(page, query, variables) {
    this.page = page;
    this.query = query;
    this.variables = variables;

    // While suggestions are open the document is not what it is about to be.
    this.soon = delay(() => (query.suggestions.isOpen ? this.soon() : this.run()), pause);
  }

  async run() {
    const { text } = this.query;
    if (text.trim() === "") {
      this.query.showErrors([]);
      this.showCost(null);
      return;
    }
    this.asked?.abort();
    this.asked = new AbortController();
    let answer;
    try {
      answer = await this.ask(this.asked.signal);
    } catch {
      // Without an answer nothing is known; running it tells why.
      return;
    }
    if (text === this.query.text) {
      // Variables that are missing or wrong are said where variables are written.
      const errors = (answer.errors ?? []).filter(error => !this.variables.hasProblems || !/^Variable "\$/.test(error.message));
      this.query.showErrors(errors);
      this.showCost(answer.extensions?.cost);
    }
  }

  async ask(signal) {
    const answer = await fetch(this.page.root.dataset.validation, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(this.page.body()),
      signal,
    });
    return answer.json();
  }

  showCost(cost) {
    this.page.find("[data-explorer-estimate]").textContent = cost?.requestedQueryCost === undefined
      ? ""
      : this.page.say("estimate", { cost: cost.requestedQueryCost, limit: Math.min(cost.maxFieldCost, cost.maxTypeCost) });
  }
}
