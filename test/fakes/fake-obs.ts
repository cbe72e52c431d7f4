/** OBS as seen through obs-websocket 5 on loopback: hello, authentication, requests and events. */
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface FakeInput {
  settings: Record<string, unknown>;
  readonly scenes: Set<string>;
  /** How often its page was loaded anew. */
  refreshes: number;
}

export interface FakeObsOptions {
  readonly password?: string;
  /** As a version of OBS in which the button for refreshing is gone. */
  readonly hasNoRefreshButton?: boolean;
  readonly port?: number;
}

type Data = Record<string, unknown>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md */
export class FakeObs {
  readonly inputs = new Map<string, FakeInput>();
  readonly scenes = ['Gaming', 'BRB'];
  scene = 'Gaming';
  isStreaming = false;
  readonly requests: string[] = [];
  readonly #server: WebSocketServer;
  readonly #options: FakeObsOptions;

  private constructor(server: WebSocketServer, options: FakeObsOptions) {
    this.#server = server;
    this.#options = options;
    server.on('connection', (socket) => this.#greet(socket));
  }

  static async start(options: FakeObsOptions = {}): Promise<FakeObs> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: options.port ?? 0 });
    await new Promise<void>((resolve) => server.once('listening', () => resolve()));
    return new FakeObs(server, options);
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return this.#server.clients.size;
  }

  emit(eventType: string, eventData: Data = {}): void {
    for (const client of this.#server.clients) {
      send(client, 5, { eventType, eventIntent: 1, eventData });
    }
  }

  setStreaming(isOn: boolean): void {
    this.isStreaming = isOn;
    this.emit('StreamStateChanged', { outputActive: isOn, outputState: 'OBS_WEBSOCKET_OUTPUT' });
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #greet(socket: WebSocket): void {
    const [salt, challenge] = [randomBytes(32), randomBytes(32)].map((b) => b.toString('base64'));
    const { password } = this.#options;
    const authentication = password === undefined ? {} : { authentication: { salt, challenge } };
    const proof = sha256(sha256(`${password}${salt}`) + challenge);
    socket.on('message', (text) => {
      const { op, d } = JSON.parse(String(text));
      if (op === 6) this.#answer(socket, d);
      else if (op !== 1) socket.close(4007);
      else if (password !== undefined && d.authentication !== proof) socket.close(4009);
      else send(socket, 2, { negotiatedRpcVersion: 1 });
    });
    send(socket, 0, { obsWebSocketVersion: '5.5.2', rpcVersion: 1, ...authentication });
  }

  #answer(
    socket: WebSocket,
    request: { requestType: string; requestId: string; requestData: Data },
  ) {
    const { requestType, requestId, requestData = {} } = request;
    this.requests.push(requestType);
    const answer = this.#handlers[requestType]?.(requestData);
    const requestStatus = answer
      ? { result: true, code: 100 }
      : { result: false, code: 600, comment: `${requestType} failed.` };
    send(socket, 7, { requestType, requestId, requestStatus, responseData: answer ?? {} });
  }

  readonly #handlers: Readonly<Record<string, (data: Data) => Data | null>> = {
    GetVersion: () => ({ obsVersion: '31.0.2', obsWebSocketVersion: '5.5.2', rpcVersion: 1 }),
    GetVideoSettings: () => ({ baseWidth: 1920, baseHeight: 1080 }),
    GetSceneList: () => ({
      currentProgramSceneName: this.scene,
      scenes: this.scenes.map((sceneName, sceneIndex) => ({ sceneName, sceneIndex })),
    }),
    GetStreamStatus: () => ({ outputActive: this.isStreaming }),
    GetRecordStatus: () => ({ outputActive: false }),
    GetInputList: () => ({ inputs: [...this.inputs.keys()].map((inputName) => ({ inputName })) }),
    GetInputSettings: ({ inputName }) => {
      const input = this.inputs.get(String(inputName));
      return input ? { inputSettings: input.settings, inputKind: 'browser_source' } : null;
    },
    GetSceneItemList: ({ sceneName }) => ({
      sceneItems: [...this.inputs]
        .filter(([, { scenes }]) => scenes.has(String(sceneName)))
        .map(([sourceName]) => ({ sourceName })),
    }),
    CreateInput: ({ sceneName, inputName, inputSettings }) => {
      if (this.inputs.has(String(inputName))) return null;
      const scenes = new Set([String(sceneName)]);
      this.inputs.set(String(inputName), { settings: inputSettings as Data, scenes, refreshes: 0 });
      return { sceneItemId: 1 };
    },
    CreateSceneItem: ({ sceneName, sourceName }) => {
      this.inputs.get(String(sourceName))?.scenes.add(String(sceneName));
      return { sceneItemId: 2 };
    },
    SetInputSettings: ({ inputName, inputSettings }) => {
      const input = this.inputs.get(String(inputName));
      if (!input) return null;
      const before = input.settings['url'];
      input.settings = { ...input.settings, ...(inputSettings as Data) };
      if (input.settings['url'] !== before && before === 'about:blank') input.refreshes += 1;
      return {};
    },
    PressInputPropertiesButton: ({ inputName, propertyName }) => {
      const input = this.inputs.get(String(inputName));
      if (!input || propertyName !== 'refreshnocache') return null;
      if (this.#options.hasNoRefreshButton) return null;
      input.refreshes += 1;
      return {};
    },
  };
}

function send(socket: WebSocket, op: number, d: Data): void {
  socket.send(JSON.stringify({ op, d }));
}
