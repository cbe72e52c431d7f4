import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { expect, test } from '../fixtures/core.ts';
import { exchange, getRequest, readToEnd } from '../fixtures/raw-http.ts';
import { Client } from '../fixtures/client.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';

test('a0', async ({ startCore, dir }) => {
  const root = join(dir, 'root');
  mkdirSync(root);
  writeFileSync(join(dir, 'secret.txt'), 'CANARY');
  symlinkSync(join(dir, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(dir, join(root, 'up'));
  const { port } = await startCore({ settings: { 'server.staticDir': root } });
  for (const t of ['/link.txt', '/link.txt\xa0', '/up/secret.txt', '/up/secret.txt\xa0', '/link.txt%c2%a0', '/link.txt\xa0?x', '/link.txt#x', '/link.txt;', '/link.txt/', '/nope']) {
    const r = await exchange(port, getRequest(t, `127.0.0.1:${port}`));
    console.log(JSON.stringify(t), r.status, JSON.stringify(r.body.slice(0, 60)), r.headers['content-security-policy']);
  }
});
test('refused upgrade stays', async ({ startCore }) => {
  const core = await startCore();
  const s = connect({ port: core.port, host: '127.0.0.1', allowHalfOpen: true });
  s.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${core.port}\r\nOrigin: http://evil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
  s.on('data', (d) => console.log(String(d).slice(0, 40)));
  s.on('end', () => console.log('end'));
  s.on('close', () => console.log('closed'));
  s.on('error', (e) => console.log(e.message));
  await new Promise((r) => setTimeout(r, 1000));
  const t = Date.now();
  await Promise.race([core.stop(), new Promise((r) => setTimeout(r, 5000))]);
  console.log('stop took', Date.now() - t);
  s.destroy();
});
test('reconnecting on stop', async ({ startCore }) => {
  const core = await startCore();
  let n = 0, on = true;
  const again = async (): Promise<void> => {
    try { const c = await Client.open(core.socketUrl); n++; c.webSocket.on('close', () => { if (on) void again(); }); } catch {}
  };
  await again();
  const t = Date.now();
  await Promise.race([core.stop(), new Promise((r) => setTimeout(r, 5000))]);
  console.log('stop took', Date.now() - t, n);
  on = false;
  
});
test('big join', async ({ startCore }) => {
  const source = createFakeSource((sink) => {
    reportSmallCommunity(sink);
    sink.users('1001', Array.from({ length: 60000 }, (_, i) => ({ uid: String(100000000000000000 + i), username: 'Name of somebody ' + i, status: 'online', roleColor: '#112233' })));
  });
  const core = await startCore({ configuredSource: () => source });
  const c = await Client.open(core.socketUrl);
  c.webSocket.on('close', (code) => console.log('closed', code));
  c.connect('alpha');
  await new Promise((r) => setTimeout(r, 2000));
  console.log(c.frames.map((f) => [f.type, JSON.stringify(f).length]));
  console.log(JSON.stringify(core.events.from(0, 100).filter((e) => e.fact.kind === 'client')));
});
test('ua redos', async ({ startCore }) => {
  const { readUserAgent } = await import('../../main/core/server/client-app.ts');
  const t = performance.now();
  readUserAgent('Version/' + '1'.repeat(15000));
  console.log('ua', performance.now() - t);
  const t2 = performance.now();
  readUserAgent('Version/1'.repeat(1500));
  console.log('ua', performance.now() - t2);
});
test('flood', async ({ startCore }) => {
  const core = await startCore();
  const c = await Client.open(core.socketUrl);
  await c.next('server-list');
  const other = await Client.open(core.socketUrl);
  let max = 0;
  for (let i = 0; i < 10000; i++) c.webSocket.send('');
  const end = Date.now() + 8000;
  while (Date.now() < end) { const t = Date.now(); await new Promise<void>((r) => { other.webSocket.once('pong', () => r()); other.webSocket.ping(); }); max = Math.max(max, Date.now() - t); await new Promise((r) => setTimeout(r, 50)); }
  console.log('frames', c.frames.length, 'max', max);
});
