/** A script's process where there is no Electron: a child of Node. */
import { fork } from 'node:child_process';
import type { ForkScript } from '../../ports.ts';

export function createNodeFork(runnerFile: string): ForkScript {
  return async ({ cwd, env }) => {
    // The parent's own switches (a debugger, say) are not for it.
    const child = fork(runnerFile, [], {
      cwd,
      env: { ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let hasEnded = false;
    const onExits: ((code: number | null) => void)[] = [];
    const ended = (code: number | null): void => {
      if (hasEnded) return;
      hasEnded = true;
      for (const listener of onExits) listener(code);
    };
    child.on('exit', ended);
    // It could not be started, or ended just as something was sent.
    child.on('error', () => child.pid === undefined && ended(null));
    return {
      send(text) {
        if (child.connected) child.send(text, () => undefined);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => onExits.push(listener),
      stdout: child.stdout,
      stderr: child.stderr,
      kill: () => child.kill('SIGKILL'),
    };
  };
}
