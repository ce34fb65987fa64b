// Answering a ticket: what is typed is kept as a draft while it is typed, and a template is inserted where the cursor stands.
// Without scripts the same forms work: a template comes back with the page, and a form that is refused keeps its text.

const pause = 1200;

for (const form of document.querySelectorAll("form[data-draft]")) {
  keepDraft(form);
}
for (const place of document.querySelectorAll("[data-templates]")) {
  insertTemplates(place);
}

function keepDraft(form) {
  const text = form.querySelector("[data-draft-text]");
  const state = form.querySelector("[data-draft-state]");
  let timer = 0;
  let kept = text.value;
  let under = null;
  let sent = false;

  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  text.addEventListener("change", save);
  window.addEventListener("pagehide", () => save({ leaving: true }));
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    under?.abort();
  });

  async function save({ leaving } = {}) {
    clearTimeout(timer);
    if (sent || text.value === kept) {
      return;
    }
    const body = text.value;
    under?.abort();
    under = new AbortController();
    const data = new URLSearchParams({ kind: form.dataset.draftKind, body });
    const key = form.querySelector("[name$='.Key']");
    if (key) {
      data.set("key", key.value);
    }
    data.set("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: data, keepalive: leaving === true, signal: leaving ? undefined : under.signal });
      if (answer.ok) {
        kept = body;
        state.textContent = body.trim() === "" ? "" : state.dataset.draftKept;
      } else {
        state.textContent = "";
      }
    } catch {
      // Kept with the next letter.
    }
  }
}

function insertTemplates(place) {
  const form = place.closest("form");
  const select = place.querySelector("select");
  place.querySelector("[data-template-insert]").addEventListener("click", async event => {
    event.preventDefault();
    if (select.value === "") {
      return;
    }
    const answer = await fetch(`${place.dataset.templates}&id=${encodeURIComponent(select.value)}`, { cache: "no-store" });
    if (!answer.ok) {
      return;
    }
    const text = form.querySelector("[data-draft-text]");
    text.setRangeText(await answer.text(), text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
}
