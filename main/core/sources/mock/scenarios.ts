/** What happens in each scenario, as steps of a clock that only counts: repeatable from a seed. */
import type { Scenario } from '../../../../shared/settings/mock.ts';
import { inventMembers, type MockGuild, type MockMember } from './guilds.ts';
import type { Stage } from './stage.ts';

export interface Script {
  /** Milliseconds between two steps. */
  readonly stepTime: number;
  /** Who is there at the beginning. */
  readonly cast: (guild: MockGuild) => readonly MockMember[];
  /** Steps are counted from 1. */
  readonly play: (stage: Stage, step: number) => void;
}

/** The original's rhythm: a presence every 4 s, a message every 5 s. */
const calm: Script = {
  stepTime: 1_000,
  cast: ({ members }) => members,
  play(stage, step) {
    if (step % 4 === 0) stage.changeStatus();
    if (step % 5 === 0) stage.say();
  },
};

const BUSY_MEMBERS = inventMembers('555', 40);

/** Forty members, three channels, somebody always coming or going. */
const busy: Script = {
  stepTime: 200,
  cast: (guild) => (guild.default ? BUSY_MEMBERS : guild.members),
  play(stage, step) {
    if (!stage.guild.default) {
      if (step % 5 === 0) calm.play(stage, step / 5);
      return;
    }
    if (step % 2 === 0 && stage.oneIn(2)) stage.say(2);
    if (step % 5 === 0) stage.changeStatus();
    if (step % 30 === 0) comeOrGo(stage, step / 30 - 1);
  },
};

/** Each in turn goes away, and is back at the next turn. */
function comeOrGo(stage: Stage, turn: number): void {
  const member = BUSY_MEMBERS[Math.floor(turn / 2) % BUSY_MEMBERS.length];
  if (!member) return;
  if (turn % 2 === 0) stage.leave(member.uid);
  else stage.arrive(member);
}

const RAIDERS: readonly MockMember[] = inventMembers('666', 200).map((member) => ({
  ...member,
  status: 'online',
}));
/** In steps: two hundred come within 20 s, stay for 10 s, then all but thirty go. */
const RAID = { arrivals: 200, departFrom: 300, stay: 30 };

const raid: Script = {
  stepTime: 100,
  cast: ({ members }) => members,
  play(stage, step) {
    if (!stage.guild.default) {
      if (step % 10 === 0) calm.play(stage, step / 10);
      return;
    }
    const arriving = step <= RAID.arrivals ? RAIDERS[step - 1] : undefined;
    if (arriving) stage.arrive(arriving);
    const leaving = RAIDERS[step - RAID.departFrom + RAID.stay];
    if (step >= RAID.departFrom && leaving) stage.leave(leaving.uid);
    const isCrowded = step < RAID.departFrom + RAID.arrivals;
    if (step % (isCrowded ? 6 : 50) === 0) stage.say();
    if (step % 40 === 0) stage.changeStatus();
  },
};

const quiet: Script = {
  stepTime: 60_000,
  cast: ({ members }) => members,
  play: () => undefined,
};

export const SCRIPTS: Readonly<Record<Scenario, Script>> = { calm, busy, raid, quiet };
