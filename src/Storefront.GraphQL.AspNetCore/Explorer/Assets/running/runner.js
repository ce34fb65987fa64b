import { remember } from "../keeping/storage.js";
import { follow } from "./subscription.js";
import { send } from "./transport.js";

// Runs the operation that is meant, one at a time, until it has its answer or is stopped.

export class Runner {
  /** @param page `find`, `say`, `operation()`, `body()`; @param parts `query`, `variables`, `headers`, `results` */
  constructor(page, parts) {
    this.page = page;
    Object.assign(this, parts);
    this.running = null;
    this.runButton = page.find("[data-explorer-run]");
    this.stopButton = page.find("[data-explorer-stop]");
    this.transport = page.find("[data-explorer-transport]");
    this.runButton.addEventListener("click", () => this.run());
    this.stopButton.addEventListener("click", () => this.stop());
    addEventListener("pagehide", () => this.stop());
  }

  async run() {
    const operation = this.page.operation();
    const { headers, problems } = this.headers.checked();
    const variables = this.variables.checked();
    if (!operation || problems.length > 0 || variables.broken) {
      this.refuse(operation, problems, variables);
      return;
    }
    this.stop();
    const controller = new AbortController();
    this.running = controller;
    this.busy(true);
    remember({ query: this.query.text, variables: this.variables.text, name: operation.name ?? "" });
    const request = { endpoint: this.page.endpoint, body: this.page.body(), headers, signal: controller.signal, transport: this.transport.querySelector("select").value };
    try {
      await (operation.kind === "subscription" ? this.listen(request) : this.ask(request));
    } catch (fault) {
      if (this.running === controller) {
        this.results.end("failed", { reason: fault.message }, "bad");
      }
    }
    if (this.running === controller) {
      this.running = null;
      this.busy(false);
    }
  }

  async ask(request) {
    const started = performance.now();
    this.results.begin({ isSubscription: false });
    const answer = await send(request);
    if (!request.signal.aborted) {
      this.results.showResult(answer, performance.now() - started);
    }
  }

  async listen(request) {
    const started = performance.now();
    const only = action => given => request.signal.aborted || action(given);
    this.results.begin({ isSubscription: true });
    const outcome = await follow(request, {
      next: only(result => this.results.showEvent(result)),
      cut: only(({ seconds }) => this.results.end("cut", { seconds }, "bad")),
      resumed: only(({ isWhole }) => this.results.resumed(isWhole)),
    });
    if (request.signal.aborted) {
      return;
    }
    if (outcome.isComplete) {
      this.results.end("ended");
    } else if (this.results.count === 0) {
      this.results.showResult(outcome.answer, performance.now() - started);
    } else {
      this.results.refuseEvents(outcome.answer);
    }
  }

  refuse(operation, headerProblems, variables) {
    const [editor, problem] = !operation ? [this.query, { name: "noOperation", values: {}, start: 0, end: 0 }]
      : headerProblems.length > 0 ? [this.headers, headerProblems[0]]
      : [this.variables, variables.problems[0]];
    editor.unfold?.();
    this.results.tell(this.page.say(problem.name, problem.values), "bad");
    editor.code.select(problem.start, problem.end);
  }

  stop() {
    if (this.running) {
      const { running } = this;
      this.running = null;
      running.abort();
      this.results.end("stopped");
      this.busy(false);
    }
  }

  busy(isBusy) {
    const hadFocus = [this.runButton, this.stopButton].includes(document.activeElement);
    this.runButton.hidden = isBusy;
    this.stopButton.hidden = !isBusy;
    this.page.find("[data-explorer-result]").setAttribute("aria-busy", String(isBusy));
    if (hadFocus) {
      (isBusy ? this.stopButton : this.runButton).focus();
    }
  }

  /** How live events come is only asked where there are some. */
  operationChanged() {
    this.transport.hidden = this.page.operation()?.kind !== "subscription";
  }
}
