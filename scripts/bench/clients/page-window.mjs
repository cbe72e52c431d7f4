/** A window of Electron in a given size, for pages that are driven from outside. */
import { app, BrowserWindow } from 'electron';

const [width, height] = (process.env['BENCH_SIZE'] ?? '').split('x').map(Number);

// Waiting here would be in vain: Electron is not ready before this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width, height, useContentSize: true, frame: false });
  void window.loadURL('about:blank');
});
