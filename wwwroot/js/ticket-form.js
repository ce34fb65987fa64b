// The form of a new ticket: while it is filled in, what would come of it is fetched and shown, so that it can be sent at once.
// Without scripts the same is shown after a first look.

const form = document.querySelector("[data-ticket-form]");
const send = form.querySelector("[data-send]");
const preview = form.querySelector("[data-preview]");
let latest = 0;

preview.hidden = true;
form.addEventListener("change", event => {
  if (["Input.Kind", "Input.Urgency", "Input.Impact", "Input.Schedule"].includes(event.target.name)) {
    look().catch(showPreview);
  }
});
show();
if (!send.hidden || chosen().size > 1) {
  look().catch(showPreview);
}

// Answers that arrive late, after a newer question, are dropped.
async function look() {
  const asked = ++latest;
  const query = chosen();
  query.set("handler", "Outlook");
  const answer = await fetch(`${location.pathname}?${query}`, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) {
    throw new Error(answer.statusText);
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-outlook]");
  if (fresh && asked === latest) {
    form.querySelector("[data-outlook]").replaceWith(document.importNode(fresh, true));
    show();
  }
}

function chosen() {
  const data = new FormData(form);
  const query = new URLSearchParams();
  for (const name of ["Kind", "Urgency", "Impact"]) {
    if (data.get(`Input.${name}`)) {
      query.set(name.toLowerCase(), data.get(`Input.${name}`));
    }
  }
  if (data.get("Input.AddOn")) {
    query.set("addOn", data.get("Input.AddOn"));
  }
  query.set("schedule", String(data.get("Input.Schedule") === "true"));
  return query;
}

// What can be sent is what was shown.
function show() {
  const seen = form.querySelector("[data-seen]") !== null;
  send.hidden = false;
  send.disabled = !seen;
}

// The server can still be asked by the form itself.
function showPreview() {
  preview.hidden = false;
}
