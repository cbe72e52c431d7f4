/** The wire, as a table of frames in and frames out, on the mock community. */
import { WebSocket } from 'ws';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';

test('the list comes at once, with four fields an entry and nothing else', async ({
  startCore,
}) => {
  const { socketUrl } = await startCore();
  const client = await Client.open(socketUrl);
  const list = await client.next('server-list');
  expect(list.data).toEqual({
    '232769614004748288': { id: 'dworld', name: 'D-World', default: true, passworded: false },
    '482241773318701056': { id: 'docs', name: 'Reading Room', default: false, passworded: false },
    '123456789012345678': { id: 'oauth', name: 'Members Only', default: false, passworded: true },
    '987654321098765432': { id: 'repos', name: 'Workshop', default: false, passworded: false },
  });
});

const joins: readonly (readonly [sent: string, request: string, serverName: string])[] = [
  ['{"type":"connect","data":{"server":null}}', 'default', 'D-World'],
  ['{"type":"connect","data":{}}', 'default', 'D-World'],
  ['{"type":"connect","data":{"server":""}}', 'default', 'D-World'],
  ['{"type":"connect","data":{"server":"  "}}', 'default', 'D-World'],
  ['{"type":"connect","data":{"server":"default"}}', 'default', 'D-World'],
  ['{"type":"connect","data":{"server":" repos "}}', 'repos', 'Workshop'],
  ['{"type":"connect","data":{"server":"docs","password":"x"}}', 'docs', 'Reading Room'],
  [
    '{"type":"connect","data":{"server":"482241773318701056"}}',
    '482241773318701056',
    'Reading Room',
  ],
];

for (const [sent, request, serverName] of joins) {
  test(`joins with ${sent}`, async ({ startCore }) => {
    const { socketUrl } = await startCore();
    const client = await Client.open(socketUrl);
    await client.next('server-list');
    client.webSocket.send(sent);
    const join = await client.next('server-join');
    expect(Object.keys(join.data)).toEqual(['users', 'request', 'serverName']);
    expect(join.data.request).toEqual({ server: request });
    expect(join.data.serverName).toBe(serverName);
  });
}

test('a join lists every member by uid with four fields', async ({ startCore }) => {
  const { socketUrl } = await startCore();
  const client = await Client.open(socketUrl);
  client.connect('repos');
  const { users } = (await client.nextOf('server-join')).data;
  expect(Object.keys(users)).toHaveLength(21);
  for (const [uid, user] of Object.entries(users)) {
    expect(user).toEqual({
      uid,
      username: expect.stringMatching(/./),
      status: expect.stringMatching(/^(online|idle|dnd|offline)$/),
      roleColor: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  }
});

const UNKNOWN_SERVER = "Sorry, couldn't connect to that Discord server.";
const LOGIN_REQUIRED = 'This server requires Discord authentication. Please login with Discord.';
const LOGIN_FAILED = 'Discord authentication failed. Please try logging in again.';
const user = '{"id":"1","username":"x"}';

const errors: readonly (readonly [sent: string | Buffer, message: string])[] = [
  ['', 'Invalid JSON'],
  ['{', 'Invalid JSON'],
  ['hello', 'Invalid JSON'],
  [Buffer.from([0xff, 0xfe]), 'Invalid binary encoding'],
  [Buffer.from(''), 'Invalid JSON'],
  [Buffer.from('{"type":"x"}'), 'Unknown event type'],
  ['null', 'Unknown event type'],
  ['[]', 'Unknown event type'],
  ['7', 'Unknown event type'],
  ['"connect"', 'Unknown event type'],
  ['{}', 'Unknown event type'],
  ['{"type":["connect"]}', 'Unknown event type'],
  ['{"type":"message","data":{}}', 'Unknown event type'],
  ['{"type":"connect"}', UNKNOWN_SERVER],
  ['{"type":"connect","data":null}', UNKNOWN_SERVER],
  ['{"type":"connect","data":"dworld"}', UNKNOWN_SERVER],
  ['{"type":"connect","data":[]}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":"nowhere"}}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":7}}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":{}}}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":"__proto__"}}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":"constructor"}}', UNKNOWN_SERVER],
  ['{"type":"connect","data":{"server":"oauth"}}', LOGIN_REQUIRED],
  ['{"type":"connect","data":{"server":"oauth","password":"x"}}', LOGIN_REQUIRED],
  ['{"type":"connect","data":{"server":"oauth","discordToken":"t"}}', LOGIN_REQUIRED],
  [`{"type":"connect","data":{"server":"oauth","discordUser":${user}}}`, LOGIN_REQUIRED],
  [
    `{"type":"connect","data":{"server":"oauth","discordToken":"","discordUser":${user}}}`,
    LOGIN_REQUIRED,
  ],
  [
    `{"type":"connect","data":{"server":"oauth","discordToken":"t","discordUser":${user}}}`,
    LOGIN_FAILED,
  ],
];

test('every bad frame gets its own error and the socket stays', async ({ startCore }) => {
  const { socketUrl } = await startCore();
  const client = await Client.open(socketUrl);
  await client.next('server-list');
  for (const [sent, message] of errors) {
    client.webSocket.send(sent);
    const error = await client.next('error');
    expect(error, `answer to ${sent}`).toEqual({ type: 'error', data: { message } });
  }
  client.webSocket.send(Buffer.from('{"type":"connect","data":{"server":"docs"}}'));
  expect((await client.next('server-join')).data.serverName).toBe('Reading Room');
});

test('the socket is on / and /ws with any query, and nowhere else', async ({ startCore }) => {
  const { socketUrl } = await startCore();
  for (const path of ['', '/', '/ws', '/?a=b', '/ws?x=%2F']) {
    const client = await Client.open(socketUrl + path);
    await client.next('server-list');
  }
  for (const path of ['/ws/', '/socket', '//', '/ws%2f']) {
    const refused = new WebSocket(socketUrl + path);
    const status = await new Promise((resolve) => {
      refused.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      refused.on('error', () => undefined);
    });
    expect(status, path).toBe(404);
  }
});

test('GET /api/version and /api/status', async ({ startCore }) => {
  const core = await startCore();
  const version = await fetch(`${core.url}/api/version`);
  expect(version.headers.get('content-type')).toContain('application/json');
  expect(await version.json()).toEqual({ version: '9.8.7' });
  await Client.join(core.socketUrl, 'docs');
  await expect
    .poll(async () => (await (await fetch(`${core.url}/api/status`)).json()).clients)
    .toBe(1);
  const status = await (await fetch(`${core.url}/api/status`)).json();
  expect(Object.keys(status).sort()).toEqual(['clients', 'guilds', 'source', 'uptime', 'version']);
  expect(status.source).toEqual({ kind: 'mock', condition: 'no-source' });
  expect(status.guilds).toHaveLength(4);
});
