/** The core: one state, the commands that change it, and the parts that do the work. Plain Node. */

import { randomUUID } from 'node:crypto';
import { overlayUrl } from '../../shared/overlay-url.ts';
import type { GuildId } from '../../shared/protocol.ts';
import type { SecretName } from '../../shared/secrets.ts';
import type { SettingChange, Settings } from '../../shared/settings.ts';
import type { GuildInfo, Notice, State } from '../../shared/state.ts';
import { strings } from '../../shared/strings/index.ts';
import { Access } from './auth/access.ts';
import { createDiscordApi, type DiscordApi } from './auth/discord-api.ts';
import { makeKey } from './auth/keys.ts';
import { createProtection, type ProtectionCommands } from './auth/protection.ts';
import { Community } from './community.ts';
import { EventLog } from './event-log.ts';
import { type ObsCommands, ObsDesk } from './obs/obs-desk.ts';
import type { Cancel, Clock, Ports } from './ports.ts';
import { RefusalFilter } from './refusal-filter.ts';
import { Roster } from './roster.ts';
import { BrowserSessions } from './server/browser-sessions.ts';
import { Gate } from './server/gate.ts';
import { Hub } from './server/hub.ts';
import { OverlaySocket } from './server/overlay-socket.ts';
import { ServerControl } from './server/server-control.ts';
import { keyHashIn } from './server/shown-key.ts';
import type { StaticFiles } from './server/web-server.ts';
import { createConfiguredSource, type SourceContext } from './sources/configured-source.ts';
import { makeToken } from './sources/ingest/tokens.ts';
import type { Source } from './sources/source.ts';
import { SourceSwitch } from './sources/source-switch.ts';
import { StateStore } from './state-store.ts';

/** Milliseconds: lists that many things change are brought up to date at most this often. */
const REFRESH_DELAY = 50;

export interface CoreOptions {
  /** In place of the source that the settings ask for; null leaves the mock one live. */
  readonly configuredSource?: (settings: Settings) => Source | null;
  /** In place of Discord itself, where logins are checked. */
  readonly discord?: DiscordApi;
}

export interface CoreCommands extends ProtectionCommands, ObsCommands {
  changeSetting(...change: SettingChange): void;
  disconnectClient(clientId: number): void;
  restartServer(port: 'same' | 'next-free'): Promise<void>;
  allowOrigin(origin: string): void;
  /** Tries again at once, where a source waits or has given up. */
  retrySource(): void;
  /** Null erases it. */
  setSecret(name: SecretName, value: string | null): Promise<void>;
  /** Answers with the token itself, which is nowhere to be read again. */
  createIngestToken(name: string, guilds: readonly GuildId[] | null): string;
  revokeIngestToken(id: string): void;
  clearEvents(): void;
  dismissNotices(): void;
}

export interface Core {
  readonly store: StateStore;
  readonly events: EventLog;
  readonly commands: CoreCommands;
  /** Resolves when the server listens or is known not to; see `state.server`. */
  start(): Promise<void>;
  /** Says goodbye to every client and frees the port. */
  stop(): Promise<void>;
  /** Brings the numbers of the client list up to date. */
  refreshClients(): void;
  /** With a view key in it, where one is given. Null while the server does not listen. */
  overlayUrl(guildId: GuildId | null, key?: string | null): string | null;
  /** Opens everything until the program ends: for the preview, and shown to nobody. */
  readonly ownKey: string;
}

export function createCore(ports: Ports, options: CoreOptions = {}): Core {
  const { clock, settings } = ports;
  const store = new StateStore(initialState(settings.values()));
  const events = new EventLog(clock);
  const own = makeKey('dbv_', strings.viewKey.preview, null, clock.now());
  const access = new Access({
    clock,
    settings: settings.values,
    discord: options.discord ?? createDiscordApi(),
    liveSource: () => sources.live,
    ownKey: own.key,
    onKeyUse(keyId) {
      const others = store.state.keyUses.filter((use) => use.keyId !== keyId);
      store.set('keyUses', [...others, { keyId, time: clock.now() }]);
    },
  });
  const roster = new Roster((guildId) => access.protects(guildId));
  const hub = new Hub();
  const refusals = new RefusalFilter(clock);
  const onFact: EventLog['add'] = (fact) => {
    if (refusals.isNews(fact)) events.add(fact);
  };
  const instance = randomUUID();
  let upstream: readonly string[] = [];
  const raise = (notice: Notice): void => {
    store.set('notices', [...store.state.notices, notice]);
    events.add({ kind: 'notice', what: 'raised', notice });
  };

  const gate = new Gate({
    access,
    sessions: new BrowserSessions(clock),
  });

  const refreshClients = (): void => store.set('clients', sockets.clients);
  const clientsChanged = coalesce(clock, refreshClients);
  const guildsChanged = coalesce(clock, () => store.set('guilds', guildInfos(roster)));

  const sockets: OverlaySocket = new OverlaySocket({
    roster,
    hub,
    clock,
    access,
    gate,
    allowedOrigins: () => settings.values()['server.allowedOrigins'],
    relayPath: () => [instance, ...upstream],
    onFact(fact) {
      onFact(fact);
      if (fact.kind === 'client' && fact.what !== 'left') sources.live?.viewerCame?.();
    },
    onChange: clientsChanged.request,
  });
  const community: Community = new Community({
    roster,
    hub,
    clock,
    audience: sockets,
    onFact,
    onChange: guildsChanged.request,
  });
  const context: SourceContext = {
    clock,
    settings: settings.values,
    secrets: ports.secrets,
    forkScript: ports.forkScript,
    version: ports.version,
    instance,
    onUpstream(path) {
      upstream = path;
    },
    onFact,
    onBot: (bot) => store.set('bot', bot),
  };
  const sources: SourceSwitch = new SourceSwitch({
    clock,
    community,
    settings: settings.values,
    configured: options.configuredSource ?? (() => createConfiguredSource(context)),
    onStatus: (status) => store.set('source', status),
    onFact,
  });
  const staticFile: StaticFiles = (path) => sources.live?.staticFile?.(path) ?? null;
  const server = new ServerControl({ ports, sockets, store, staticFile, onFact, raise, gate });

  settings.onNotice(raise);

  const refreshSecrets = async (): Promise<void> =>
    store.set('secrets', await ports.secrets.status());

  const changeSetting: CoreCommands['changeSetting'] = (...change) => {
    const [key] = change;
    if (settings.values()[key] === change[1]) return;
    settings.change(...change);
    store.set('settings', settings.values());
    sources.follow(key);
    if (RESTARTING.includes(key)) void server.restart();
    if (key === 'access.everything' || key === 'lan.enabled') sockets.followKeys();
    if (key === 'overlay.socketHosts') server.followSocketHosts();
    if (key === 'access.keys') sockets.followKeys();
    if (key === 'obs.enabled' || key === 'obs.address') obs.start();
    if (key === 'access.guilds') community.refreshProtection();
  };
  const protection = createProtection({
    clock,
    secrets: ports.secrets,
    settings: settings.values,
    changeSetting,
    guildOf: (guildId) => roster.guilds.get(guildId),
  });

  const urlOf: Core['overlayUrl'] = (guildId, key = null) => {
    const status = store.state.server;
    if (status.phase !== 'listening') return null;
    const guild = guildId === null ? undefined : roster.guilds.get(guildId);
    const { host, port } = status;
    const foreignPage = server.servesUserFolder;
    return overlayUrl({ host, port, serverId: guild?.entry.id ?? null, foreignPage, key });
  };
  const obs: ObsDesk = new ObsDesk({
    clock,
    store,
    settings: settings.values,
    secrets: ports.secrets,
    keys: protection,
    changeSetting,
    overlayUrl: urlOf,
    keyIdOf: (url) => access.keyOf(keyHashIn(url))?.id ?? null,
    raise,
  });

  store.subscribe((slice) => {
    if (slice === 'server' && store.state.server.phase === 'listening') obs.serverReturned();
  });

  return {
    store,
    events,
    refreshClients,
    ownKey: own.secret,
    commands: {
      ...protection,
      ...obs.commands,
      changeSetting,
      disconnectClient: (clientId) => sockets.disconnect(clientId),
      restartServer: (port) => server.restart(port),
      allowOrigin(origin) {
        const allowed = settings.values()['server.allowedOrigins'];
        if (!allowed.includes(origin)) changeSetting('server.allowedOrigins', [...allowed, origin]);
      },
      retrySource: () => sources.start(),
      async setSecret(name, value) {
        await ports.secrets.set(name, value);
        await refreshSecrets();
        sources.follow(name);
        if (name === 'obs.password') obs.start();
      },
      createIngestToken(name, guilds) {
        const { secret, token } = makeToken(name, guilds, clock.now());
        changeSetting('ingest.tokens', [...settings.values()['ingest.tokens'], token]);
        return secret;
      },
      revokeIngestToken(id) {
        const tokens = settings.values()['ingest.tokens'];
        changeSetting(
          'ingest.tokens',
          tokens.filter((token) => token.id !== id),
        );
      },
      clearEvents: () => events.clear(),
      dismissNotices: () => store.set('notices', []),
    },
    async start() {
      sources.start();
      sockets.start();
      void refreshSecrets();
      await server.start();
      obs.start();
    },
    async stop() {
      sources.stop();
      obs.stop();
      await server.stop();
      clientsChanged.cancel();
      guildsChanged.cancel();
      await settings.saved();
    },
    overlayUrl: urlOf,
  };
}

/** Settings that count from the server's next start on. */
const RESTARTING: readonly SettingChange[0][] = [
  'server.port',
  'server.host',
  'server.staticDir',
  'lan.enabled',
  'lan.addresses',
  'lan.names',
];

function initialState(settings: Settings): State {
  return {
    server: { phase: 'stopped' },
    source: { kind: 'mock', condition: 'connecting' },
    clients: [],
    guilds: [],
    settings,
    secrets: { place: 'memory', stored: [] },
    bot: null,
    keyUses: [],
    obs: { phase: 'off' },
    notices: [],
    hasTray: false,
  };
}

function guildInfos(roster: Roster): GuildInfo[] {
  return Array.from(roster.guilds.values(), ({ guildId, entry, members }) => ({
    guildId,
    ...entry,
    members: members.size,
  }));
}

/** However often it is requested, `run` follows once, a moment later. */
function coalesce(clock: Clock, run: () => void): { request: () => void; cancel: Cancel } {
  let pending: Cancel | null = null;
  return {
    request() {
      pending ??= clock.after(REFRESH_DELAY, () => {
        pending = null;
        run();
      });
    },
    cancel() {
      pending?.();
      pending = null;
    },
  };
}
