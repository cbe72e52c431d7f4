/** The two ways to start a bundled server: in Electron's main process, and in plain Node. */
import { electronRuntime } from '../../setup/electron-runtime.mjs';
import { electronSwitches } from '../../setup/electron-switches.mjs';
import { privateDesktop } from './desktop.mjs';
import { launch, SERVER_CORE } from './processes.mjs';

/** @typedef {(file: string, env: NodeJS.ProcessEnv) => import('./processes.mjs').Child} StartServer */

/** @returns {Promise<{ electron: StartServer, node: StartServer }>} */
export async function serverRuntimes() {
  const { executable } = await electronRuntime();
  const electron = [executable, ...electronSwitches()];
  const desktop = await privateDesktop();
  /** @param {readonly string[]} runtime @returns {StartServer} */
  const starter = (runtime) => (file, env) =>
    launch([...runtime, file], { core: SERVER_CORE, env: { ...desktop, ...env } });
  return { electron: starter(electron), node: starter([process.execPath]) };
}
