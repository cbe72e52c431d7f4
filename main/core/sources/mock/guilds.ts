/** The invented communities: the original's four guilds, with members of our own. */
import type { Status } from '../../../../shared/protocol.ts';
import type { GuildReport } from '../source.ts';

/** The channel in which the original's mock members talk. */
export const MAIN_CHANNEL = '527964146659229701';

export interface MockMember {
  readonly uid: string;
  readonly username: string;
  readonly status: Status;
  readonly roleColor: string;
}

export interface MockGuild extends GuildReport {
  readonly members: readonly MockMember[];
}

const COLORS = [
  '#e8574f',
  '#f2a541',
  '#f7d154',
  '#7bc950',
  '#2fb8a0',
  '#4d9de0',
  '#8a6fdf',
  '#d96cc0',
  '#f3f0e7',
  '#3b3a4a',
] as const;

const STATUS_MIX: readonly Status[] = ['online', 'idle', 'online', 'dnd', 'online', 'offline'];

const NAMES = [
  'Moss',
  'Pixel Pat',
  'Tangerine',
  'Bo',
  'Captain Clover',
  'Zuzanna',
  'Fern',
  'Otto',
  'Mirabelle',
  'ドット',
  'Kiki',
  'Sir Hops',
  'Wren',
  'Lumen',
  'Pebble',
  'Ádám',
  'Biscuit',
  'Juniper',
  'Nova',
  'Tofu',
  'Salt',
  'Pepper',
  'Marlow',
  'Ying',
  'Dotty',
  'Gus',
  'Ольга',
  'Plum',
  'Rook',
  'Sunny',
  'Tilda',
  'Umi',
  'Vex',
  'Willow',
  'Yuki',
  'Zephyr',
  'Acorn',
  'Bramble',
  'Cosmo',
  'Dune',
] as const;

/** Invented people, the same for the same place; ids look like snowflakes. */
export function inventMembers(prefix: string, count: number): MockMember[] {
  return Array.from({ length: count }, (_, index) => ({
    uid: `${prefix}${String(index + 1).padStart(15, '0')}`,
    username: nameNumber(index),
    status: STATUS_MIX[index % STATUS_MIX.length] ?? 'online',
    roleColor: COLORS[(index * 7) % COLORS.length] ?? '#ffffff',
  }));
}

function nameNumber(index: number): string {
  const name = NAMES[index % NAMES.length] ?? 'Moss';
  const round = Math.floor(index / NAMES.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

export const MOCK_GUILDS: readonly MockGuild[] = [
  {
    guildId: '232769614004748288',
    id: 'dworld',
    name: 'D-World',
    default: true,
    members: inventMembers('111', 4),
  },
  {
    guildId: '482241773318701056',
    id: 'docs',
    name: 'Reading Room',
    members: inventMembers('222', 1),
  },
  {
    guildId: '123456789012345678',
    id: 'oauth',
    name: 'Members Only',
    passworded: true,
    members: inventMembers('333', 1),
  },
  {
    guildId: '987654321098765432',
    id: 'repos',
    name: 'Workshop',
    members: inventMembers('444', 21),
  },
];
