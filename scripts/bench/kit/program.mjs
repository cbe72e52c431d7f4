/** A whole program in Electron, from its start to the memory it keeps when nobody looks. */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from '../../setup/lifetime.mjs';
import { proportionalMemory } from './memory.mjs';
import { launch } from './processes.mjs';

/**
 * @param {readonly string[]} command of a program that prints a `listening` line
 * @param {NodeJS.ProcessEnv} env
 * @param {number} idle seconds until the memory is looked at
 */
export async function measureProgram(command, env, idle) {
  const startedAt = performance.now();
  const program = launch(command, { env, ipc: false });
  await lineOf(program);
  const milliseconds = performance.now() - startedAt;
  await sleep(idle * 1000, undefined, { signal: ending }).catch(() => ending.throwIfAborted());
  const memory = proportionalMemory(program.pid);
  await program.end();
  return {
    'listening ms': milliseconds,
    'idle MB': memory.bytes / 2 ** 20,
    processes: memory.processes,
  };
}

/** @param {import('./processes.mjs').Child} program */
async function lineOf({ child, errors }) {
  for await (const line of createInterface({ input: /** @type {any} */ (child.stdout) })) {
    if (line.startsWith('listening http://')) return;
  }
  ending.throwIfAborted();
  throw new Error(`The program ended before it listened.\n${errors()}`);
}
