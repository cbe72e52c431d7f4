/** Where sources report to: sanitises, keeps the roster, and tells the overlays what changed. */
import type { GuildId, ServerFrame, UserId } from '../../shared/protocol.ts';
import type { Fact, SourceCondition, SourceKind } from '../../shared/state.ts';
import type { Cancel, Clock } from './ports.ts';
import { readableText } from './readable-text.ts';
import type { Guild, PresenceChange, Roster } from './roster.ts';
import { cleanId, cleanMessage } from './sanitise.ts';
import type { Hub } from './server/hub.ts';
import type {
  GuildReport,
  MessageReport,
  PresenceReport,
  SourceSink,
  UserReport,
} from './sources/source.ts';
import { Speaking } from './speaking.ts';

/** Letters of a message that the event log keeps: it has room for thousands of them. */
const LOGGED_LENGTH = 300;

export interface Audience {
  publishList(): void;
  publishRoster(guild: Guild): void;
}

export interface CommunityOptions {
  readonly roster: Roster;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly audience: Audience;
  readonly onFact: (fact: Fact) => void;
  /** Guilds or the number of their members have changed. */
  readonly onChange: () => void;
}

export class Community {
  readonly #options: CommunityOptions;
  readonly #speaking: Speaking;
  /** Goodbyes that wait for a bubble to close, by guild and member. */
  readonly #goodbyes = new Map<string, Cancel>();
  /** While a list is on its way out: the guilds whose members overlays are about to get anyway. */
  #unpublished: Set<Guild> | null = null;
  /** Whose guilds and members are shown. */
  #shown: SourceKind | null = null;

  constructor(options: CommunityOptions) {
    this.#options = options;
    this.#speaking = new Speaking(options.clock);
  }

  /** A sink for a source that goes live. Its first list of guilds replaces all that was before. */
  sink(
    kind: SourceKind,
    signal: AbortSignal,
    onStatus: (condition: SourceCondition) => void,
  ): SourceSink {
    let hasTakenOver = false;
    const guildOf = (guildId: GuildId): Guild | undefined =>
      signal.aborted || !hasTakenOver ? undefined : this.#options.roster.guilds.get(guildId);
    return {
      servers: (reports) => {
        if (signal.aborted) return;
        if (!hasTakenOver) this.#forget();
        hasTakenOver = true;
        this.#shown = reports.length > 0 ? kind : null;
        this.#setGuilds(reports);
      },
      users: (guildId, reports) => withGuild(guildOf(guildId), (g) => this.#setMembers(g, reports)),
      presence: (guildId, report) => withGuild(guildOf(guildId), (g) => this.#presence(g, report)),
      message: (guildId, report) => withGuild(guildOf(guildId), (g) => this.#message(g, report)),
      clientId: (guildId, clientId) =>
        withGuild(guildOf(guildId), (g) => this.#clientId(g, clientId)),
      status: (condition) => {
        if (signal.aborted) return;
        if ('problem' in condition) this.#sendActorsHome();
        onStatus(condition);
      },
    };
  }

  /** Whether a real source told of what is shown, live or not. */
  get showsRealPeople(): boolean {
    return this.#shown !== null && this.#shown !== 'mock';
  }

  /** Invented people must not stand for real ones who cannot be reached. */
  #sendActorsHome(): void {
    if (this.#shown !== 'mock') return;
    this.#shown = null;
    this.#forget();
    this.#setGuilds([]);
  }

  /** The streamer protects other guilds now: whoever may not stay is told. */
  refreshProtection(): void {
    this.#options.roster.refreshProtection();
    this.#options.onChange();
    this.#options.audience.publishList();
  }

  #forget(): void {
    for (const cancel of this.#goodbyes.values()) cancel();
    this.#goodbyes.clear();
    this.#speaking.clear();
    this.#options.roster.clear();
  }

  /** Overlays hear of the list at the end of the turn, when its members are usually there too. */
  #setGuilds(reports: readonly GuildReport[]): void {
    const { roster, audience, onChange } = this.#options;
    const before = new Set(roster.guilds.values());
    roster.setGuilds(reports);
    onChange();
    const isScheduled = this.#unpublished !== null;
    this.#unpublished ??= new Set();
    for (const guild of roster.guilds.values()) {
      if (!before.has(guild)) this.#unpublished.add(guild);
    }
    if (isScheduled) return;
    queueMicrotask(() => {
      this.#unpublished = null;
      audience.publishList();
    });
  }

  #setMembers(guild: Guild, reports: readonly UserReport[]): void {
    const wasPopulated = guild.populated;
    for (const { uid } of reports) this.#cancelGoodbye(guild, uid);
    const { changes, gone } = this.#options.roster.setMembers(guild, reports);
    if (wasPopulated) for (const change of changes) this.#broadcastPresence(guild, change);
    for (const uid of gone) this.#sayGoodbye(guild, uid);
    const isNew = this.#unpublished?.has(guild) ?? false;
    if (!wasPopulated && !isNew) this.#options.audience.publishRoster(guild);
    this.#options.onChange();
  }

  #presence(guild: Guild, report: PresenceReport): void {
    this.#cancelGoodbye(guild, report.uid);
    if (report.delete) this.#sayGoodbye(guild, report.uid);
    else this.#applyPresence(guild, report);
  }

  /** d-zone never gives a channel back whose speaker is taken away in the middle of a sentence. */
  #sayGoodbye(guild: Guild, uid: UserId): void {
    const key = goodbyeKey(guild, uid);
    if (this.#goodbyes.has(key)) return;
    const wait = this.#speaking.remaining(guild.guildId, uid);
    if (wait === 0) {
      this.#removeMember(guild, uid);
      return;
    }
    this.#applyPresence(guild, { uid, status: 'offline' });
    const cancel = this.#options.clock.after(wait, () => {
      this.#goodbyes.delete(key);
      const isListed = this.#options.roster.guilds.get(guild.guildId) === guild;
      if (isListed) this.#removeMember(guild, uid);
    });
    this.#goodbyes.set(key, cancel);
  }

  #cancelGoodbye(guild: Guild, uid: UserId): void {
    const key = goodbyeKey(guild, uid);
    this.#goodbyes.get(key)?.();
    this.#goodbyes.delete(key);
  }

  #applyPresence(guild: Guild, report: PresenceReport): void {
    const known = guild.members.size;
    const change = this.#options.roster.applyPresence(guild, report);
    if (!change) return;
    this.#broadcastPresence(guild, change);
    const isNew = guild.members.size > known;
    this.#tell(guild, isNew ? 'joined' : 'changed', nameOf(guild, change.uid), change.status);
    if (isNew) this.#options.onChange();
  }

  #removeMember(guild: Guild, uid: UserId): void {
    const name = nameOf(guild, uid);
    const change = this.#options.roster.removeMember(guild, uid);
    if (!change) return;
    this.#broadcastPresence(guild, change);
    this.#tell(guild, 'left', name, change.status);
    this.#options.onChange();
  }

  #message(guild: Guild, report: MessageReport): void {
    const uid = cleanId(report.uid);
    const channel = cleanId(report.channel) ?? '0';
    const member = uid === null ? undefined : guild.members.get(uid);
    if (!member || typeof report.message !== 'string') return;
    const readable = readableText(report.message, (id) => guild.members.get(id)?.user.username);
    const message = cleanMessage(readable);
    if (message === '') return;
    const { guildId } = guild;
    const data = { uid: member.user.uid, message, channel };
    this.#broadcast({ type: 'message', server: guildId, data });
    this.#speaking.said(guildId, member.user.uid, channel, message);
    const { name } = guild.entry;
    this.#options.onFact({
      kind: 'message',
      what: 'said',
      guild: name,
      name: member.user.username,
      text: excerpt(message),
    });
  }

  #clientId(guild: Guild, value: string): void {
    const clientId = cleanId(value);
    if (clientId === null || guild.clientId === clientId) return;
    guild.clientId = clientId;
    guild.revision += 1;
    this.#broadcast({ type: 'update-clientid', server: guild.guildId, data: { clientId } });
  }

  #broadcastPresence(guild: Guild, data: PresenceChange): void {
    this.#broadcast({ type: 'presence', server: guild.guildId, data });
  }

  #broadcast(frame: ServerFrame & { server: GuildId }): void {
    const guild = this.#options.roster.guilds.get(frame.server);
    if (guild && this.#unpublished?.has(guild)) return;
    this.#options.hub.broadcast(frame.server, JSON.stringify(frame));
  }

  #tell(guild: Guild, what: 'joined' | 'left' | 'changed', name: string, status: string): void {
    this.#options.onFact({ kind: 'member', what, guild: guild.entry.name, name, status });
  }
}

function withGuild(guild: Guild | undefined, run: (guild: Guild) => void): void {
  if (guild) run(guild);
}

/** A copy, not a slice: that would keep the whole message alive for as long as the log does. */
function excerpt(text: string): string {
  if (text.length <= LOGGED_LENGTH) return text;
  return `${Buffer.from(text.slice(0, LOGGED_LENGTH)).toString()}…`;
}

function goodbyeKey(guild: Guild, uid: UserId): string {
  return `${guild.guildId} ${uid}`;
}

function nameOf(guild: Guild, uid: UserId): string {
  return guild.members.get(uid)?.user.username ?? '';
}
