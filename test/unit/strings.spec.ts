/** Every fact and notice has words, and hostile text stays on one line of them. */
import { expect, test } from '@playwright/test';
import type { ClientReport } from '../../shared/protocol.ts';
import type { ClientLabel, Fact, Notice } from '../../shared/state.ts';
import { describeFact } from '../../shared/strings/describe-fact.ts';
import { describeNotice } from '../../shared/strings/describe-notice.ts';
import { describeReport } from '../../shared/strings/describe-report.ts';
import { sourceLine } from '../../shared/strings/index.ts';
import { REPORT } from '../fixtures/report.ts';

const client: ClientLabel = { id: 1, address: '127.0.0.1', app: 'obs', appName: 'OBS 31.0' };
const facts: readonly Fact[] = [
  { kind: 'server', what: 'started', url: 'http://127.0.0.1:3000' },
  { kind: 'server', what: 'stopped' },
  { kind: 'server', what: 'failed', message: 'Port 3000 is already in use.' },
  { kind: 'source', what: 'switched', source: { kind: 'mock', condition: 'rehearsal' } },
  { kind: 'source', what: 'failed', source: 'relay', message: 'gone' },
  { kind: 'client', what: 'connected', client },
  { kind: 'client', what: 'joined', client, guild: 'Alpha', way: 'open', key: null },
  { kind: 'client', what: 'joined', client, guild: 'Alpha', way: 'key', key: 'Gaming' },
  { kind: 'client', what: 'joined', client, guild: 'Alpha', way: 'password', key: null },
  { kind: 'client', what: 'joined', client, guild: 'Alpha', way: 'discord', key: null },
  { kind: 'client', what: 'left', client, reason: 'closed' },
  { kind: 'client', what: 'left', client, reason: 'too-slow' },
  { kind: 'client', what: 'left', client, reason: 'no-answer' },
  { kind: 'client', what: 'left', client, reason: 'disconnected-here' },
  { kind: 'client', what: 'left', client, reason: 'key-revoked' },
  { kind: 'client', what: 'left', client, reason: 'stopping' },
  { kind: 'refused', what: 'origin', origin: 'https://evil.example' },
  { kind: 'refused', what: 'host', host: 'evil.example' },
  { kind: 'refused', what: 'other-machine', address: '192.0.2.1' },
  { kind: 'refused', what: 'login', client, guild: 'Gamma', reason: 'nothing-shown' },
  { kind: 'refused', what: 'login', client, guild: 'Gamma', reason: 'wrong-key' },
  { kind: 'refused', what: 'login', client, guild: 'Gamma', reason: 'discord-silent' },
  { kind: 'member', what: 'joined', guild: 'Alpha', name: 'Ann', status: 'online' },
  { kind: 'member', what: 'left', guild: 'Alpha', name: 'Ann', status: 'offline' },
  { kind: 'member', what: 'changed', guild: 'Alpha', name: 'Ann', status: 'dnd' },
  { kind: 'message', what: 'said', guild: 'Alpha', name: 'Ann', text: 'hello' },
];

test('every fact reads differently', () => {
  const lines = facts.map(describeFact);
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of lines) expect(line).toMatch(/^[A-Z0-9].{5,}$/);
});

test('every notice says what is the matter and what can be done', () => {
  const notices: readonly Notice[] = [
    { code: 'settings-recovered', keptAs: 'settings.broken.json' },
    { code: 'settings-newer' },
    { code: 'settings-invalid', keys: ['server.port'], keptAs: 'settings.invalid.json' },
    { code: 'settings-unsaved', reason: 'disk full' },
    { code: 'static-dir-missing', dir: '/nowhere' },
    { code: 'host-open', host: '0.0.0.0' },
  ];
  for (const notice of notices) {
    const { title, advice } = describeNotice(notice);
    expect(title).toMatch(/\.$/);
    expect(advice.length).toBeGreaterThan(10);
  }
  expect(describeNotice({ code: 'settings-recovered', keptAs: 'x.json' }).advice).toContain(
    'x.json',
  );
});

test('the source line', () => {
  expect(sourceLine({ kind: 'mock', condition: 'rehearsal' })).toBe('mock · rehearsal');
  expect(sourceLine({ kind: 'mock', condition: 'no-source' })).toBe('mock · no source configured');
  expect(sourceLine({ kind: 'relay', condition: 'live' })).toBe('relay · live');
});

test('the source line of a source in trouble', () => {
  const problem = { code: 'relay-unreachable', detail: '' } as const;
  const waiting = { kind: 'relay', condition: 'waiting', problem, retryAt: 12_000 } as const;
  expect(sourceLine(waiting)).toBe('relay · trying again soon');
  expect(sourceLine(waiting, 100)).toBe('relay · trying again in 12 s');
  expect(sourceLine(waiting, 12_000)).toBe('relay · trying again');
  const stale = { kind: 'relay', condition: 'refused', problem, isStale: true } as const;
  expect(sourceLine(stale)).toBe('relay · needs your attention · showing what was last known');
  // What is stale now was known when the line was written.
  expect(describeFact({ kind: 'source', what: 'switched', source: stale })).toBe(
    'relay · needs your attention: The server cannot be reached.',
  );
});

test('the preview is known by what it is, not by its name', () => {
  const named = (app: ClientLabel['app']): string =>
    describeFact({
      kind: 'client',
      what: 'connected',
      client: { id: 1, address: '127.0.0.1', app, appName: 'Preview' },
    });
  expect(named('preview')).toBe('This preview connected');
  expect(named('other')).toBe('Preview (127.0.0.1) connected');
});

test('a report in the words of a streamer', () => {
  const line = (more: Partial<ClientReport>): string =>
    describeReport({ ...REPORT, fps: 59.7, ...more }).join(' · ');
  expect(line({})).toBe('visible · 60 fps · 1920×1080');
  expect(line({ active: null })).toBe('visible · 60 fps · 1920×1080');
  expect(line({ visible: null, active: null })).toBe('60 fps · 1920×1080');
  expect(line({ fps: 0.2 })).toBe('visible · 1920×1080');
  expect(line({ active: false, fps: 0 })).toBe('not on air · 1920×1080');
  expect(line({ visible: false, active: false, fps: 0 })).toBe('hidden · 1920×1080');
  expect(line({ visible: false, active: true })).toBe('hidden · 1920×1080');
});
