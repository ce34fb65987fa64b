// Keeps a page up to date while it is looked at.
//
// The page holds one element [data-live-stream]: the address of a GraphQL subscription by GET. Its events are Server-Sent Events named
// "next" whose JSON carries exactly one root field with `sequence` and `kind`. Without `after` the first is SNAPSHOT; with it come only
// later events, or GAP and then SNAPSHOT. Whatever comes, the page is fetched again and every element marked [data-live-region="name"] is
// swapped, so that what is shown was always written by the server. Focus, open <details>, scrolling and typed text survive. A page that
// cannot be fetched is fetched until it can, and is called live only then: what an event told of is not told twice.

import { swapRegions } from "./regions.js";

const retryFirst = 1000;
const retryMost = 30000;

const stream = document.querySelector("[data-live-stream]");
if (stream) {
  follow(stream);
}

function follow(state) {
  let source = null;
  let after = state.dataset.liveAfter ? Number(state.dataset.liveAfter) : null;
  let retry = retryFirst;
  let timer = 0;
  let refreshing = false;
  let again = false;
  let behind = false;
  let wake = () => {};
  let asOf = new Date();

  document.addEventListener("visibilitychange", () => (document.hidden ? pause() : open()));
  addEventListener("pagehide", pause);
  addEventListener("pageshow", event => event.persisted && open());
  addEventListener("offline", pause);
  addEventListener("online", () => {
    retry = retryFirst;
    wake();
    if (!document.hidden) {
      open();
    }
  });
  if (!document.hidden) {
    open();
  }

  function open() {
    clearTimeout(timer);
    if (source) {
      return;
    }
    source = new EventSource(address());
    source.addEventListener("open", () => {
      retry = retryFirst;
      show("live");
    });
    source.addEventListener("next", event => receive(JSON.parse(event.data)));
    source.addEventListener("complete", retryLater);
    source.addEventListener("error", retryLater);
  }

  function address() {
    const url = new URL(state.dataset.liveStream, location.href);
    if (after !== null) {
      const variables = JSON.parse(url.searchParams.get("variables") || "{}");
      url.searchParams.set("variables", JSON.stringify({ ...variables, after }));
    }
    return url;
  }

  function receive(result) {
    const event = Object.values(result.data ?? {})[0];
    if (!event) {
      return;
    }
    const sequence = event.sequence === undefined ? null : Number(event.sequence);
    const known = event.kind === "SNAPSHOT" && after !== null && sequence === after;
    if (sequence !== null && event.kind !== "GAP") {
      after = sequence;
    }
    if (known || event.kind === "GAP") {
      show("live");
    } else {
      refresh();
    }
  }

  // EventSource would ask for the same address again; ours asks for what came after the last event, and less and less often.
  function retryLater() {
    close();
    show("stale");
    if (!document.hidden) {
      timer = setTimeout(open, retry * (0.75 + Math.random() / 2));
      retry = Math.min(retry * 2, retryMost);
    }
  }

  function pause() {
    clearTimeout(timer);
    close();
    show("stale");
  }

  function close() {
    source?.close();
    source = null;
  }

  function show(wanted) {
    const now = behind || source?.readyState !== EventSource.OPEN ? "stale" : wanted;
    if (now === "live") {
      asOf = new Date();
    }
    const time = asOf.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
    const text = now === "live" ? state.dataset.liveText : state.dataset.liveStaleText.replace("{time}", time);
    const label = state.querySelector("[data-live-label]");
    if (label.textContent !== text) {
      label.textContent = text;
    }
    state.dataset.state = now;
  }

  // Events that arrive during a fetch are answered by one more fetch, however many they are.
  async function refresh() {
    again = true;
    if (refreshing) {
      return;
    }
    refreshing = true;
    for (let wait = retryFirst; again;) {
      again = false;
      try {
        await swapRegions();
        behind = false;
        wait = retryFirst;
        asOf = new Date();
        show("live");
      } catch {
        behind = again = true;
        show("stale");
        await new Promise(done => {
          wake = done;
          setTimeout(done, wait * (0.75 + Math.random() / 2));
        });
        wait = Math.min(wait * 2, retryMost);
      }
    }
    refreshing = false;
  }
}
