/** Every bound of the server in one place; the reasons are in docs/security.md. */

export const LIMITS = {
  /** Milliseconds until a request must have sent its head and its body. */
  requestTimeout: 10_000,
  /** How often Node looks for requests that are too slow, in milliseconds. */
  timeoutCheck: 1_000,
  /** Bytes of a request's head. */
  headSize: 16 * 1024,
  connections: 4096,
  /** Bytes of one WebSocket message from a client. */
  frameSize: 64 * 1024,
  /** Bytes a client may leave unread before it is dropped. */
  backlog: 1024 * 1024,
  /** Milliseconds between pings, and without any answer until a client counts as gone. */
  pingEvery: 30_000,
  goneAfter: 60_000,
  /** Messages a client may send at once, and per second after that; the rest waits in its socket. */
  messageBurst: 100,
  messageRate: 20,
  /** Milliseconds between two changes of what the client list shows of a client's reports. */
  reportEvery: 1_000,
  /** Milliseconds that clients get to say goodbye when the server stops. */
  closeGrace: 1_000,
} as const;
