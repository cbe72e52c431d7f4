// Draws the app and tray icons into assets/icons/; `--sheet FILE` adds a page to review them on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { appIcon } from './icon-source/app-icon.mjs';
import { contactSheet } from './icon-source/contact-sheet.mjs';
import { encodeIco } from './icon-source/ico.mjs';
import { encodePng } from './icon-source/png.mjs';
import { trayIcon, trayTemplate } from './icon-source/tray-icon.mjs';

const APP_PNG_SIZE = 1024;
const APP_ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const STATES = ['running', 'rehearsal', 'trouble'];
const TRAY_SIZES = [16, 24, 32, 48];

/** All files by name, and the drawings that go on the contact sheet. */
function drawAll() {
  const files = new Map();
  const colour = APP_ICO_SIZES.map(appIcon);
  const template = [];
  files.set('app.png', encodePng(appIcon(APP_PNG_SIZE)));
  files.set('app.ico', encodeIco(colour));
  for (const state of STATES) {
    const images = TRAY_SIZES.map((size) => trayIcon(state, size));
    for (const image of images) files.set(`tray-${state}-${image.width}.png`, encodePng(image));
    files.set(`tray-${state}.ico`, encodeIco(images));
    colour.push(...images);
    const [single, double] = [trayTemplate(state, 16), trayTemplate(state, 32)];
    files.set(`tray-${state}-Template.png`, encodePng(single));
    files.set(`tray-${state}-Template@2x.png`, encodePng(double));
    template.push(single, double);
  }
  return { files, sheet: () => contactSheet(colour, template) };
}

const { values } = parseArgs({ options: { sheet: { type: 'string' } } });
const folder = join(dirname(fileURLToPath(import.meta.url)), 'icons');
const { files, sheet } = drawAll();
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
console.log(`${files.size} icons in ${folder}`);
if (values.sheet) {
  writeFileSync(resolve(values.sheet), encodePng(sheet()));
  console.log(`contact sheet: ${resolve(values.sheet)}`);
}
