import { completeJson } from "../language/jsonCompletion.js";
import { lexJson } from "../language/json.js";
import { emptyModel } from "../language/model.js";
import { CodeArea } from "./code.js";
import { ProblemList } from "./problems.js";
import { Suggestions } from "./suggestions.js";
import { checkVariables, fillVariables } from "./variableChecks.js";

// The variables of the operation that is meant, written as JSON.

export class VariablesEditor extends EventTarget {
  /** @param page `find`, `say`, `announce`, `model()`, `operation()`. Dispatches `change`. */
  constructor(page) {
    super();
    this.page = page;
    this.hasProblems = false;
    this.code = new CodeArea(page.find("[data-explorer-code=variables]"), lexJson);
    this.problems = new ProblemList(page, "variables", this.code);
    this.suggestions = new Suggestions(this.code, page, {
      id: "explorer-variable-suggestion",
      typed: /^["\w]$/,
      complete: (text, caret) => page.model() && completeJson(text, caret, page.operation(), page.model()),
    });
    this.code.addEventListener("change", () => {
      this.check();
      this.dispatchEvent(new Event("change"));
    });
    page.find("[data-explorer-fill]").addEventListener("click", () => this.fill());
  }

  get text() {
    return this.code.text;
  }

  /** What is sent; null where there are none. */
  get value() {
    return this.checked().value;
  }

  checked() {
    return checkVariables(this.text, this.page.operation(), this.page.model() ?? emptyModel);
  }

  /** Reads them again; the operation may be another one. */
  check() {
    if (!this.page.model()) {
      return;
    }
    const { problems } = this.checked();
    this.hasProblems = problems.length > 0;
    this.problems.showFound(problems, { isQuiet: this.suggestions.isOpen });
    const count = this.page.operation()?.variables.length ?? 0;
    this.page.find("[data-explorer-count=variables]").textContent = count > 0 || this.hasProblems ? `(${count})${this.hasProblems ? " !" : ""}` : "";
    this.page.find("[data-explorer-fill]").hidden = !problems.some(problem => problem.name === "variableMissing");
  }

  fill() {
    const { value, broken } = this.checked();
    if (!broken) {
      this.code.replaceAll(JSON.stringify(fillVariables(value ?? {}, this.page.operation(), this.page.model()), null, 2));
    }
  }

  load(text) {
    this.code.load(text);
    if (text.trim() !== "") {
      this.unfold();
    }
  }

  unfold() {
    this.page.find("[data-explorer-fold=variables]").open = true;
  }
}
