import { CodeArea } from "./code.js";
import { checkHeaders } from "./headerChecks.js";
import { ProblemList } from "./problems.js";

// Headers that go with each request. They are kept nowhere.

export class HeadersEditor {
  /** @param page `find`, `say`, `announce` */
  constructor(page) {
    this.page = page;
    this.code = new CodeArea(page.find("[data-explorer-code=headers]"), () => []);
    this.problems = new ProblemList(page, "headers", this.code);
    this.code.addEventListener("change", () => this.check());
    for (const button of page.root.querySelectorAll("[data-explorer-token]")) {
      button.addEventListener("click", () => this.useToken(button.dataset.explorerToken));
    }
  }

  checked() {
    return checkHeaders(this.code.text);
  }

  check() {
    const { headers, problems } = this.checked();
    this.problems.showFound(problems);
    this.page.find("[data-explorer-count=headers]").textContent = headers.length > 0 || problems.length > 0 ? `(${headers.length})${problems.length > 0 ? " !" : ""}` : "";
  }

  useToken(token) {
    const others = this.code.text.split("\n").filter(line => line.trim() !== "" && !/^authorization\s*:/i.test(line));
    this.code.load([`Authorization: Bearer ${token}`, ...others].join("\n"));
    this.unfold();
    this.page.announce(this.page.say("tokenUsed"));
  }

  unfold() {
    this.page.find("[data-explorer-fold=headers]").open = true;
  }
}
