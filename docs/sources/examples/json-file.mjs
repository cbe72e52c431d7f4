/** Members from a JSON file beside this script; saving the file shows them anew. */
import { watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

const FILE = new URL('./members.json', import.meta.url);

export default (dback) => {
  dback.onGetServerData(() => ({
    '100000000000000002': { id: 'file', name: 'From a file', default: true },
  }));
  dback.onGetUserData(async () => JSON.parse(await readFile(FILE, 'utf8')));
  watchFile(FILE, { interval: 200 }, () => dback.refresh());
};
