import { delay } from "../dom.js";

// The documentation beside the editor: its links and its search exchange it in place, so that what is being typed or listened to stays.

const partHeader = "GraphQL-Explorer-Part";

// What of an address decides what is shown.
function addressOf(href) {
  const { pathname, search } = new URL(href, location.href);
  return pathname + search;
}

export class Documentation {
  /** @param page `root`, `endpoint`, `announce`, `show` (brings the documentation to the front), `open` (takes an operation into the editor) */
  constructor(page) {
    this.page = page;
    this.root = page.root.querySelector(".explorer-documentation");
    this.panel = this.root.querySelector("[data-explorer-documentation]");
    this.suffix = document.title.startsWith(this.panel.dataset.title) ? document.title.slice(this.panel.dataset.title.length) : "";
    this.ticket = 0;
    this.shown = addressOf(location.href);
    page.root.addEventListener("click", event => this.clicked(event));
    this.root.addEventListener("submit", event => this.submitted(event));
    this.searchSoon = delay(question => this.search(question), 150);
    this.root.addEventListener("input", event => this.searchSoon(event.target.value.trim()));

    // A fragment alone is the browser's to follow.
    addEventListener("popstate", () => addressOf(location.href) !== this.shown && this.load(location.href, { isBack: true }));
  }

  clicked(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.hasAttribute("download")) {
      return;
    }
    const address = new URL(link.href);
    if (address.origin !== location.origin || !(address.pathname === this.page.endpoint || address.pathname.startsWith(`${this.page.endpoint}/`))) {
      return;
    }
    if (link.hasAttribute("data-explorer-try")) {
      event.preventDefault();
      this.page.open(address.searchParams.get("query") ?? "", address.searchParams.get("variables") ?? "");
    } else if (address.pathname !== location.pathname || address.search !== location.search) {
      event.preventDefault();
      this.go(address.href);
    }
  }

  submitted(event) {
    if (!event.target.matches("[data-explorer-search]")) {
      return;
    }
    event.preventDefault();
    this.go(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  }

  /** Follows a link. */
  go(address) {
    this.page.show();
    return this.load(address, {});
  }

  // While somebody types, the field keeps the focus and only what was found is exchanged.
  async search(question) {
    const address = question === "" ? `${this.page.endpoint}?docs` : `${this.page.endpoint}/search?q=${encodeURIComponent(question)}`;
    const panel = await this.fetch(address);
    if (panel) {
      this.panel.querySelector("[data-explorer-article]").replaceWith(panel.querySelector("[data-explorer-article]"));

      // One step back leads out of the search, however many letters it took.
      history[location.pathname.endsWith("/search") ? "replaceState" : "pushState"](null, "", address);
      this.shown = addressOf(location.href);
      this.page.announce(this.panel.querySelector("h2").textContent);
    }
  }

  async load(address, { isBack = false }) {
    // What is still to be searched would take the focus away from what is shown now.
    this.searchSoon.cancel();
    const target = new URL(address, location.href);
    const panel = await this.fetch(target.href);
    if (!panel) {
      return;
    }
    this.panel.replaceWith(panel);
    this.panel = panel;
    document.title = panel.dataset.title + this.suffix;
    this.shown = addressOf(target.href);
    if (!isBack) {
      history.pushState(null, "", target.pathname + target.search);
      if (target.hash) {
        // Following the fragment makes its element the target, which a new state alone does not.
        location.replace(target.href);
      }
    }
    this.focus(target.hash);
  }

  focus(hash) {
    const member = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    const place = member?.querySelector("a") ?? this.panel.querySelector("h2");
    place.focus({ preventScroll: true });
    (member ?? this.root).scrollIntoView({ block: "start" });
  }

  /** Null when another question was asked meanwhile. Where it cannot be fetched, the browser goes there itself. */
  async fetch(address) {
    const ticket = ++this.ticket;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html", [partHeader]: "documentation" }, credentials: "same-origin" });
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-explorer-documentation]");
      if (ticket !== this.ticket) {
        return null;
      }
      if (parsed) {
        return document.adoptNode(parsed);
      }
    } catch {
      // The network is gone; so the browser says.
    }
    location.href = address;
    return null;
  }
}
