// On every page. Everything here makes a working page nicer; nothing depends on it.

document.documentElement.dataset.scripts = "";

keepZone();
closeMenus();
switchThemeInPlace();
preventDoubleSubmit();
focusFirstFault();

// Tells the server the reader's time zone, so that the next page writes times in it.
function keepZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.split("; ").includes(`zone=${zone}`)) {
    document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;
  }
}

// <details> menus open by themselves; a click elsewhere and Escape close them.
function closeMenus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", event => {
    for (const menu of open()) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") {
      return;
    }
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

function switchThemeInPlace() {
  const form = document.querySelector("[data-theme-form]");
  form?.addEventListener("submit", async event => {
    const button = event.submitter;
    if (!button) {
      return;
    }
    event.preventDefault();
    const data = new FormData(form, button);
    const answer = await fetch(form.action, { method: "POST", body: data, redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) {
      location.reload();
      return;
    }
    const root = document.documentElement;
    if (button.value === "system") {
      root.removeAttribute("data-theme");
    } else {
      root.dataset.theme = button.value;
    }
    for (const other of form.querySelectorAll("button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    const menu = form.closest("details");
    const icon = menu.querySelector("summary use");
    icon.setAttribute("href", button.querySelector("use").getAttribute("href"));
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// A second click on a slow connection must not send a form twice. The server refuses doubles anyway.
function preventDoubleSubmit() {
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) {
      delete form.dataset.sent;
    }
  });
}

function focusFirstFault() {
  document.querySelector(".error-summary")?.focus();
}
