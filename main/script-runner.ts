/**
 * The process that a script lives in: loads it, hands it `dback`, and passes on what it is asked
 * and what it says. Whatever the script does wrong ends this process and nothing else; Node prints
 * the reason, which the core reads.
 */
import { registerHooks } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { LONGEST_TEXT } from './core/sources/callbacks/answers.ts';
import { CALLBACK_NAMES, type CallbackName } from './core/sources/callbacks/asker.ts';
import type { DBack, Script } from './core/sources/callbacks/callbacks.ts';
import {
  BROADCAST_NAMES,
  type FromScript,
  LONGEST_MESSAGE,
  type ToScript,
} from './core/sources/script/script-message.ts';

/** Electron's end of the channel (https://www.electronjs.org/docs/latest/api/parent-port). */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: string): void;
}

type Callback = (...args: readonly unknown[]) => unknown;

const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort');
const post = process.send?.bind(process);
const callbacks = new Map<CallbackName, Callback>();

if (parentPort) parentPort.on('message', ({ data }) => receive(data));
else process.on('message', receive);
process.on('disconnect', () => process.exit());
// Electron would only warn.
process.on('unhandledRejection', (reason) => {
  throw reason;
});
// What looks for a parent to talk to must not find ours.
Reflect.deleteProperty(process, 'send');
Reflect.deleteProperty(process, 'parentPort');

function send(message: FromScript): void {
  const text = JSON.stringify(message, plain);
  if (text.length > LONGEST_MESSAGE)
    throw new RangeError(`it says too much (${text.length} letters)`);
  if (parentPort) parentPort.postMessage(text);
  else post?.(text);
}

/** Of a `Map`, and of a number too long for JSON, there is something to be said. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  return typeof value === 'bigint' ? String(value) : value;
}

function receive(text: unknown): void {
  const message: ToScript = JSON.parse(String(text));
  switch (message.type) {
    case 'load':
      void load(message.file).catch(endWith);
      break;
    case 'ask':
      void answer(message.id, message.name, message.args);
      break;
    case 'ping':
      send({ type: 'pong' });
      break;
    case 'end':
      process.exit();
  }
}

/** As if nobody had caught it: Node then prints where it is, which a syntax error does not say itself. */
function endWith(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

async function load(file: string): Promise<void> {
  const isTypeScript = /^\.[cm]?ts$/.test(extname(file));
  if (isTypeScript && !process.features.typescript) {
    throw new SyntaxError(
      `Node ${process.versions.node} cannot read TypeScript: use 22.18 or newer, or write it as .mjs`,
    );
  }
  followImports();
  const { default: script }: { default?: Script } = await import(pathToFileURL(file).href);
  if (typeof script !== 'function') {
    throw new SyntaxError('The script must begin with: export default (dback) => { … }');
  }
  await script(dback);
  send({ type: 'loaded' });
}

/** Tells of each file that is imported, where Node can (22.15): saving it reloads the script. */
function followImports(): void {
  registerHooks?.({
    load(url, context, next) {
      if (url.startsWith('file:') && !url.includes('/node_modules/'))
        send({ type: 'uses', file: url });
      return next(url, context);
    },
  });
}

async function answer(id: number, name: CallbackName, args: readonly unknown[]): Promise<void> {
  try {
    send({ type: 'answer', id, value: await callbacks.get(name)?.(...args) });
  } catch (error) {
    // Its stack is for the log; the message goes back.
    process.stderr.write(`${inspect(error)}\n`);
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'threw', id, message: message.slice(0, 500) });
  }
}

const dback = Object.freeze({
  ...Object.fromEntries(
    CALLBACK_NAMES.map((name) => [name, (callback: unknown) => register(name, callback)]),
  ),
  ...Object.fromEntries(
    BROADCAST_NAMES.map((name) => [
      name,
      (...args: readonly unknown[]) => send({ type: 'broadcast', name, args: args.map(short) }),
    ]),
  ),
  refresh: () => send({ type: 'refresh' }),
}) as DBack;

/** Nothing longer is ever shown. */
function short(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}

function register(name: CallbackName, callback: unknown): void {
  if (typeof callback !== 'function') throw new TypeError(`${name} needs a function.`);
  callbacks.set(name, callback as Callback);
  send({ type: 'registered', name });
}
