/**
 * Adds to package-lock.json the optional packages for other platforms that a registry did not list,
 * without which `npm ci` refuses the lock file. Run it after every `npm install`; see CONTRIBUTING.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';
import { say } from './setup/progress.mjs';

const FILE = join(ROOT, 'package-lock.json');
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** What a name such as `@x/cli-linux-arm64-musl` says about where it is for. @param {string} name */
function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
/** @type {Record<string, any>} */
const packages = lock.packages;
let added = 0;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isThere = packages[`node_modules/${name}`] || packages[`${path}/node_modules/${name}`];
    if (isThere || !/^\d/.test(version)) continue;
    packages[`node_modules/${name}`] = { version, ...platformOf(name), dev, optional: true };
    added += 1;
  }
}
const sorted = Object.keys(packages).sort((a, b) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted.map((path) => [path, packages[path]]));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
say(`${added} packages for other platforms were added to package-lock.json.`);
