/** The one sanitiser: every text from outside passes here once, before it is kept or sent. */
import { STATUSES, type Status } from '../../shared/protocol.ts';
import { firstGraphemes, visibleText } from '../../shared/visible-text.ts';

/** Graphemes. Discord allows 32 in a name, 100 in a guild's name, 4,000 in a message. */
const NAME_LENGTH = 32;
const GUILD_NAME_LENGTH = 100;
const MESSAGE_LENGTH = 2000;

const PLAIN = /^[\x20-\x7e]*$/;
/** d-zone looks words up on an object prototype and stops at a hit (see docs/protocol.md). */
const PROTOTYPE_WORD = new RegExp(
  `(?<![\\w$])([\\w$])(${Object.getOwnPropertyNames(Object.prototype)
    .map((name) => name.slice(1))
    .join('|')})(?![\\w$])`,
  'g',
);
const PROTOTYPE_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A member's display name; a name with nothing visible in it becomes `member`. */
export function cleanName(value: unknown): string {
  return cleanLine(value, NAME_LENGTH) || 'member';
}

export function cleanGuildName(value: unknown): string {
  return cleanLine(value, GUILD_NAME_LENGTH) || 'Discord server';
}

/** A chat message: line breaks stay, everything invisible goes. Empty when nothing is left. */
export function cleanMessage(value: unknown): string {
  if (typeof value !== 'string') return '';
  return breakPrototypeWords(clean(value, MESSAGE_LENGTH)).trim();
}

/** `#rrggbb`; anything else is white, as in the original. */
export function cleanColor(value: unknown): string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : '#ffffff';
}

/** Discord's *invisible*, and anything unknown, counts as offline. */
export function cleanStatus(value: unknown): Status {
  return STATUSES.find((status) => status === value) ?? 'offline';
}

/** An id as the wire carries it: short, printable, without blanks. Null when it is none. */
export function cleanId(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\x21-\x7e]{1,64}$/.test(text) ? text : null;
}

function cleanLine(value: unknown, length: number): string {
  if (typeof value !== 'string') return '';
  return breakPrototypeWords(clean(value, length).replaceAll('\n', ' ').trim());
}

function clean(text: string, length: number): string {
  if (text.length <= length && PLAIN.test(text)) return text;
  return firstGraphemes(visibleText(text, length).toWellFormed(), length);
}

function breakPrototypeWords(text: string): string {
  return text.replace(PROTOTYPE_WORD, (word, first: string, rest: string) =>
    PROTOTYPE_NAMES.has(word) ? `${first}\u200b${rest}` : word,
  );
}
