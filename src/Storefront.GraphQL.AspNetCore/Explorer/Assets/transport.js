// Sends operations: queries and mutations as JSON, subscriptions as an event stream that is read while it comes.

const jsonTypes = "application/graphql-response+json, application/json;q=0.9";

/**
 * @param request `endpoint`, `body`, `headers` (pairs), `isSubscription`, `signal`
 * @param receive called with each result of a stream
 * @returns {Promise<{ status: number, size?: number, result?: any, isComplete?: boolean }>} `result` when it was no stream, `isComplete` when a
 * stream has come to its end
 */
export async function send({ endpoint, body, headers, isSubscription, signal }, receive) {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: [["Accept", isSubscription ? "text/event-stream" : jsonTypes], ["Content-Type", "application/json"], ["GraphQL-Cost", "report"], ...headers],
    body: JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
    signal,
  });
  if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    return { status: answer.status, isComplete: await readEvents(answer.body, receive) };
  }
  const text = await answer.text();
  try {
    return { status: answer.status, size: new TextEncoder().encode(text).length, result: JSON.parse(text) };
  } catch {
    return { status: answer.status, size: text.length, text };
  }
}

/** @returns {Promise<boolean>} whether the server said that the stream is complete. */
async function readEvents(stream, receive) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return false;
    }
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop();
    for (const text of events) {
      const { name, data } = readEvent(text);
      if (name === "next") {
        receive(JSON.parse(data));
      } else if (name === "complete") {
        reader.cancel();
        return true;
      }
    }
  }
}

export function readEvent(text) {
  let name = "message";
  const data = [];
  for (const line of text.split(/\r?\n/)) {
    const [, field, value] = line.match(/^([^:]*):? ?(.*)$/);
    if (field === "event") {
      name = value;
    } else if (field === "data") {
      data.push(value);
    }
  }
  return { name, data: data.join("\n") };
}

/** The request as a command line. Tokens are never written into it. */
export function curlOf(endpoint, body, headers, isSubscription) {
  const quote = text => `'${text.replaceAll("'", "'\\''")}'`;
  const all = [["Content-Type", "application/json"], ...(isSubscription ? [["Accept", "text/event-stream"]] : []), ...headers.filter(([name]) => name.toLowerCase() !== "authorization"), ["Authorization", "Bearer TOKEN"]];
  const lines = [`curl ${isSubscription ? "-N " : ""}${new URL(endpoint, location.href)}`, ...all.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`), `-d ${quote(JSON.stringify(body))}`];
  return lines.join(" \\\n  ");
}
