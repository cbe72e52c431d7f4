/** A script's process in the app: Electron's `utilityProcess`, which works when packaged too. */
import { app, utilityProcess } from 'electron';
import type { ForkScript } from '../core/ports.ts';

export function createUtilityFork(runnerFile: string): ForkScript {
  return async ({ cwd, env }) => {
    await app.whenReady();
    const child = utilityProcess.fork(runnerFile, [], {
      cwd,
      env: { ...env },
      execArgv: [],
      stdio: 'pipe',
      serviceName: 'Script',
    });
    let hasEnded = false;
    child.once('exit', () => {
      hasEnded = true;
    });
    return {
      send(text) {
        if (!hasEnded) child.postMessage(text);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      stdout: child.stdout,
      stderr: child.stderr,
      kill() {
        // Its own `kill` asks, and a script that is busy, or listens for SIGTERM, may not comply.
        if (hasEnded) return;
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      },
    };
  };
}
