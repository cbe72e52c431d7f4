/** The real core with the real pages and a community that never rests, until it is told to. */
import { answer, tell } from '../kit/answers.mjs';
import { GUILD, members } from './community.mjs';
import { startCore } from './core.mjs';

/** Milliseconds from message to message: five a second. */
const PACE = 200;
/** Who talks, and where: in a crowd, it is always the same few. */
const REGULARS = 40;
const CHANNELS = ['300000000000000001', '300000000000000002', '300000000000000003'];
const TEXTS = [
  'hi!',
  'good evening everybody, how was your day?',
  'did you see that jump? I have been trying to land it for weeks and never came close',
  '🎉🎉',
  'brb, getting some tea',
  'これは本当にすごいですね、初めて見ました',
  'lol',
  'what is the name of the song that was on before this one?',
];

const { BENCH_MEMBERS, BENCH_PAGES = '', BENCH_ORIGINS = '' } = process.env;
const community = members(Number(BENCH_MEMBERS));

/** @type {import('../../../main/core/sources/source.ts').SourceSink | null} */
let sink = null;
/** @type {NodeJS.Timeout | undefined} */
let chat;
let said = 0;

/** @type {import('../../../main/core/sources/source.ts').Source} */
const source = {
  kind: 'script',
  async start(target) {
    sink = target;
    target.servers([GUILD]);
    everybody('online');
    target.status({ condition: 'live' });
    chat = setInterval(talk, PACE);
  },
};

/** @param {string} status */
function everybody(status) {
  sink?.users(
    GUILD.guildId,
    community.map((member) => ({ ...member, status })),
  );
}

/** Channels and texts take turns, and so do those who talk. */
function talk() {
  const { uid = '' } = community[(said * 7) % Math.min(REGULARS, community.length)] ?? {};
  const channel = CHANNELS[said % CHANNELS.length] ?? '';
  const message = TEXTS[said % TEXTS.length] ?? '';
  said += 1;
  sink?.message(GUILD.guildId, { uid, message, channel });
}

const options = { pagesDir: BENCH_PAGES, allowedOrigins: BENCH_ORIGINS.split(' ').filter(Boolean) };
void startCore(source, options).then((port) => {
  answer({
    /** Nobody moves and nobody speaks from now on. */
    rest() {
      clearInterval(chat);
      everybody('dnd');
    },
  });
  tell({ ready: port });
});
