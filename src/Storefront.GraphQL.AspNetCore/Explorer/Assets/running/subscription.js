import { listenByEvents } from "./events.js";
import { listenBySocket } from "./socket.js";

// Follows a subscription through cuts: asks again, later each time, and goes on behind the last event that has come.

const firstWait = 1000;
const longestWait = 30000;

/**
 * @param request as `send` takes it, and `transport`: "events" or "socket"
 * @param on `next(result)`, `cut({ seconds })` before it waits, `resumed({ isWhole })` when it goes on: whole when nothing is missed in between
 * @returns {Promise<{ isComplete: boolean, answer?: object }>} `answer` is the server's last word where it gave no stream
 */
export async function follow(request, on) {
  const listen = request.transport === "socket" ? listenBySocket : listenByEvents;
  let lastId = null;
  let retry = firstWait;
  let wait = retry;
  let wasOpen = false;
  const hear = {
    opened: () => {
      if (wasOpen) {
        on.resumed({ isWhole: lastId !== null });
      }
      wasOpen = true;
      wait = retry;
    },
    retry: milliseconds => {
      [retry, wait] = [milliseconds, milliseconds];
    },
    next: (result, id) => {
      lastId = id ?? lastId;
      on.next(result);
    },
  };
  for (;;) {
    const outcome = await listen({ ...request, lastId }, hear);
    if (outcome.loss && !wasOpen) {
      throw outcome.loss;
    }
    if (outcome.isComplete || (outcome.answer && !(wasOpen && outcome.mayPass))) {
      return outcome;
    }
    on.cut({ seconds: Math.ceil(wait / 1000) });
    await pauseFor(wait, request.signal);
    wait = Math.min(wait * 2, longestWait);
  }
}

// Shorter where the network comes back meanwhile.
function pauseFor(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = settle => {
      clearTimeout(timer);
      over.abort();
      settle();
    };
    const timer = setTimeout(() => end(resolve), milliseconds);
    addEventListener("online", () => end(resolve), { signal: over.signal });
    signal.addEventListener("abort", () => end(() => reject(signal.reason)), { signal: over.signal });
  });
}
