// Replaces the parts of a page that may change, by what the server writes now. What cannot be fetched, but could be later, is an error.

let pressed = false;
addEventListener("pointerdown", () => { pressed = true; }, true);
addEventListener("pointerup", () => { pressed = false; }, true);
addEventListener("pointercancel", () => { pressed = false; }, true);

export async function swapRegions() {
  // What a form says once is for the page that follows it: the header leaves it there.
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "Storefront-Regions": "true" }, cache: "no-store" });
  if (answer.status >= 500 || answer.status === 429) {
    throw new Error(`The page was answered with ${answer.status}.`);
  }
  if (!answer.ok || answer.redirected) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  await released();
  for (const present of document.querySelectorAll("[data-live-region]")) {
    const next = fresh.querySelector(`[data-live-region="${CSS.escape(present.dataset.liveRegion)}"]`);
    if (next && contentOf(next) !== contentOf(present) && !isBeingEdited(present)) {
      swap(present, next);
    }
  }
}

// What is pressed must still be there when it is let go, or the click is lost. Where nobody says that it was, a second is enough.
function released() {
  return pressed
    ? new Promise(done => {
      for (const end of ["pointerup", "pointercancel"]) {
        addEventListener(end, () => setTimeout(done), { once: true });
      }
      setTimeout(done, 1000);
    })
    : null;
}

// Without what is another each time the same page is written: the form's antiforgery token, and the key under which a form acts once.
function contentOf(region) {
  return region.outerHTML.replace(/(name="__RequestVerificationToken"[^>]*|value="form:[^"]*")/g, "");
}

// A region in which somebody is typing, or files are on their way, waits: what it holds is not on the server yet. Boxes that are ticked are
// ticked again in what comes.
function isBeingEdited(region) {
  if (region.querySelector("form[aria-busy=true]")) {
    return true;
  }
  const field = document.activeElement;
  return region.contains(field) && field.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

function swap(present, next) {
  const focused = present.contains(document.activeElement) ? pathTo(document.activeElement, present) : null;
  const opened = new Set([...present.querySelectorAll("details[open]")].map(details => pathTo(details, present)));
  const typed = [...present.querySelectorAll("input, textarea, select")]
    .filter(field => field.name && field.type !== "hidden" && isChanged(field))
    .map(field => ({ field, form: field.form && present.contains(field.form) ? pathTo(field.form, present) : null }));

  const adopted = document.importNode(next, true);
  for (const details of adopted.querySelectorAll("details")) {
    details.open ||= opened.has(pathTo(details, adopted));
  }
  for (const { field, form } of typed) {
    restore(field, adopted, form);
  }
  present.replaceWith(adopted);
  markChanges(adopted);
  if (focused) {
    find(focused, adopted)?.focus({ preventScroll: true });
  }
}

function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some(option => option.selected !== option.defaultSelected);
  }
  return field.value !== field.defaultValue || field.files?.length > 0;
}

// Fields of several forms may share a name: one that has an id is that field alone, any other is looked for in the form at the same place.
function restore(field, region, form) {
  const twins = field.id ? [region.querySelector(`#${CSS.escape(field.id)}`)].filter(Boolean)
    : find(form, region)?.querySelectorAll(`[name="${CSS.escape(field.name)}"]`) ?? [];
  for (const twin of twins) {
    if (twin.type === "file") {
      twin.replaceWith(field);
    } else if (twin.type === "checkbox" || twin.type === "radio") {
      if (twin.value === field.value) {
        twin.checked = field.checked;
      }
    } else {
      twin.value = field.value;
    }
  }
}

// An element is known by its id; without one by its place below the nearest element that has one.
function pathTo(element, region) {
  const steps = [];
  for (let at = element; at && at !== region; at = at.parentElement) {
    if (at.id) {
      steps.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    steps.unshift(`${at.localName}:nth-of-type(${1 + [...at.parentElement.children].filter(x => x.localName === at.localName).indexOf(at)})`);
  }
  return steps.join(" > ");
}

function find(path, region) {
  return path ? region.querySelector(path.startsWith("#") ? path : `:scope > ${path}`) : region;
}

function markChanges(region) {
  region.classList.add("just-changed");
  region.addEventListener("animationend", () => region.classList.remove("just-changed"), { once: true });
}
