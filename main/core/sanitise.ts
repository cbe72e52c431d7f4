/** The one sanitiser: every text from outside passes here once, before it is kept or sent. */
import { STATUSES, type Status } from '../../shared/protocol.ts';

/** Graphemes. Discord allows 32 in a name, 100 in a guild's name, 4,000 in a message. */
const NAME_LENGTH = 32;
const GUILD_NAME_LENGTH = 100;
const MESSAGE_LENGTH = 2000;

const PLAIN = /^[\x20-\x7e]*$/;
/** Controls but the line break, bidirectional overrides and isolates, invisible fillers. */
const INVISIBLE =
  /[^\P{Cc}\n]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** d-zone looks words up on an object prototype and stops at a hit (see docs/protocol.md). */
const PROTOTYPE_WORD = new RegExp(
  `(?<![\\w$])([\\w$])(${Object.getOwnPropertyNames(Object.prototype)
    .map((name) => name.slice(1))
    .join('|')})(?![\\w$])`,
  'g',
);
const PROTOTYPE_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Made when a text is too long for the first time: it takes as long as opening the server does. */
let graphemes: Intl.Segmenter | undefined;

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
  // A grapheme of more than 16 code units is an attack, not a letter: cut before segmenting.
  const visible = text
    .slice(0, length * 16)
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1');
  return firstGraphemes(visible.toWellFormed(), length);
}

function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let seen = 0;
  for (const { index } of graphemes.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}

function breakPrototypeWords(text: string): string {
  return text.replace(PROTOTYPE_WORD, (word, first: string, rest: string) =>
    PROTOTYPE_NAMES.has(word) ? `${first}\u200b${rest}` : word,
  );
}
