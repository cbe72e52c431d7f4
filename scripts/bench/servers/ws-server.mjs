/** The control: a bare `ws` server that serialises once and calls `send` for each client. */
import { WebSocketServer } from 'ws';
import { textFrame } from '../../../main/core/server/frame.ts';
import { chatJson, GUILD, members, SPEAKER } from './community.mjs';
import { drive } from './driver.mjs';

const TEXT = { binary: false };

const { guildId, ...entry } = GUILD;
const roster = new Map(members(Number(process.env['BENCH_MEMBERS'])).map((m) => [m.uid, m]));
const list = Buffer.from(
  JSON.stringify({ type: 'server-list', data: { [guildId]: { ...entry, passworded: false } } }),
);

/** Framed at the first join after a change. @type {Buffer | null} */
let join = null;
const frameJoin = () => {
  const data = {
    users: Object.fromEntries(roster),
    request: { server: GUILD.id },
    serverName: GUILD.name,
  };
  return textFrame(JSON.stringify({ type: 'server-join', data }));
};

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (client, { socket }) => {
  client.on('error', () => client.terminate());
  client.on('message', (data) => {
    JSON.parse(String(data));
    join ??= frameJoin();
    socket.write(join);
  });
  client.send(list, TEXT);
});
/** @param {string} json */
const sendToAll = (json) => {
  const bytes = Buffer.from(json);
  for (const client of server.clients) client.send(bytes, TEXT);
};

let changes = 0;

server.on('listening', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  drive({
    port,
    broadcast: (message) => sendToAll(chatJson(message)),
    changeRoster() {
      const member = roster.get(SPEAKER);
      if (!member) return;
      const status = changes++ % 2 === 0 ? 'dnd' : 'idle';
      roster.set(SPEAKER, { ...member, status });
      join = null;
      sendToAll(
        JSON.stringify({ type: 'presence', server: guildId, data: { uid: SPEAKER, status } }),
      );
    },
  });
});
