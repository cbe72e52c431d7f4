/** Stays connected to OBS while the streamer wants it, and keeps the state true about it. */
import type { ObsStatus } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import type { Cancel, Clock } from '../ports.ts';
import {
  type BrowserSource,
  findOwnSources,
  refreshSource,
  showInScene,
} from './browser-sources.ts';
import { connectObs, type ObsClient, ObsRefused } from './obs-client.ts';

/** Milliseconds between two looks for an OBS that does not run: it costs a refused connection. */
const LOOK_AGAIN = 5_000;
/** Several things change at once when a scene is edited. */
const SETTLE = 200;

export interface ObsLinkOptions {
  readonly clock: Clock;
  readonly address: () => string;
  readonly password: () => Promise<string | null>;
  /** Whether a browser source shows a page of ours. */
  readonly isOwnUrl: (url: string) => boolean;
  /** The id of the key in such a page's address; null when there is none, or it is good no more. */
  readonly keyIdOf: (url: string) => string | null;
  readonly onStatus: (status: ObsStatus) => void;
}

export class ObsLink {
  readonly #options: ObsLinkOptions;
  #obs: ObsClient | null = null;
  #sources: readonly BrowserSource[] = [];
  #cancelTimer: Cancel = () => undefined;
  /** Counts starts and stops, so that what was begun before is recognised. */
  #run = 0;

  constructor(options: ObsLinkOptions) {
    this.#options = options;
  }

  get sources(): readonly BrowserSource[] {
    return this.#sources;
  }

  start(): void {
    this.stop();
    this.#options.onStatus({ phase: 'searching' });
    void this.#connect(this.#run);
  }

  stop(): void {
    this.#run += 1;
    this.#cancelTimer();
    const obs = this.#obs;
    this.#obs = null;
    this.#sources = [];
    // It is gone either way, and OBS needs no goodbye.
    obs?.close().catch(() => undefined);
    this.#options.onStatus({ phase: 'off' });
  }

  /** Rejects when OBS is not connected, or does not want to. */
  async show(name: string, scene: string | null, url: string): Promise<void> {
    const obs = this.#connected();
    const { currentProgramSceneName } = await obs.call('GetSceneList');
    await showInScene(obs, { name, scene: scene ?? currentProgramSceneName, url });
    await this.#look(obs);
  }

  async refresh(name: string | null): Promise<void> {
    const obs = this.#connected();
    for (const source of this.#sources) {
      if (name === null || source.name === name) await refreshSource(obs, source);
    }
  }

  #connected(): ObsClient {
    if (!this.#obs) throw new Error(strings.errors.obsNotConnected);
    return this.#obs;
  }

  async #connect(run: number): Promise<void> {
    const { clock, address, password, onStatus } = this.#options;
    try {
      const obs = await connectObs(address(), await password());
      if (run !== this.#run) {
        await obs.close();
        return;
      }
      this.#obs = obs;
      obs.onClosed(() => run === this.#run && this.start());
      this.#follow(obs);
      await this.#look(obs);
    } catch (error) {
      if (run !== this.#run) return;
      const refusal = error instanceof ObsRefused ? error.refusal : 'unreachable';
      if (refusal === 'unreachable') {
        this.#cancelTimer = clock.after(LOOK_AGAIN, () => void this.#connect(run));
      } else {
        // Trying again would not help, and OBS shows each attempt.
        onStatus({ phase: 'refused', reason: refusal });
      }
    }
  }

  #follow(obs: ObsClient): void {
    const lookSoon = (): void => {
      this.#cancelTimer();
      this.#cancelTimer = this.#options.clock.after(SETTLE, () => {
        // What fails because OBS has gone is told by the connection's end.
        if (this.#obs === obs) this.#look(obs).catch(() => undefined);
      });
    };
    obs.on('CurrentProgramSceneChanged', lookSoon);
    obs.on('SceneListChanged', lookSoon);
    obs.on('SceneItemCreated', lookSoon);
    obs.on('SceneItemRemoved', lookSoon);
    obs.on('InputCreated', lookSoon);
    obs.on('InputRemoved', lookSoon);
    obs.on('InputNameChanged', lookSoon);
    obs.on('InputSettingsChanged', lookSoon);
    obs.on('StreamStateChanged', lookSoon);
    obs.on('RecordStateChanged', lookSoon);
  }

  async #look(obs: ObsClient): Promise<void> {
    const { isOwnUrl, keyIdOf, onStatus } = this.#options;
    const [version, video, scenes, stream, record, sources] = await Promise.all([
      obs.call('GetVersion'),
      obs.call('GetVideoSettings'),
      obs.call('GetSceneList'),
      obs.call('GetStreamStatus'),
      obs.call('GetRecordStatus'),
      findOwnSources(obs, isOwnUrl),
    ]);
    if (this.#obs !== obs) return;
    this.#sources = sources;
    onStatus({
      phase: 'connected',
      version: version.obsVersion,
      scene: scenes.currentProgramSceneName,
      // OBS lists them from the bottom up.
      scenes: scenes.scenes.map((scene) => String(scene['sceneName'])).reverse(),
      canvas: { width: video.baseWidth, height: video.baseHeight },
      isStreaming: stream.outputActive,
      isRecording: record.outputActive,
      sources: sources.map(({ url, ...source }) => ({ ...source, keyId: keyIdOf(url) })),
    });
  }
}
