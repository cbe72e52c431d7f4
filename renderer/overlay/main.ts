/** The overlay page: reads its address, links to the server and shows what it hears. */
import { createRandom } from '../../shared/random.ts';
import { systemClock } from './clock.ts';
import { Stage } from './draw/stage.ts';
import { Loop } from './loop.ts';
import { readParameters } from './parameters.ts';
import { Show } from './show.ts';
import { Link } from './socket.ts';

const parameters = readParameters(location.href);
const page = document.documentElement;
if (parameters.background !== null) page.style.backgroundColor = parameters.background;

const stage = new Stage({
  picture: canvas('picture'),
  words: canvas('words'),
  names: parameters.names,
  zoom: parameters.zoom,
});
const loop = new Loop({
  clock: systemClock,
  nextFrame(action) {
    const frame = requestAnimationFrame(action);
    return () => cancelAnimationFrame(frame);
  },
  draw: (world) => stage.draw(world),
});
const show = new Show({
  seed: parameters.seed,
  max: parameters.max,
  onWorld: (world) => loop.load(world),
  onEvents: (events) => loop.tell(events),
  onRoster(guildId, members) {
    page.dataset['members'] = String(members);
    if (guildId === null) delete page.dataset['guild'];
    else page.dataset['guild'] = guildId;
  },
});
const link = new Link({
  url: parameters.socketUrl,
  server: parameters.server,
  WebSocket,
  clock: systemClock,
  // Only the pause between two attempts depends on it.
  random: createRandom(Date.now()),
  listener: {
    stateChanged(state) {
      page.dataset['link'] = state;
    },
    joined(guildId, users) {
      show.joined(guildId, users);
      if (!parameters.still) return;
      loop.freeze();
      link.stop();
    },
    presenceChanged: (presence) => show.presenceChanged(presence),
    messageSaid(message) {
      // Nobody wants to read, when the page is shown again, what was said behind its back.
      if (!document.hidden) show.messageSaid(message);
    },
  },
});

function resize(): void {
  stage.resize(innerWidth, innerHeight, devicePixelRatio);
  loop.redraw();
}

function canvas(id: string): HTMLCanvasElement {
  const element = document.getElementById(id);
  if (element instanceof HTMLCanvasElement) return element;
  throw new Error(`The page has no canvas "${id}".`);
}

resize();
addEventListener('resize', resize);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) loop.pause();
  else loop.resume();
});
if (document.hidden) loop.pause();
link.start();
