import { post, readAnswer } from "./transport.js";

// A subscription over Server-Sent Events, read while it comes.

/**
 * Listens until the stream ends, one way or another.
 * @param request as `send` takes it; `lastId` is of the last event of a stream before this one, null for none
 * @param on `opened()`, `next(result, id)`, `retry(milliseconds)`
 * @returns {Promise<{ isComplete: true } | { isCut: true, loss?: Error } | { answer: object, mayPass: boolean }>} `answer` where the server gave no
 * stream, `loss` where the network gave none
 */
export async function listenByEvents(request, on) {
  const answer = await lossOf(request, post(request, "text/event-stream", request.lastId === null ? [] : [["Last-Event-ID", request.lastId]]));
  if (answer.loss) {
    return { isCut: true, loss: answer.loss };
  }
  if (!answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    return { answer: await readAnswer(answer), mayPass: [429, 502, 503, 504].includes(answer.status) };
  }
  on.opened();
  return readEvents(request, answer.body, on);
}

// What the network does is an outcome; that somebody stopped it is none.
function lossOf(request, step) {
  return step.catch(loss => {
    if (request.signal.aborted) {
      throw loss;
    }
    return { loss };
  });
}

// A stream that ends without the server's word is cut.
async function readEvents(request, stream, on) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done, loss } = await lossOf(request, reader.read());
    if (done || loss) {
      return { isCut: true, loss };
    }
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop();
    for (const text of events) {
      const { name, data, id, retry } = readEvent(text);
      if (retry !== null) {
        on.retry(retry);
      }
      if (name === "next") {
        on.next(JSON.parse(data), id);
      } else if (name === "complete") {
        reader.cancel();
        return { isComplete: true };
      }
    }
  }
}

export function readEvent(text) {
  const event = { name: "message", id: null, retry: null };
  const data = [];
  for (const line of text.split(/\r?\n/)) {
    const [, field, value] = line.match(/^([^:]*):? ?(.*)$/);
    if (field === "event") {
      event.name = value;
    } else if (field === "data") {
      data.push(value);
    } else if (field === "id") {
      event.id = value;
    } else if (field === "retry" && /^\d+$/.test(value)) {
      event.retry = Number(value);
    }
  }
  return { ...event, data: data.join("\n") };
}
