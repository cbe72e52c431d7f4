/** Child processes that never outlive this one, and leave standard output to the app. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError } from './progress.mjs';

/** Milliseconds a child gets to end by itself. */
const GRACE = 5_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** What all the set-up is for. @type {import('node:child_process').ChildProcess | undefined} */
let program;
let isEnding = false;

/**
 * Starts a program. Its standard output goes to standard error unless `stdio` says otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/**
 * Starts what the set-up was for, on this terminal, and resolves with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function runProgram(command, args, options = {}) {
  program = start(command, args, { stdio: 'inherit', ...options });
  return exitCodeOf(program);
}

/**
 * Resolves with the exit code; a program that was killed counts as failed.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export async function exitCodeOf(child) {
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/**
 * Runs a program to its end and throws when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export async function run(command, args, options = {}) {
  const code = await exitCodeOf(start(command, args, options));
  if (code !== 0) throw new SetupError(`${command} ${args.join(' ')} ended with ${code}.`, code);
}

/**
 * Asks a child to end, then makes it.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await exited;
  clearTimeout(timer);
}

/** Ends what was started, the latest first: the app before its display. */
export async function endAll() {
  for (const child of [...children].reverse()) await end(child);
}

/**
 * Runs a whole script: every way to stop it ends all that it started.
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runScript(main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (isEnding) return;
      isEnding = true;
      await endAll();
      // The program's own word counts; a set-up that was cut short says how.
      if (program) process.exit(program.exitCode ?? 1);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    if (isEnding) return;
    process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
    code = error instanceof SetupError ? error.exitCode : 1;
  }
  if (isEnding) return;
  await endAll();
  process.exit(code);
}
