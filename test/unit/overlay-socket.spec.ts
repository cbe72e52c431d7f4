/** The overlay's link: joining, following, falling back, and coming back. */
import { expect, test } from '@playwright/test';
import { Link, type LinkListener, type LinkSocket } from '../../renderer/overlay/socket.ts';
import { type ClientReportFrame, ERROR_TEXT } from '../../shared/protocol.ts';
import { createRandom } from '../../shared/random.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

type Listener = (event: { readonly data: unknown }) => void;

class FakeSocket implements LinkSocket {
  readonly url: string;
  readonly sent: unknown[] = [];
  isClosed = false;
  readyState = 1;
  readonly #listeners: Record<'message' | 'close', Listener[]> = { message: [], close: [] };

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: 'message' | 'close', listener: Listener | (() => void)): void {
    this.#listeners[type].push(listener);
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.isClosed = true;
  }

  /** The server sends this. */
  says(data: unknown): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    for (const listener of this.#listeners.message) listener({ data: text });
  }

  breaks(): void {
    for (const listener of this.#listeners.close) listener({ data: null });
  }
}

const LIST = {
  type: 'server-list',
  data: {
    100: { id: 'first', name: 'First', default: false, passworded: false },
    200: { id: 'second', name: 'Second', default: true, passworded: false },
  },
};
const USERS = { 1: { uid: '1', username: 'Moss', status: 'online', roleColor: '#ff0000' } };
const join = (server: string): object => ({
  type: 'server-join',
  data: { users: USERS, request: { server }, serverName: 'x' },
});
const error = (message: string): object => ({ type: 'error', data: { message } });
const connect = (server: string | null): object => ({ type: 'connect', data: { server } });

function setUp(server: string | null = null) {
  const clock = new FakeClock();
  const sockets: FakeSocket[] = [];
  const told: unknown[][] = [];
  const listener: LinkListener = {
    stateChanged: (state) => told.push(['state', state]),
    serversChanged: () => told.push(['servers']),
    joined: (guildId, users) => told.push(['joined', guildId, users.length]),
    presenceChanged: ({ uid, status }) => told.push(['presence', uid, status]),
    messageSaid: ({ uid, text, channel }) => told.push(['message', uid, text, channel]),
  };
  class Socket extends FakeSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const link = new Link({
    url: 'ws://127.0.0.1:3000/',
    server,
    key: null,
    WebSocket: Socket,
    clock,
    random: createRandom(1),
    listener,
  });
  link.start();
  const socket = (): FakeSocket => {
    const last = sockets.at(-1);
    if (!last) throw new Error('There is no socket.');
    return last;
  };
  const goLive = (): void => {
    socket().says(LIST);
    socket().says(join('default'));
  };
  return { clock, sockets, told, link, socket, goLive };
}

test('asks for its server once it knows that there is one, and joins', () => {
  const { socket, told } = setUp('first');
  expect(socket().url).toBe('ws://127.0.0.1:3000/');
  expect(socket().sent).toEqual([]);
  socket().says(LIST);
  expect(socket().sent).toEqual([connect('first')]);
  socket().says(join('first'));
  expect(told).toEqual([
    ['state', 'connecting'],
    ['servers'],
    ['state', 'live'],
    ['joined', '100', 1],
  ]);
});

test('changes to another server at once, and asks for that one again after a lost link', () => {
  const { clock, link, socket, goLive } = setUp('first');
  goLive();
  link.join('200');
  expect(socket().sent.at(-1)).toEqual(connect('200'));
  socket().says(join('200'));
  const before = socket();
  before.breaks();
  clock.advance(2_000);
  expect(socket()).not.toBe(before);
  socket().says(LIST);
  expect(socket().sent).toEqual([connect('200')]);
});

test('without a wish it asks for null and knows the default guild', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  expect(socket().sent).toEqual([connect(null)]);
  expect(told.at(-1)).toEqual(['joined', '200', 1]);
});

test('passes on what happens in its guild, and nothing else', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  told.length = 0;
  for (const server of ['200', '100']) {
    socket().says({ type: 'presence', server, data: { uid: '1', status: 'dnd' } });
    socket().says({ type: 'message', server, data: { uid: '1', message: 'hi', channel: 'c' } });
  }
  expect(told).toEqual([
    ['presence', '1', 'dnd'],
    ['message', '1', 'hi', 'c'],
  ]);
});

test('a new list while joined changes nothing; the server moves it with a join', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  told.length = 0;
  socket().says(LIST);
  socket().says(join('first'));
  expect(socket().sent).toHaveLength(1);
  expect(told).toEqual([['servers'], ['joined', '100', 1]]);
});

test('a server that does not exist gives way to the default one, once', () => {
  const { socket, told, clock } = setUp('gone');
  socket().says(LIST);
  socket().says(error(ERROR_TEXT.unknownServer));
  expect(socket().sent).toEqual([connect('gone'), connect(null)]);
  socket().says(error(ERROR_TEXT.unknownServer));
  expect(socket().sent).toHaveLength(2);
  expect(told.at(-1)).toEqual(['state', 'waiting']);
  // A new list is a new chance, for the wish too.
  socket().says(LIST);
  expect(socket().sent.at(-1)).toEqual(connect('gone'));
  socket().says(join('gone'));
  expect(told.at(-2)).toEqual(['state', 'live']);
  expect(told.at(-1)).toEqual(['joined', null, 1]);
  clock.advance(0);
});

test('a refused switch changes nothing, now or after a lost link', () => {
  for (const text of [ERROR_TEXT.loginRequired, ERROR_TEXT.unknownServer]) {
    const { clock, link, socket, goLive, told } = setUp('first');
    goLive();
    told.length = 0;
    link.join('300');
    socket().says({ type: 'presence', server: '200', data: { uid: '1', status: 'dnd' } });
    socket().says(error(text));
    // Whoever shows which guild was chosen looks again.
    expect(told).toEqual([['presence', '1', 'dnd'], ['servers']]);
    socket().says({ type: 'presence', server: '200', data: { uid: '1', status: 'idle' } });
    expect(told.at(-1)).toEqual(['presence', '1', 'idle']);
    socket().breaks();
    clock.advance(2_000);
    socket().says(LIST);
    expect(socket().sent).toEqual([connect('first')]);
  }
});

test('who is turned out of a guild that has become a protected one waits', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  socket().says(error(ERROR_TEXT.loginRequired));
  expect(told.at(-1)).toEqual(['state', 'waiting']);
  socket().says(LIST);
  expect(socket().sent.at(-1)).toEqual(connect(null));
});

test('a guild that wants a login is not replaced by another', () => {
  const { socket, told } = setUp('first');
  socket().says(LIST);
  socket().says(error(ERROR_TEXT.loginRequired));
  expect(socket().sent).toEqual([connect('first')]);
  expect(told.at(-1)).toEqual(['state', 'waiting']);
});

test('an error that answers nothing disturbs nothing', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  told.length = 0;
  socket().says(error(ERROR_TEXT.unknownServer));
  socket().says(error(ERROR_TEXT.unknownType));
  socket().says(error('whatever'));
  expect(told).toEqual([]);
});

const REPORT: ClientReportFrame = {
  type: 'client-report',
  data: {
    viewport: { width: 1920, height: 1080 },
    density: 1,
    fps: 60,
    visible: true,
    active: null,
    obs: null,
  },
};

test('sends a frame of the page while the socket is open, and drops it otherwise', () => {
  const { socket, goLive, link, clock } = setUp();
  goLive();
  link.send(REPORT);
  expect(socket().sent.slice(1)).toEqual([REPORT]);
  for (const readyState of [0, 2, 3]) {
    socket().readyState = readyState;
    link.send(REPORT);
  }
  expect(socket().sent).toHaveLength(2);
  const last = socket();
  last.readyState = 1;
  last.breaks();
  expect(() => link.send(REPORT)).not.toThrow();
  expect(last.sent).toHaveLength(2);
  clock.advance(1000);
  goLive();
  link.send(REPORT);
  expect(socket()).not.toBe(last);
  expect(socket().sent.at(-1)).toEqual(REPORT);
  link.stop();
  expect(() => link.send(REPORT)).not.toThrow();
});

test('a server that knows no reports says so, and neither a join nor a live link minds', () => {
  const { socket, told, link, clock } = setUp('first');
  socket().says(LIST);
  link.send(REPORT);
  socket().says(error(ERROR_TEXT.unknownType));
  expect(socket().sent).toEqual([connect('first'), REPORT]);
  socket().says(join('first'));
  expect(told.at(-1)).toEqual(['joined', '100', 1]);
  told.length = 0;
  link.send(REPORT);
  socket().says(error(ERROR_TEXT.unknownType));
  expect(told).toEqual([]);
  expect(socket().isClosed).toBe(false);
  clock.advance(15_000);
  expect(socket().sent.slice(2)).toEqual([REPORT]);
});

test('bad frames are ignored', () => {
  const { socket, goLive, told } = setUp();
  goLive();
  told.length = 0;
  for (const frame of ['', '{', 'null', '[1]', '{"type":"server-join"}', '{"type":"presence"}']) {
    expect(() => socket().says(frame)).not.toThrow();
  }
  expect(told).toEqual([]);
});

test('a closed socket is opened again, later each time, for ever', () => {
  const { clock, sockets, socket, told } = setUp();
  const delays: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const before = sockets.length;
    const brokenAt = clock.now();
    socket().breaks();
    expect(told.at(-1)).toEqual(['state', 'waiting']);
    while (sockets.length === before) clock.advance(10);
    delays.push(clock.now() - brokenAt);
  }
  expect(delays[0]).toBeGreaterThanOrEqual(500);
  expect(delays[0]).toBeLessThanOrEqual(1_010);
  expect(Math.max(...delays)).toBeLessThanOrEqual(15_010);
  expect(delays.at(-1)).toBeGreaterThanOrEqual(7_500);
});

test('after a stable link the first attempt comes soon again; after a flicker it does not', () => {
  const { clock, sockets, socket, goLive } = setUp();
  const delayAfter = (lifetime: number): number => {
    goLive();
    clock.advance(lifetime);
    const before = sockets.length;
    const brokenAt = clock.now();
    socket().breaks();
    while (sockets.length === before) clock.advance(10);
    return clock.now() - brokenAt;
  };
  for (let round = 0; round < 5; round += 1) delayAfter(100);
  expect(delayAfter(100)).toBeGreaterThan(5_000);
  expect(delayAfter(15_000)).toBeLessThanOrEqual(1_010);
});

test('a healthy link is never disturbed, however quiet its guild', () => {
  const { clock, sockets, socket, goLive, told } = setUp();
  goLive();
  told.length = 0;
  for (let seconds = 0; seconds < 600; seconds += 1) {
    const asked = socket().sent.length;
    clock.advance(1000);
    if (socket().sent.length > asked) socket().says(error(ERROR_TEXT.unknownType));
  }
  expect(sockets).toHaveLength(1);
  expect(told).toEqual([]);
  expect(socket().sent.slice(1)).toContainEqual({ type: 'ping' });
  expect(
    socket()
      .sent.slice(1)
      .every((frame) => JSON.stringify(frame).includes('ping')),
  ).toBe(true);
});

test('a busy link is not even asked', () => {
  const { clock, socket, goLive } = setUp();
  goLive();
  for (let seconds = 0; seconds < 120; seconds += 5) {
    clock.advance(5000);
    socket().says({ type: 'message', server: '200', data: { uid: '1', message: 'x' } });
  }
  expect(socket().sent).toHaveLength(1);
});

test('a half-open socket is noticed within 45 seconds and heard no more', () => {
  const { clock, sockets, socket, goLive, told } = setUp();
  goLive();
  clock.advance(3000);
  const dead = socket();
  clock.advance(45_000);
  expect(dead.isClosed).toBe(true);
  expect(sockets.length).toBeGreaterThan(1);
  told.length = 0;
  dead.says(join('first'));
  dead.breaks();
  expect(told).toEqual([]);
});

test('a socket that opens to silence is given up too', () => {
  const { clock, sockets } = setUp();
  clock.advance(12_000);
  expect(sockets.length).toBeGreaterThan(1);
  expect(sockets[0]?.isClosed).toBe(true);
});

test('a constructor that throws is a failed attempt', () => {
  const clock = new FakeClock();
  let attempts = 0;
  class Refusing extends FakeSocket {
    constructor(url: string) {
      super(url);
      attempts += 1;
      throw new Error('no');
    }
  }
  const listener: LinkListener = {
    stateChanged: () => undefined,
    serversChanged: () => undefined,
    joined: () => undefined,
    presenceChanged: () => undefined,
    messageSaid: () => undefined,
  };
  const random = createRandom(1);
  const link = new Link({
    url: 'ws://x/',
    server: null,
    key: null,
    WebSocket: Refusing,
    clock,
    random,
    listener,
  });
  link.start();
  clock.advance(60_000);
  expect(attempts).toBeGreaterThan(4);
});

test('stopped, it closes its socket and tries no more', () => {
  const { clock, sockets, link, goLive } = setUp();
  goLive();
  link.stop();
  clock.advance(120_000);
  expect(sockets).toHaveLength(1);
  expect(sockets[0]?.isClosed).toBe(true);
  expect(clock.pending).toBe(0);
});
