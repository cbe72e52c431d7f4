/** Every bound of the relay in one place. What comes from there is as untrusted as chat. */

export const RELAY = {
  /** Bytes of one frame: a roster of some 30,000 members as the original writes it. */
  frameSize: 4 * 1024 * 1024,
  /** Guilds that are listed, and those of them that are followed, each on a socket of its own. */
  listed: 200,
  followed: 32,
  /** Members of a guild; those who are not offline come first. */
  members: 10_000,
  /** Milliseconds until the server is reached, until it sends its list, and until it lets us in. */
  patience: 15_000,
  /** Milliseconds between pings, and without any sign of life until a socket counts as dead. */
  pingEvery: 20_000,
  goneAfter: 40_000,
  /** Milliseconds that a server gets to answer a goodbye. */
  closeGrace: 1_000,
  /** Milliseconds: the longest pause between two attempts. */
  longestPause: 60_000,
  /** Joined for so many milliseconds, a link counts as stable. */
  stable: 10_000,
  /**
   * Milliseconds. The original never says that a guild came, that one was renamed, or that a member
   * has another name or colour: so often everything is asked for again, one guild at a time.
   */
  refreshEvery: 5 * 60_000,
  /** Milliseconds between opening two sockets, so that a small server is not overrun. */
  stagger: 50,
  /** Milliseconds: lists, and rosters nobody asked for, are taken over at most so often. */
  takeOverEvery: 1_000,
  /**
   * What all sockets together may send, at once and a second, in units of a frame and of `unitSize`
   * bytes. Beyond that nothing is read: only a server that floods gets there.
   */
  burst: 2_000,
  rate: 1_000,
  unitSize: 4096,
  /** Messages of a guild at once and a second; what is said beyond that is left out. */
  messageBurst: 100,
  messageRate: 50,
  /** Changes of a guild's members at once and a second; beyond that the last of each member counts. */
  changeBurst: 200,
  changeRate: 100,
  /** Milliseconds between two looks at the changes that wait. */
  drainEvery: 50,
  /** Milliseconds between two lines in the event log about the flood in a guild. */
  logEvery: 60_000,
  /** Lines in the event log about what is not shown, at once and a second. */
  logBurst: 100,
  logRate: 0.1,
  /** News of a guild that came before its roster and are kept. */
  early: 200,
  /** Servers one behind the other. */
  hops: 16,
} as const;
