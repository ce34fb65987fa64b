// While the subject of a ticket is typed, pages of the help centre that may answer it are fetched and shown below it.
// Without scripts they are shown after the form was sent once.

const pause = 500;
const subject = document.querySelector("#Input_Subject");
const body = document.querySelector("#Input_Body");
let timer = 0;
let latest = 0;

subject?.addEventListener("input", wait);
body?.addEventListener("change", wait);

function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => look().catch(() => {}), pause);
}

async function look() {
  const place = document.querySelector("[data-suggestions]");
  const asked = ++latest;
  const query = new URLSearchParams({ subject: subject.value.slice(0, 300), body: body?.value.slice(0, 1000) ?? "" });
  const answer = await fetch(`${place.dataset.suggestions}&${query}`, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-suggestions]");
  if (fresh && asked === latest) {
    place.replaceWith(document.importNode(fresh, true));
  }
}
