/** Answers the window's commands: sender first, then arguments, then the work. */
import { ipcMain, type WebFrameMain } from 'electron';
import { CHANNELS, COMMANDS, type CommandHandlers, type CommandName } from '../../shared/ipc.ts';
import { failure, ok, type Result } from '../../shared/result.ts';

export function handleCommands(
  handlers: CommandHandlers,
  isTrusted: (frame: WebFrameMain | null) => boolean,
): void {
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    ipcMain.handle(CHANNELS.command(name), async (event, args: unknown) => {
      if (!isTrusted(event.senderFrame)) {
        return failure('not-trusted', 'Only the app window may do this.');
      }
      return runCommand(handlers, name, args);
    });
  }
}

async function runCommand(
  handlers: CommandHandlers,
  name: CommandName,
  args: unknown,
): Promise<Result<unknown>> {
  if (!COMMANDS[name].accepts(args)) {
    return failure('bad-arguments', `These are no arguments for ${name}.`);
  }
  // The guard of this very command has just accepted the arguments.
  const run = handlers[name] as (...args: readonly unknown[]) => unknown;
  try {
    return ok(await run(...(args as readonly unknown[])));
  } catch (error) {
    return failure('failed', error instanceof Error ? error.message : String(error));
  }
}
