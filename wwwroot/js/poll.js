// For a page that waits for something that comes once, such as the confirmation of a payment: <div data-poll="2" data-live-region="…">
// is fetched again every so many seconds until the server writes it without data-poll. In <noscript> the page has a meta refresh.

import { swapRegions } from "./regions.js";

const most = 15;

poll(document.querySelector("[data-poll]"));

function poll(element, factor = 1) {
  if (!element) {
    return;
  }
  const seconds = Math.min(Number(element.dataset.poll) * factor, most);
  setTimeout(async () => {
    if (!document.hidden) {
      await swapRegions().catch(() => {});
    }
    poll(document.querySelector("[data-poll]"), factor * 1.3);
  }, seconds * 1000);
}
