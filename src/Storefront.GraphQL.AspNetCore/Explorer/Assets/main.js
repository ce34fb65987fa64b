import { Documentation } from "./documentation/panel.js";
import { createSay } from "./dom.js";
import { DocumentCheck } from "./editing/documentCheck.js";
import { HeadersEditor } from "./editing/headers.js";
import { QueryEditor } from "./editing/query.js";
import { VariablesEditor } from "./editing/variables.js";
import { HistoryDialog } from "./keeping/history.js";
import { linkOf, readLink } from "./keeping/links.js";
import { readDraft, writeDraft } from "./keeping/storage.js";
import { Model } from "./language/model.js";
import { Results } from "./running/results.js";
import { Runner } from "./running/runner.js";
import { curlOf } from "./running/transport.js";

// The page: brings editors, results and documentation together.

class Explorer {
  constructor(root) {
    this.root = root;
    this.schema = null;
    this.page = this.pageFor(root);
    this.query = new QueryEditor(this.page);
    this.variables = new VariablesEditor(this.page);
    this.headers = new HeadersEditor(this.page);
    this.check = new DocumentCheck(this.page, this.query, this.variables);
    this.results = new Results(this.page);
    this.runner = new Runner(this.page, { query: this.query, variables: this.variables, headers: this.headers, results: this.results });
    this.history = new HistoryDialog(this.page);
    this.documentation = new Documentation(this.page);
    this.listen();
    this.start();
    this.loadSchema();
    root.dataset.ready = "editor";
  }

  // What the parts may ask of the whole.
  pageFor(root) {
    return {
      root,
      endpoint: root.dataset.endpoint,
      say: createSay(JSON.parse(root.dataset.texts)),
      find: selector => root.querySelector(selector),
      announce: text => {
        this.page.find("[data-explorer-announcements]").textContent = text;
      },
      model: () => this.schema,
      operation: () => this.query.operation(),
      body: () => this.body(),
      show: () => this.view("documentation"),
      open: (query, variables) => this.open(query, variables),
      goTo: (line, column) => {
        this.view("editor");
        this.query.goTo(line, column);
      },
    };
  }

  listen() {
    this.query.addEventListener("change", () => this.operationChanged());
    this.query.addEventListener("choice", () => this.operationChanged());
    this.variables.addEventListener("change", () => this.written());
    this.transport.addEventListener("change", () => this.save());
    this.root.addEventListener("keydown", event => this.keyPressed(event));
    const on = (name, action) => this.page.find(`[data-explorer-${name}]`).addEventListener("click", action);
    on("prettify", () => this.tidy());
    on("share", () => this.copy(this.link(), "linkCopied"));
    on("curl", () => this.copy(this.curl(), "curlCopied"));
    on("copy", () => this.copy(this.results.text, "copied"));
    for (const button of this.root.querySelectorAll("[data-explorer-view]")) {
      button.addEventListener("click", () => this.view(button.dataset.explorerView));
    }
    addEventListener("hashchange", () => this.openLink());
  }

  get transport() {
    return this.page.find("[data-explorer-transport] select");
  }

  operationChanged() {
    this.variables.check();
    this.runner.operationChanged();
    this.written();
  }

  written() {
    this.save();
    this.check.soon();
  }

  // What a link brings, then what was left here, then the first example.
  start() {
    const draft = readDraft();
    this.transport.value = draft?.transport === "socket" ? "socket" : "events";
    if (this.openLink()) {
      return;
    }
    if (this.query.text.trim() !== "") {
      this.load(this.query.text, this.variables.text);
    } else if (draft) {
      this.load(draft.query, draft.variables ?? "");
    } else {
      const example = new URL(this.page.find("[data-explorer-try]")?.href ?? location.href).searchParams;
      this.load(example.get("query") ?? "", example.get("variables") ?? "");
    }
  }

  load(query, variables) {
    this.query.code.load(query);
    this.variables.load(variables);
  }

  openLink() {
    const link = readLink();
    if (link) {
      this.load(link.query, link.variables);
      this.query.choose(link.operation);
      this.operationChanged();
    }
    return link !== null;
  }

  open(query, variables) {
    this.view("editor");
    this.query.code.replaceAll(query);
    this.variables.load(variables);
    this.query.code.select(0, 0);
  }

  view(name) {
    this.root.dataset.view = name;
    for (const button of this.root.querySelectorAll("[data-explorer-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.explorerView === name));
    }
  }

  async loadSchema() {
    try {
      const answer = await fetch(this.root.dataset.schema);
      this.schema = new Model(await answer.json());
    } catch {
      this.results.tell(this.page.say("noSchema"), "bad");
      return;
    }
    this.root.dataset.ready = "schema";
    this.variables.check();
    this.check.run();
  }

  keyPressed(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      this.query.suggestions.close();
      this.variables.suggestions.close();
      this.runner.run();
    } else if (event.shiftKey && event.altKey && event.code === "KeyF") {
      event.preventDefault();
      this.tidy();
    }
  }

  tidy() {
    if (this.query.tidy()) {
      this.page.announce(this.page.say("tidied"));
    } else {
      this.results.mention(this.page.say("cannotTidy"), "bad");
    }
  }

  body() {
    const operation = this.query.operation();
    const variables = this.variables.value;
    return { query: this.query.text, ...(operation?.name ? { operationName: operation.name } : {}), ...(variables ? { variables } : {}) };
  }

  // Keeping and passing on

  save() {
    writeDraft({ query: this.query.text, variables: this.variables.text, transport: this.transport.value });
  }

  link() {
    const operation = this.query.operations().length > 1 ? this.query.operation().name : null;
    return linkOf(this.page.endpoint, { query: this.query.text, variables: this.variables.text, operation });
  }

  curl() {
    return curlOf(this.page.endpoint, this.body(), this.headers.checked().headers, this.query.operation()?.kind === "subscription");
  }

  async copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.results.mention(this.page.say(said));
    } catch {
      this.results.mention(this.page.say("cannotCopy"), "bad");
    }
  }
}

const root = document.querySelector("[data-explorer]");
if (root) {
  root.explorer = new Explorer(root);
}
