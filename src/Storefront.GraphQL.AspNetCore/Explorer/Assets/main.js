import { checkHeaders, checkVariables, fillVariables, operationsOf } from "./checks.js";
import { CodeArea } from "./code.js";
import { Documentation } from "./docs.js";
import { createSay, delay, element } from "./dom.js";
import { Suggestions } from "./editor.js";
import { format } from "./format.js";
import { lexJson } from "./json.js";
import { lex, offsetOf } from "./lexer.js";
import { Model } from "./model.js";
import { Results } from "./results.js";
import { forget, forgetAll, readDraft, readHistory, remember, writeDraft } from "./storage.js";
import { curlOf, send } from "./transport.js";

// The page: brings editor, results and documentation together.

const keywords = ["query", "mutation", "subscription", "fragment", "on", "true", "false", "null"];

class Explorer {
  constructor(root) {
    this.root = root;
    this.endpoint = root.dataset.endpoint;
    this.say = createSay(JSON.parse(root.dataset.texts));
    this.schema = null;
    this.running = null;
    this.lexed = null;
    this.page = {
      root,
      endpoint: this.endpoint,
      say: this.say,
      announce: text => this.announce(text),
      model: () => this.schema,
      show: () => this.view("documentation"),
      open: (query, variables) => this.open(query, variables),
      goTo: (line, column) => this.goTo(line, column),
    };
    this.query = new CodeArea(this.find("[data-explorer-code=query]"), text => this.coloured(text));
    this.variables = new CodeArea(this.find("[data-explorer-code=variables]"), lexJson);
    this.headers = new CodeArea(this.find("[data-explorer-code=headers]"), () => []);
    this.suggestions = new Suggestions(this.query, this.page);
    this.results = new Results(this.page);
    this.documentation = new Documentation(this.page);
    this.listen();
    this.start();
    this.loadSchema();
    root.dataset.ready = "";
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  announce(text) {
    this.find("[data-explorer-announcements]").textContent = text;
  }

  listen() {
    const validate = delay(() => (this.suggestions.isOpen ? validate() : this.validate()), 400);
    this.query.addEventListener("change", () => {
      this.operationsChanged();
      this.variablesChanged();
      this.save();
      validate();
    });
    this.variables.addEventListener("change", () => {
      this.variablesChanged();
      this.save();
      validate();
    });
    this.headers.addEventListener("change", () => this.headersChanged());
    this.query.area.addEventListener("keyup", delay(() => this.describe(), 200));
    this.query.area.addEventListener("click", () => this.describe());
    this.root.addEventListener("keydown", event => this.keyPressed(event));
    const on = (name, action) => this.find(`[data-explorer-${name}]`).addEventListener("click", action);
    on("run", () => this.run());
    on("stop", () => this.stop());
    on("prettify", () => this.prettify());
    on("share", () => this.share());
    on("curl", () => this.copy(this.curl(), "curlCopied"));
    on("copy", () => this.copy(JSON.stringify(this.results.latest, null, 2), "copied"));
    on("fill", () => this.fill());
    for (const button of this.root.querySelectorAll("[data-explorer-token]")) {
      button.addEventListener("click", () => this.useToken(button.dataset.explorerToken));
    }
    for (const button of this.root.querySelectorAll("[data-explorer-view]")) {
      button.addEventListener("click", () => this.view(button.dataset.explorerView));
    }
    this.find("[data-explorer-history]").addEventListener("beforetoggle", event => event.newState === "open" && this.showHistory());
    this.find("[data-explorer-operation] select").addEventListener("change", () => {
      this.variablesChanged();
      validate();
    });
    addEventListener("hashchange", () => this.openShared());
    addEventListener("pagehide", () => this.stop());
  }

  // What a link brings, then what was left here, then the first example.
  start() {
    if (this.openShared()) {
      return;
    }
    if (this.query.text.trim() === "") {
      const draft = readDraft();
      const example = new URL(this.find("[data-explorer-try]")?.href ?? location.href).searchParams;
      this.query.load(draft?.query ?? example.get("query") ?? "");
      this.variables.load(draft?.variables ?? example.get("variables") ?? "");
    } else {
      this.query.load(this.query.text);
      this.variables.load(this.variables.text);
    }
    this.unfold();
  }

  openShared() {
    const shared = new URLSearchParams(location.hash.slice(1));
    if (!shared.has("query")) {
      return false;
    }
    this.query.load(shared.get("query"));
    this.variables.load(shared.get("variables") ?? "");
    this.unfold();
    this.choose(shared.get("operation"));
    return true;
  }

  open(query, variables) {
    this.view("editor");
    this.query.replaceAll(query);
    this.variables.load(variables);
    this.unfold();
    this.query.select(0, 0);
  }

  unfold() {
    if (this.variables.text.trim() !== "") {
      this.find("[data-explorer-fold=variables]").open = true;
    }
  }

  view(name) {
    this.root.dataset.view = name;
    for (const button of this.root.querySelectorAll("[data-explorer-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.explorerView === name));
    }
  }

  async loadSchema() {
    const answer = await fetch(this.root.dataset.schema);
    this.schema = new Model(await answer.json());
    this.variablesChanged();
    this.validate();
  }

  keyPressed(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      this.suggestions.close();
      this.run();
    } else if (event.shiftKey && event.altKey && event.code === "KeyF") {
      event.preventDefault();
      this.prettify();
    }
  }

  // The document

  tokens() {
    this.lexed = lex(this.query.text, this.lexed);
    return this.lexed.tokens;
  }

  coloured(text) {
    const { tokens } = lex(text);
    return tokens.map((token, at) => ({ ...token, kind: colourOf(token, tokens[at - 1], tokens[at + 1]) }));
  }

  operationsChanged() {
    const named = operationsOf(this.tokens()).filter(operation => operation.name);
    const place = this.find("[data-explorer-operation]");
    const select = place.querySelector("select");
    const chosen = select.value;
    place.hidden = named.length < 2;
    select.replaceChildren(...named.map(operation => element("option", { value: operation.name }, operation.name)));
    this.choose(chosen);
  }

  choose(name) {
    const select = this.find("[data-explorer-operation] select");
    if ([...select.options].some(option => option.value === name)) {
      select.value = name;
    }
  }

  /** The operation that runs: the chosen one, where there are several. */
  operation() {
    const all = operationsOf(this.tokens());
    const chosen = this.find("[data-explorer-operation] select").value;
    return all.length > 1 ? (all.find(operation => operation.name === chosen) ?? all[0]) : (all[0] ?? null);
  }

  async validate() {
    const query = this.query.text;
    if (query.trim() === "") {
      this.showProblems("query", this.query, []);
      return;
    }
    const operation = this.operation();
    let answer;
    try {
      answer = await fetch(this.root.dataset.validation, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(this.body(operation)) });
      answer = await answer.json();
    } catch {
      return;
    }
    if (query === this.query.text) {
      // Variables that are still missing are said where variables are written.
      const errors = (answer.errors ?? []).filter(error => !this.schema || !/^Variable "\$/.test(error.message) || !this.hasVariableProblems);
      this.showProblems("query", this.query, errors.map(error => this.problemOf(error, query)));
      this.showEstimate(answer.extensions?.cost);
    }
  }

  showEstimate(cost) {
    const place = this.find("[data-explorer-estimate]");
    place.textContent = cost?.requestedQueryCost === undefined ? "" : this.say("estimate", { cost: cost.requestedQueryCost, limit: Math.min(cost.maxFieldCost, cost.maxTypeCost) });
  }

  problemOf(error, text) {
    const place = error.locations?.[0];
    const start = place ? offsetOf(text, place.line, place.column) : 0;
    const token = this.tokens().find(candidate => candidate.start <= start && start < candidate.end);
    return { text: error.message, place: place && this.say("place", place), start, end: place ? Math.max(token?.end ?? 0, start + 1) : 0 };
  }

  showProblems(name, code, problems) {
    const list = this.find(`[data-explorer-problems=${name}]`);
    const before = list.childElementCount;
    code.mark(problems);
    list.replaceChildren(...problems.map(problem => {
      const button = element("button", { type: "button", class: "explorer-link" }, problem.text, problem.place ? ` (${problem.place})` : "");
      button.addEventListener("click", () => code.select(problem.start, problem.end));
      return element("li", {}, button);
    }));
    if (before !== problems.length && document.activeElement === code.area && !this.suggestions.isOpen) {
      this.announce(problems.length === 0 ? this.say("noProblems") : this.say("problems", { count: problems.length }));
    }
  }

  // What the cursor is on, with the way to its documentation.
  describe() {
    const named = this.suggestions.named();
    const hint = this.find("#explorer-keys");
    this.keysHint ??= hint.textContent;
    if (!named) {
      hint.textContent = this.keysHint;
      return;
    }
    const address = `${this.endpoint}/types/${named.type}${named.member ? `#${named.type}.${named.member}` : ""}`;
    const label = element("code", {}, named.signature);
    hint.replaceChildren(named.type ? element("a", { href: address }, label) : label, named.description ? ` ${named.description.split("\n")[0]}` : "");
  }

  prettify() {
    const tidy = format(this.query.text);
    if (tidy === null) {
      this.announce(this.say("cannotTidy"));
      this.results.tell(this.say("cannotTidy"), "bad");
      return;
    }
    const { caret } = this.query;
    this.query.replaceAll(tidy);
    this.query.area.setSelectionRange(Math.min(caret, tidy.length), Math.min(caret, tidy.length));
    this.announce(this.say("tidied"));
  }

  goTo(line, column) {
    this.view("editor");
    const start = offsetOf(this.query.text, line, column);
    const token = this.tokens().find(candidate => candidate.start <= start && start < candidate.end);
    this.query.select(start, token?.end ?? start);
  }

  // Variables and headers

  variablesChanged() {
    if (!this.schema) {
      return;
    }
    const { problems } = checkVariables(this.variables.text, this.operation(), this.schema);
    this.hasVariableProblems = problems.length > 0;
    this.showProblems("variables", this.variables, problems.map(problem => this.told(problem)));
    const count = this.operation()?.variables.length ?? 0;
    this.find("[data-explorer-count=variables]").textContent = count > 0 || problems.length > 0 ? `(${count})${problems.length > 0 ? " !" : ""}` : "";
    this.find("[data-explorer-fill]").hidden = !problems.some(problem => problem.name === "variableMissing");
  }

  headersChanged() {
    const { headers, problems } = checkHeaders(this.headers.text);
    this.showProblems("headers", this.headers, problems.map(problem => this.told(problem)));
    this.find("[data-explorer-count=headers]").textContent = headers.length > 0 || problems.length > 0 ? `(${headers.length})${problems.length > 0 ? " !" : ""}` : "";
  }

  told(problem) {
    return { ...problem, text: this.say(problem.name, problem.values) };
  }

  fill() {
    const { value, broken } = checkVariables(this.variables.text, this.operation(), this.schema);
    if (!broken) {
      this.variables.replaceAll(JSON.stringify(fillVariables(value ?? {}, this.operation(), this.schema), null, 2));
    }
  }

  useToken(token) {
    const others = this.headers.text.split("\n").filter(line => line.trim() !== "" && !/^authorization\s*:/i.test(line));
    this.headers.load([`Authorization: Bearer ${token}`, ...others].join("\n"));
    this.announce(this.say("tokenUsed"));
  }

  // Running

  body(operation) {
    const { value } = checkVariables(this.variables.text, operation, this.schema ?? new Model({ roots: {}, types: {}, directives: {} }));
    return { query: this.query.text, ...(operation?.name ? { operationName: operation.name } : {}), ...(value ? { variables: value } : {}) };
  }

  curl() {
    const operation = this.operation();
    return curlOf(this.endpoint, this.body(operation), checkHeaders(this.headers.text).headers, operation?.kind === "subscription");
  }

  async run() {
    const operation = this.operation();
    const { headers, problems } = checkHeaders(this.headers.text);
    const variables = this.schema ? checkVariables(this.variables.text, operation, this.schema) : {};
    if (!operation || problems.length > 0 || variables.broken) {
      this.refuse(operation, problems, variables);
      return;
    }
    this.stop();
    const isSubscription = operation.kind === "subscription";
    const controller = new AbortController();
    this.running = controller;
    this.busy(true);
    this.results.begin({ isSubscription });
    remember({ query: this.query.text, variables: this.variables.text, name: operation.name ?? "" });
    const started = performance.now();
    try {
      const answer = await send(
        { endpoint: this.endpoint, body: this.body(operation), headers, isSubscription, signal: controller.signal },
        result => this.running === controller && this.results.showEvent(result),
      );
      if (this.running !== controller) {
        return;
      }
      if (answer.isComplete === undefined) {
        this.results.showResult(answer, performance.now() - started);
      } else {
        this.results.end(answer.isComplete ? "ended" : "broken", {}, answer.isComplete ? null : "bad");
      }
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

  refuse(operation, headerProblems, variables) {
    const [name, code, problem] = !operation ? ["query", this.query, { name: "noOperation", values: {}, start: 0, end: 0 }]
      : headerProblems.length > 0 ? ["headers", this.headers, headerProblems[0]]
      : ["variables", this.variables, variables.problems[0]];
    const fold = this.find(`[data-explorer-fold=${name}]`);
    if (fold) {
      fold.open = true;
    }
    this.results.tell(this.say(problem.name, problem.values), "bad");
    code.select(problem.start, problem.end);
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
    const [run, stop] = [this.find("[data-explorer-run]"), this.find("[data-explorer-stop]")];
    const hadFocus = document.activeElement === run || document.activeElement === stop;
    run.hidden = isBusy;
    stop.hidden = !isBusy;
    this.find("[data-explorer-result]").setAttribute("aria-busy", String(isBusy));
    if (hadFocus) {
      (isBusy ? stop : run).focus();
    }
  }

  // Keeping and passing on

  save() {
    writeDraft({ query: this.query.text, variables: this.variables.text });
  }

  share() {
    const parts = { query: this.query.text };
    if (this.variables.text.trim() !== "") {
      parts.variables = this.variables.text;
    }
    const operation = this.operation();
    if (operation?.name && operationsOf(this.tokens()).length > 1) {
      parts.operation = operation.name;
    }
    return this.copy(`${location.origin}${this.endpoint}#${new URLSearchParams(parts)}`, "linkCopied");
  }

  async copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.announce(this.say(said));
      this.results.tell(this.say(said));
    } catch {
      this.announce(this.say("cannotCopy"));
      this.results.tell(this.say("cannotCopy"), "bad");
    }
  }

  showHistory() {
    const place = this.find("[data-explorer-history]");
    const entries = readHistory();
    const close = element("button", { type: "button", class: "explorer-button", popovertarget: place.id, popovertargetaction: "hide" }, this.say("close"));
    if (entries.length === 0) {
      place.replaceChildren(element("p", {}, this.say("historyEmpty")), close);
      return;
    }
    const clear = element("button", { type: "button", class: "explorer-button" }, this.say("clearHistory"));
    clear.addEventListener("click", () => {
      forgetAll();
      this.showHistory();
      place.querySelector("button").focus();
    });
    place.replaceChildren(
      element("p", { class: "explorer-hint" }, this.say("historyHint")),
      element("ul", { class: "explorer-history" }, ...entries.map(entry => this.historyEntry(entry, place))),
      element("p", { class: "explorer-history-end" }, clear, close),
    );
  }

  historyEntry(entry, place) {
    const at = new Date(entry.at);
    const open = element(
      "button",
      { type: "button", class: "explorer-history-open" },
      element("strong", {}, entry.name || this.say("anonymous")),
      " ",
      element("time", { datetime: entry.at }, at.toLocaleString(document.documentElement.lang || undefined, { dateStyle: "short", timeStyle: "short" })),
      element("code", {}, entry.query.replace(/\s+/g, " ").slice(0, 120)),
    );
    open.addEventListener("click", () => {
      place.hidePopover();
      this.open(entry.query, entry.variables ?? "");
    });
    const remove = element("button", { type: "button", class: "explorer-button explorer-button-quiet", "aria-label": `${this.say("remove")}: ${entry.name || this.say("anonymous")}` }, "×");
    remove.addEventListener("click", () => {
      forget(entry.at);
      this.showHistory();
      place.querySelector("button").focus();
    });
    return element("li", {}, open, remove);
  }
}

function colourOf(token, before, after) {
  if (token.kind === "block") {
    return "string";
  }
  if (token.kind !== "name") {
    return token.kind;
  }
  return before?.text === "$" ? "variable"
    : before?.text === "@" ? "directive"
    : keywords.includes(token.text) && after?.text !== ":" && before?.text !== ":" && before?.text !== "{" ? "keyword"
    : ["true", "false", "null"].includes(token.text) ? "keyword"
    : before?.text === "on" || (/^[A-Z]/.test(token.text) && before?.text === ":") ? "type"
    : /^[A-Z][A-Z0-9_]*$/.test(token.text) ? "value"
    : after?.text === ":" ? "property"
    : "name";
}

const root = document.querySelector("[data-explorer]");
if (root) {
  root.explorer = new Explorer(root);
}
