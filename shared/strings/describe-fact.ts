/** A line of the event log in words. What people and programs said is part of it: show it as text. */
import { assertNever } from '../assert-never.ts';
import type { ClientLabel, Fact, SourceStatus } from '../state.ts';
import { describeNotice } from './describe-notice.ts';
import { describeProblem, sourceLine, strings } from './index.ts';

type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;

export function describeFact(fact: Fact): string {
  switch (fact.kind) {
    case 'server':
      return describeServer(fact);
    case 'source':
      return describeSource(fact);
    case 'client':
      return describeClient(fact);
    case 'refused':
      return describeRefusal(fact);
    case 'member':
      return describeMember(fact);
    case 'message':
      return strings.fact.message.said(fact.guild, fact.name, fact.text);
    case 'script':
      return describeScript(fact);
    case 'notice':
      return describeNotice(fact.notice).title;
    default:
      return assertNever(fact);
  }
}

function describeServer(fact: FactOf<'server'>): string {
  const words = strings.fact.server;
  switch (fact.what) {
    case 'started':
      return words.started(fact.url);
    case 'stopped':
      return words.stopped;
    case 'failed':
      return words.failed(fact.message);
    default:
      return assertNever(fact);
  }
}

function describeSource(fact: FactOf<'source'>): string {
  const words = strings.fact.source;
  switch (fact.what) {
    case 'switched':
      return describeSwitch(fact.source);
    case 'failed':
      return words.failed(strings.source.kind[fact.source], fact.message);
    default:
      return assertNever(fact);
  }
}

function describeSwitch(source: SourceStatus): string {
  const words = strings.fact.source;
  const line = sourceLine({ ...source, isStale: false });
  if (!('problem' in source)) return words.switched(line);
  return words.trouble(line, describeProblem(source.problem).title);
}

function describeClient(fact: FactOf<'client'>): string {
  const words = strings.fact.client;
  const client = clientLabel(fact.client);
  switch (fact.what) {
    case 'connected':
      return words.connected(client);
    case 'joined':
      return describeJoin(client, fact);
    case 'left':
      return words.left(client, words.reason[fact.reason]);
    default:
      return assertNever(fact);
  }
}

function describeJoin(
  client: string,
  { guild, way, key }: Extract<Fact, { readonly what: 'joined'; readonly kind: 'client' }>,
): string {
  const words = strings.fact.client;
  switch (way) {
    case 'open':
      return words.joined(client, guild);
    case 'key':
      return words.joinedBy(client, guild, words.way.key(key ?? ''));
    case 'password':
    case 'discord':
      return words.joinedBy(client, guild, words.way[way]);
    default:
      return assertNever(way);
  }
}

function clientLabel({ app, appName, address }: ClientLabel): string {
  const words = strings.fact.client;
  if (app === 'preview') return strings.window.clients.app.preview;
  return words.named(appName || words.unnamed, address);
}

function describeRefusal(fact: FactOf<'refused'>): string {
  const words = strings.fact.refused;
  switch (fact.what) {
    case 'origin':
      return words.origin(fact.origin);
    case 'host':
      return words.host(fact.host);
    case 'other-machine':
      return words.otherMachine(fact.address);
    case 'login':
      return words.login(clientLabel(fact.client), fact.guild, words.reason[fact.reason]);
    default:
      return assertNever(fact);
  }
}

function describeMember({ what, name, guild, status }: FactOf<'member'>): string {
  const words = strings.fact.member;
  switch (what) {
    case 'joined':
      return words.joined(name, guild, statusWord(status));
    case 'left':
      return words.left(name, guild);
    case 'changed':
      return words.changed(name, guild, statusWord(status));
    default:
      return assertNever(what);
  }
}

function describeScript(fact: FactOf<'script'>): string {
  const words = strings.fact.script;
  return fact.what === 'muted' ? words.muted : words.printed(fact.text);
}

const statusWords: ReadonlyMap<string, string> = new Map(Object.entries(strings.status));

function statusWord(status: string): string {
  return statusWords.get(status) ?? status;
}
