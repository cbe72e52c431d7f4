/** Any value in any place: one answer a frame, the socket stays, the next client is served. */
import fc from 'fast-check';
import { ERROR_TEXT } from '../../shared/protocol.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/core.ts';
import { Talker } from '../fixtures/talker.ts';

const NASTY_IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length'];

const id = fc.oneof(
  fc.constantFrom('alpha', 'gamma', 'gamma', ' 1001 ', ...NASTY_IDS),
  fc.string({ unit: 'binary' }),
);
const anything = fc.oneof(id, fc.jsonValue({ maxDepth: 6 }));
const field = (...names: string[]) =>
  fc.oneof(fc.constantFrom(...names, ...NASTY_IDS), fc.string({ maxLength: 5 }));

const user = fc.oneof(anything, fc.record({ id: anything, username: anything }));
const data = fc.oneof(
  { weight: 1, arbitrary: anything },
  { weight: 3, arbitrary: fc.record({ server: id }) },
  fc.record({ server: anything, discordToken: anything, discordUser: user }),
  fc.dictionary(field('server', 'discordToken', 'discordUser', 'password'), anything),
);
const json = fc
  .oneof(
    anything,
    { weight: 3, arbitrary: fc.record({ type: fc.constant('connect'), data }) },
    fc.dictionary(field('type', 'data'), fc.oneof(anything, data)),
  )
  .map((value) => JSON.stringify(value));
/** What is a Buffer here leaves as a binary frame. */
const frame = fc.oneof(
  { weight: 4, arbitrary: json },
  { weight: 1, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: json.map((text) => text.slice(1)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

const JOIN = /^\{"type":"server-join","data":\{"users":\{/;
const ERROR = /^\{"type":"error","data":\{"message":"([^"]+)"\}\}$/;

test('any frame gets exactly one answer', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity, async () => true);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const answered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 60 }), async (frames) => {
      const talker = await Talker.open(socketUrl);
      for (const sent of frames) {
        const answer = await talker.ask(sent);
        const kind = JOIN.test(answer) ? 'a join' : ERROR.exec(answer)?.[1];
        expect(kind, `${sent} was answered with ${answer}`).toBeDefined();
        answered.add(kind ?? '');
      }
      await talker.ping();
      expect(talker.isOpen).toBe(true);
      expect(talker.heard).toHaveLength(1 + frames.length);
      talker.webSocket.terminate();
    }),
    { numRuns: 60 },
  );
  const later = await Talker.open(socketUrl);
  expect(await later.ask('{"type":"connect","data":{"server":"alpha"}}')).toContain('"Alpha"');
  // The frames were not all of one kind: nearly everything there is to answer was among them.
  const { loginFailed: _needsLuck, ...usual } = ERROR_TEXT;
  expect([...answered]).toEqual(expect.arrayContaining(['a join', ...Object.values(usual)]));
});

test('the deepest nesting and the longest names that fit in a frame', async ({ startCore }) => {
  const { socketUrl } = await startCore();
  const talker = await Talker.open(socketUrl);
  const connect = (server: string): string => `{"type":"connect","data":{"server":${server}}}`;
  for (const sent of [
    '['.repeat(32_000) + ']'.repeat(32_000),
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    connect('['.repeat(30_000) + ']'.repeat(30_000)),
    connect(`"${'x'.repeat(65_000)}"`),
    connect(`"${'\\u0000'.repeat(10_000)}"`),
    connect('9'.repeat(60_000)),
    connect(`{"toString":"x","valueOf":null}`),
  ]) {
    expect(await talker.ask(sent), sent.slice(0, 40)).toMatch(/^\{"type":"error"/);
  }
  expect(await talker.ask(connect('"docs"'))).toContain('"server-join"');
});

test('names of an object prototype are unknown until a source reports them', async ({
  startCore,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const before = await Talker.open(socketUrl);
  for (const name of NASTY_IDS) {
    const connect = JSON.stringify({ type: 'connect', data: { server: name } });
    expect(await before.ask(connect), name).toContain("couldn't connect");
  }
  expect(await before.ask('{"__proto__":{"type":"connect","data":{}}}')).toContain('Unknown event');
  source.sink.servers(NASTY_IDS.map((name) => ({ guildId: name, id: name, name: 'Odd' })));
  for (const guildId of NASTY_IDS) {
    source.sink.users(
      guildId,
      NASTY_IDS.map((uid) => ({ uid, username: 'Odd', status: 'online' })),
    );
  }
  const after = await Talker.open(socketUrl);
  expect(Object.keys(JSON.parse(after.heard[0] ?? '').data).sort()).toEqual([...NASTY_IDS].sort());
  for (const name of NASTY_IDS) {
    const answer = await after.ask(JSON.stringify({ type: 'connect', data: { server: name } }));
    expect(JSON.parse(answer).data.request).toEqual({ server: name });
    expect(Object.keys(JSON.parse(answer).data.users).sort()).toEqual([...NASTY_IDS].sort());
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
