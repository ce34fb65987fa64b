// A subscription over a WebSocket, in the graphql-transport-ws protocol. One socket an operation: what is stopped leaves nothing open.

const socketProtocol = "graphql-transport-ws";

// Of a server that goes away, of a network that is gone: another try may find it again.
const passingCodes = [1001, 1006, 1011, 1012, 1013];

/**
 * Listens until the operation or the socket ends. Browsers send no headers with a socket: they go with `connection_init`.
 * @param request as `send` takes it
 * @param on `opened()`, `next(result, id)`
 * @returns {Promise<{ isComplete: true } | { isCut: true } | { answer: object, mayPass: boolean }>} as `listenByEvents`
 */
export function listenBySocket({ endpoint, body, headers, signal }, on) {
  const address = new URL(endpoint, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, socketProtocol);
    const tell = message => socket.send(JSON.stringify(message));
    let isOpen = false;
    const end = outcome => {
      resolve(outcome);
      socket.close(1000);
    };
    signal.addEventListener("abort", () => {
      socket.close(1000);
      reject(signal.reason);
    });
    socket.addEventListener("open", () => tell({ type: "connection_init", payload: Object.fromEntries(headers) }));
    socket.addEventListener("message", ({ data }) => {
      const { type, payload } = JSON.parse(data);
      const act = {
        ping: () => tell({ type: "pong" }),
        connection_ack: () => {
          isOpen = true;
          on.opened();
          tell({ id: "1", type: "subscribe", payload: body });
        },
        next: () => on.next(payload, null),
        error: () => end({ answer: { result: { errors: payload } }, mayPass: false }),
        complete: () => end({ isComplete: true }),
      }[type];
      act?.();
    });
    socket.addEventListener("close", ({ code, reason }) => resolve(isOpen && passingCodes.includes(code)
      ? { isCut: true }
      : { answer: { text: `${code} ${reason}`.trim(), isClosed: true }, mayPass: passingCodes.includes(code) }));
  });
}
