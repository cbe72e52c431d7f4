/** The control of `bench:start`: the least that is a tray icon and a WebSocket server in Electron. */
import { app, Menu, Tray } from 'electron';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.stdout.write(`listening http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => app.exit());

// Waiting here would be in vain: Electron is not ready before this file has run to its end.
void app.whenReady().then(() => {
  const tray = new Tray(process.env['BENCH_ICON'] ?? '');
  tray.setToolTip('Bare Electron');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', role: 'quit' }]));
  // A tray that nothing refers to is collected, and its icon goes.
  Object.assign(globalThis, { tray });
});
