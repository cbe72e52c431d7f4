/** A connection to OBS: obs-websocket protocol 5, as far as this program speaks it. */
import type { OBSEventTypes, OBSRequestTypes, OBSResponseTypes } from 'obs-websocket-js/json';

/** Why OBS did not let us in. */
export type ObsRefusal = 'unreachable' | 'password' | 'too-old';

export class ObsRefused extends Error {
  readonly refusal: ObsRefusal;

  constructor(refusal: ObsRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface ObsClient {
  call<T extends keyof OBSRequestTypes>(
    request: T,
    data?: OBSRequestTypes[T],
  ): Promise<OBSResponseTypes[T]>;
  on<T extends keyof OBSEventTypes>(event: T, listener: (data: OBSEventTypes[T]) => void): void;
  /** Called once, when the connection is gone for whatever reason. */
  onClosed(listener: () => void): void;
  close(): Promise<void>;
}

/** Close codes (https://github.com/obsproject/obs-websocket, WebSocketCloseCode). */
const AUTHENTICATION_FAILED = 4009;
const UNSUPPORTED_VERSION = 4010;
/** Milliseconds: OBS answers at once or not at all. */
const PATIENCE = 5_000;

/** The library logs what it sends, password hash included, only where `DEBUG` asks for it. */
export async function connectObs(address: string, password: string | null): Promise<ObsClient> {
  const { OBSWebSocket } = await import('obs-websocket-js/json');
  const obs = new OBSWebSocket();
  const tooLate = AbortSignal.timeout(PATIENCE);
  try {
    await Promise.race([
      obs.connect(`ws://${address}`, password ?? undefined, { rpcVersion: 1 }),
      new Promise((_, reject) => {
        tooLate.addEventListener('abort', () => reject(new ObsRefused('unreachable')));
      }),
    ]);
  } catch (error) {
    await obs.disconnect().catch(() => undefined);
    throw new ObsRefused(refusalOf(error));
  }
  return {
    call: (request, data) => obs.call(request, data),
    on: (event, listener) => {
      obs.on(event, listener as never);
    },
    onClosed: (listener) => {
      obs.once('ConnectionClosed', () => listener());
    },
    close: () => obs.disconnect(),
  };
}

function refusalOf(error: unknown): ObsRefusal {
  const code = error instanceof Error && 'code' in error ? Number(error.code) : 0;
  if (code === AUTHENTICATION_FAILED) return 'password';
  return code === UNSUPPORTED_VERSION ? 'too-old' : 'unreachable';
}
