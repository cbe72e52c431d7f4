/** What the core and the script's process say to each other: one JSON text a message. */
import { type Guard, isOneOf, isRecord, isString } from '../../../../shared/guards.ts';
import { CALLBACK_NAMES, type CallbackName } from '../callbacks/asker.ts';

/** UTF-16 units: 10,000 members with long names fit in. */
export const LONGEST_MESSAGE = 2 * 1024 * 1024;

export const BROADCAST_NAMES = [
  'broadcastMessage',
  'broadcastPresence',
  'broadcastClientIdUpdate',
] as const;
export type BroadcastName = (typeof BROADCAST_NAMES)[number];

export type ToScript =
  | { readonly type: 'load'; readonly file: string }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly name: CallbackName;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'ping' | 'end' };

export type FromScript =
  | { readonly type: 'loaded' | 'pong' | 'refresh' }
  /** A callback is there now. */
  | { readonly type: 'registered'; readonly name: CallbackName }
  /** A file that the script is made of. */
  | { readonly type: 'uses'; readonly file: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'threw'; readonly id: number; readonly message: string }
  | { readonly type: 'broadcast'; readonly name: BroadcastName; readonly args: readonly unknown[] };

const isSignal = isOneOf(['loaded', 'pong', 'refresh'] as const);
const isCallbackName = isOneOf(CALLBACK_NAMES);
const isBroadcastName = isOneOf(BROADCAST_NAMES);
const isNumber: Guard<number> = (value): value is number => typeof value === 'number';

/** Null for what a script may have sent by itself: it can say anything. */
export function readFromScript(message: unknown): FromScript | null {
  if (!isString(message) || message.length > LONGEST_MESSAGE) return null;
  let said: unknown;
  try {
    said = JSON.parse(message);
  } catch {
    return null;
  }
  if (!isRecord(said)) return null;
  const { type, id, name, args, value, file, message: text } = said;
  if (isSignal(type)) return { type };
  if (type === 'registered' && isCallbackName(name)) return { type, name };
  if (type === 'uses' && isString(file)) return { type, file };
  if (type === 'answer' && isNumber(id)) return { type, id, value };
  if (type === 'threw' && isNumber(id) && isString(text)) return { type, id, message: text };
  if (type === 'broadcast' && isBroadcastName(name) && Array.isArray(args)) {
    return { type, name, args };
  }
  return null;
}
