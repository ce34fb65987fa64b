// The form of a new ticket is kept as a draft while it is filled in, until it is sent or thrown away. Without scripts it is kept whenever
// the server shows it again.

const pause = 1200;
const place = document.querySelector("[data-new-draft]");
if (place) {
  keep(place.closest("form"), place.dataset.newDraft);
}

function keep(form, address) {
  const state = form.querySelector("[data-draft-state]");
  const discard = form.querySelector("[data-draft-discard]");
  let timer = 0;
  let kept = filledIn().toString();
  let under = null;
  let ended = false;

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  form.addEventListener("change", save);
  window.addEventListener("pagehide", () => save({ leaving: true }));
  document.addEventListener("submit", event => {
    // A form that waits for its files is not sent yet.
    if (event.target === form && !event.defaultPrevented) {
      ended = true;
      clearTimeout(timer);
      under?.abort();
    }
  });

  // Back on a page whose draft was sent or thrown away: its key keeps nothing any more.
  window.addEventListener("pageshow", event => {
    if (event.persisted && ended) {
      location.reload();
    }
  });

  async function save({ leaving } = {}) {
    clearTimeout(timer);
    const now = filledIn();
    if (ended || now.toString() === kept) {
      return;
    }
    under?.abort();
    under = new AbortController();
    const data = new URLSearchParams(now);
    data.set("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    try {
      const answer = await fetch(address, { method: "POST", body: data, keepalive: leaving === true, signal: leaving ? undefined : under.signal });
      if (answer.ok) {
        kept = now.toString();
        state.textContent = state.dataset.draftKept;
        discard.hidden = false;
      } else {
        state.textContent = "";
      }
    } catch {
      // Kept with the next letter.
    }
  }

  function filledIn() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith("Input.") && typeof value === "string" && name !== "Input.Seen") {
        fields.append(name, value);
      }
    }
    return fields;
  }
}
