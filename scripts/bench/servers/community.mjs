/** What both contenders publish: one guild, its members, and chat frames of a given size. */

export const GUILD = { guildId: '100000000000000001', id: 'bench', name: 'Bench', default: true };
export const CHANNEL = '100000000000000002';
export const SPEAKER = '200000000000000000';

/** Bytes of a chat frame's JSON. */
export const MESSAGE_SIZE = 300;

const STATUSES = ['online', 'idle', 'dnd', 'offline'];

/** @param {number} count */
export function members(count) {
  return Array.from({ length: count }, (_, index) => ({
    uid: String(BigInt(SPEAKER) + BigInt(index)),
    username: `Member number ${index}`,
    status: STATUSES[index % STATUSES.length] ?? 'online',
    roleColor: `#${(index * 7919).toString(16).padStart(6, '0').slice(-6)}`,
  }));
}

/** @param {string} message */
export function chatJson(message) {
  return JSON.stringify({
    type: 'message',
    server: GUILD.guildId,
    data: { uid: SPEAKER, message, channel: CHANNEL },
  });
}

/** Bytes of text that make a frame of `MESSAGE_SIZE`. */
export const TEXT_LENGTH = MESSAGE_SIZE - chatJson('').length;
