// Sends operations that are answered once, and says how others would send them.

const jsonTypes = "application/graphql-response+json, application/json;q=0.9";

/**
 * @param request `endpoint`, `body`, `headers` (pairs), `signal`
 * @returns {Promise<{ status: number, size: number, result?: any, text?: string }>} `text` where it is no JSON
 */
export async function send(request) {
  return readAnswer(await post(request, jsonTypes));
}

export function post({ endpoint, body, headers, signal }, accept, more = []) {
  return fetch(endpoint, {
    method: "POST",
    headers: [["Accept", accept], ["Content-Type", "application/json"], ["GraphQL-Cost", "report"], ...more, ...headers],
    body: JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
    signal,
  });
}

export async function readAnswer(answer) {
  const text = await answer.text();
  const facts = { status: answer.status, size: new TextEncoder().encode(text).length };
  try {
    return { ...facts, result: JSON.parse(text) };
  } catch {
    return { ...facts, text };
  }
}

/** The request as a command line. Tokens are never written into it. */
export function curlOf(endpoint, body, headers, isSubscription) {
  const quote = text => `'${text.replaceAll("'", "'\\''")}'`;
  const all = [["Content-Type", "application/json"], ...(isSubscription ? [["Accept", "text/event-stream"]] : []), ...headers.filter(([name]) => name.toLowerCase() !== "authorization"), ["Authorization", "Bearer TOKEN"]];
  const lines = [`curl ${isSubscription ? "-N " : ""}${new URL(endpoint, location.href)}`, ...all.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`), `-d ${quote(JSON.stringify(body))}`];
  return lines.join(" \\\n  ");
}
