/** Somebody who leaves in the middle of a sentence is taken away when d-zone's bubble has closed. */
import { expect, test } from '@playwright/test';
import { Community } from '../../main/core/community.ts';
import { Roster } from '../../main/core/roster.ts';
import { Hub } from '../../main/core/server/hub.ts';
import type { ServerFrame } from '../../shared/protocol.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

async function setUp() {
  const clock = new FakeClock();
  const roster = new Roster();
  const hub = new Hub();
  const frames: ServerFrame[] = [];
  const community = new Community({
    roster,
    hub,
    clock,
    audience: { publishList: () => undefined, publishRoster: () => undefined },
    onFact: () => undefined,
    onChange: () => undefined,
  });
  const sink = community.sink('relay', new AbortController().signal, () => undefined);
  sink.servers([{ guildId: '1', id: 'a', name: 'A' }]);
  sink.users('1', [{ uid: '5', username: 'Ann', status: 'online', roleColor: '#123456' }]);
  await Promise.resolve();
  hub.join('1', { write: (bytes) => frames.push(...decode(bytes)) });
  /** Everything sent since the last look, as the data of presence frames. */
  const heard = (): unknown[] => {
    hub.flush();
    return frames.splice(0).flatMap((frame) => (frame.type === 'presence' ? [frame.data] : []));
  };
  return { clock, sink, heard };
}

/** Small unmasked text frames, one after the other. */
function decode(bytes: Buffer): ServerFrame[] {
  const frames: ServerFrame[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1] ?? 0;
    const head = short === 126 ? 4 : 2;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    frames.push(JSON.parse(bytes.toString('utf8', at + head, at + head + length)));
    at += head + length;
  }
  return frames;
}

const GONE = { uid: '5', status: 'offline', delete: true };

test('a silent member goes at once', async () => {
  const { sink, heard } = await setUp();
  sink.presence('1', { uid: '5', status: 'offline', delete: true });
  expect(heard()).toEqual([GONE]);
});

test('a speaking member goes offline, and away when the bubble has closed', async () => {
  const { clock, sink, heard } = await setUp();
  sink.message('1', { uid: '5', message: 'hello', channel: '9' });
  clock.advance(1000);
  sink.presence('1', { uid: '5', status: 'offline', delete: true });
  expect(heard()).toEqual([{ uid: '5', status: 'offline' }]);
  clock.advance(1000);
  expect(heard()).toEqual([]);
  clock.advance(30_000);
  expect(heard()).toEqual([GONE]);
});

test('who comes back in time stays', async () => {
  const { clock, sink, heard } = await setUp();
  sink.message('1', { uid: '5', message: 'hello', channel: '9' });
  sink.presence('1', { uid: '5', status: 'offline', delete: true });
  sink.presence('1', { uid: '5', username: 'Ann', status: 'online', roleColor: '#123456' });
  expect(heard()).toEqual([
    { uid: '5', status: 'offline' },
    { uid: '5', status: 'online' },
  ]);
  clock.advance(60_000);
  expect(heard()).toEqual([]);
});

test('who is left out of a new roster while speaking goes the same way', async () => {
  const { clock, sink, heard } = await setUp();
  sink.message('1', { uid: '5', message: 'hello', channel: '9' });
  sink.users('1', []);
  expect(heard()).toEqual([{ uid: '5', status: 'offline' }]);
  clock.advance(30_000);
  expect(heard()).toEqual([GONE]);
});

test('who is on a new roster again stays', async () => {
  const { clock, sink, heard } = await setUp();
  sink.message('1', { uid: '5', message: 'hello', channel: '9' });
  sink.presence('1', { uid: '5', status: 'offline', delete: true });
  sink.users('1', [{ uid: '5', username: 'Ann', status: 'online', roleColor: '#123456' }]);
  clock.advance(60_000);
  expect(heard()).toEqual([
    { uid: '5', status: 'offline' },
    { uid: '5', status: 'online' },
  ]);
});
