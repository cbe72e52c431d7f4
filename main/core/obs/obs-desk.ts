/** What this program does for a streamer's OBS: adds the overlay, keeps it loaded, watches over going live. */
import type { GuildId } from '../../../shared/protocol.ts';
import type { SettingChange, Settings } from '../../../shared/settings.ts';
import type { Notice, ObsStatus } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import type { ProtectionCommands } from '../auth/protection.ts';
import type { Cancel, Clock, SecretsPort } from '../ports.ts';
import type { StateStore } from '../state-store.ts';
import { ObsLink } from './obs-link.ts';

/** Milliseconds that an overlay in OBS gets to come back by itself. */
const COMING_BACK = 5_000;

export interface ObsDeskOptions {
  readonly clock: Clock;
  readonly store: StateStore;
  readonly settings: () => Settings;
  readonly secrets: SecretsPort;
  readonly keys: Pick<ProtectionCommands, 'createViewKey' | 'revealViewKey'>;
  readonly changeSetting: (...change: SettingChange) => void;
  /** Null while the server does not listen. */
  readonly overlayUrl: (guildId: GuildId | null, key: string) => string | null;
  /** The id of the key in an address; null when there is none, or it is good no more. */
  readonly keyIdOf: (url: string) => string | null;
  readonly raise: (notice: Notice) => void;
}

export interface ObsCommands {
  /** Puts the overlay of a guild into a scene of OBS; null: the one on air. */
  addToObs(scene: string | null, guildId: GuildId | null): Promise<void>;
  /** Loads the page of a source anew, or of all that are ours. */
  refreshObs(sourceName: string | null): Promise<void>;
}

export class ObsDesk {
  readonly #options: ObsDeskOptions;
  readonly #link: ObsLink;
  #wasLive = false;
  #cancelCheck: Cancel = () => undefined;

  constructor(options: ObsDeskOptions) {
    this.#options = options;
    const { clock, settings, secrets, keyIdOf } = options;
    this.#link = new ObsLink({
      clock,
      address: () => settings()['obs.address'],
      password: () => secrets.get('obs.password'),
      isOwnUrl: (url) => this.#isOwnUrl(url),
      keyIdOf,
      onStatus: (status) => this.#statusChanged(status),
    });
  }

  get commands(): ObsCommands {
    return {
      addToObs: (scene, guildId) => this.#add(scene, guildId),
      refreshObs: (sourceName) => this.#link.refresh(sourceName),
    };
  }

  /** Connects, when the streamer wants it; also after what it depends on has changed. */
  start(): void {
    if (this.#options.settings()['obs.enabled']) this.#link.start();
    else this.stop();
  }

  stop(): void {
    this.#cancelCheck();
    this.#link.stop();
  }

  /** The overlays of a server that was away have to come back, and OBS does not try. */
  serverReturned(): void {
    if (this.#options.store.state.obs.phase === 'connected') this.#checkSoon();
  }

  /** A key of its own, so that it can be taken back alone, and outlives protecting the guild. */
  async #add(scene: string | null, guildId: GuildId | null): Promise<void> {
    const { store, keys, overlayUrl } = this.#options;
    if (store.state.obs.phase !== 'connected') throw new Error(strings.errors.obsNotConnected);
    const name = scene ?? store.state.obs.scene;
    const keyId = await keys.createViewKey(
      strings.obs.keyName(name),
      guildId === null ? null : [guildId],
    );
    const url = overlayUrl(guildId, await keys.revealViewKey(keyId));
    if (url === null) throw new Error(strings.errors.serverNotRunning);
    await this.#link.show(strings.obs.sourceName, scene, url);
  }

  #statusChanged(status: ObsStatus): void {
    const { store } = this.#options;
    const wasConnected = store.state.obs.phase === 'connected';
    store.set('obs', status);
    const isConnected = status.phase === 'connected';
    if (isConnected && !wasConnected) this.#checkSoon();
    const isLive = isConnected && (status.isStreaming || status.isRecording);
    if (isLive && !this.#wasLive) this.#wentLive();
    this.#wasLive = isLive;
  }

  /** Nobody wants invented people on stream by accident. */
  #wentLive(): void {
    const { settings, changeSetting, raise } = this.#options;
    if (!settings()['mock.enabled']) return;
    if (settings()['obs.leaveRehearsal']) changeSetting('mock.enabled', false);
    else raise({ code: 'live-in-rehearsal' });
  }

  #checkSoon(): void {
    this.#cancelCheck();
    this.#cancelCheck = this.#options.clock.after(COMING_BACK, () => this.#refreshLost());
  }

  #refreshLost(): void {
    const { clients } = this.#options.store.state;
    for (const { name, url } of this.#link.sources) {
      const keyId = this.#options.keyIdOf(url);
      const isThere = clients.some((client) => client.app === 'obs' && client.keyId === keyId);
      // OBS may have gone meanwhile: then there is nothing to refresh.
      if (!isThere) this.#link.refresh(name).catch(() => undefined);
    }
  }

  #isOwnUrl(text: string): boolean {
    const { server } = this.#options.store.state;
    if (server.phase !== 'listening' || !URL.canParse(text)) return false;
    const url = new URL(text);
    const hosts = ['127.0.0.1', 'localhost', '[::1]', server.host, ...(server.lan ?? [])];
    return url.protocol === 'http:' && hosts.some((host) => url.host === `${host}:${server.port}`);
  }
}
