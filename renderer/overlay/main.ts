/** The overlay page: reads its address, links to the server and shows what it hears. */
import { createRandom } from '../../shared/random.ts';
import { systemClock } from './clock.ts';
import { Stage } from './draw/stage.ts';
import { FrameRate } from './frame-rate.ts';
import { Loop } from './loop.ts';
import { createObsStudio } from './obs-studio.ts';
import { readParameters, readSocketHosts } from './parameters.ts';
import { Reporter } from './report.ts';
import { Show } from './show.ts';
import { Link } from './socket.ts';

const socketHosts = document.querySelector<HTMLMetaElement>('meta[name="socket-hosts"]');
const parameters = readParameters(location.href, readSocketHosts(socketHosts?.content));
const page = document.documentElement;
if (parameters.background !== null) page.style.backgroundColor = parameters.background;

const obs = createObsStudio(window);
let drawings = 0;
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
  draw(world) {
    drawings += 1;
    stage.draw(world);
  },
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
      reporter.joined();
      if (!parameters.still) return;
      reporter.stop();
      loop.freeze();
      link.stop();
    },
    presenceChanged: (presence) => show.presenceChanged(presence),
    messageSaid(message) {
      // Nobody wants to read, when the page is shown again, what was said behind its back.
      if (obs.isShown) show.messageSaid(message);
    },
  },
});

const frameRate = new FrameRate({ clock: systemClock, count: () => drawings });
const reporter = new Reporter({
  clock: systemClock,
  send: (frame) => link.send(frame),
  read: () => ({
    viewport: { width: innerWidth, height: innerHeight },
    density: devicePixelRatio,
    fps: frameRate.read(),
    visible: obs.visible,
    active: obs.active,
    obs: obs.pluginVersion,
  }),
});

function resize(): void {
  stage.resize(innerWidth, innerHeight, devicePixelRatio);
  loop.redraw();
  reporter.changed();
}

function showOrHide(): void {
  if (obs.isShown) loop.resume();
  else loop.pause();
}

function canvas(id: string): HTMLCanvasElement {
  const element = document.getElementById(id);
  if (element instanceof HTMLCanvasElement) return element;
  throw new Error(`The page has no canvas "${id}".`);
}

resize();
addEventListener('resize', resize);
obs.subscribe(() => {
  showOrHide();
  reporter.changed();
});
showOrHide();
reporter.start();
link.start();
