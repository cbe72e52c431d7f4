/** Who is in the guild, and what changed when the server says so again. Pure. */
import type { User, UserId } from '../../shared/protocol.ts';
import type { PresenceNews } from './server-frame.ts';
import type { MemberEvent } from './sim/events.ts';

export type Roster = ReadonlyMap<UserId, User>;

/** What turns the roster of before into these users; nobody is told of who stays the same. */
export function reconcile(before: Roster, users: readonly User[]): MemberEvent[] {
  const events: MemberEvent[] = [];
  const present = new Set(users.map(({ uid }) => uid));
  for (const uid of before.keys()) {
    if (!present.has(uid)) events.push({ type: 'member-left', uid });
  }
  for (const user of users) {
    const known = before.get(user.uid);
    if (!known) events.push({ type: 'member-arrived', user });
    else if (!isSame(known, user)) events.push({ type: 'member-changed', user });
  }
  return events;
}

/** Null when it changes nothing. A stranger without a name would be a ghost: not let in. */
export function presenceEvent(roster: Roster, presence: PresenceNews): MemberEvent | null {
  const { uid, status, isGone } = presence;
  const known = roster.get(uid);
  if (isGone) return known ? { type: 'member-left', uid } : null;
  const username = presence.username ?? known?.username;
  if (username === undefined) return null;
  const roleColor = presence.roleColor ?? known?.roleColor ?? '#ffffff';
  const user: User = { uid, username, status, roleColor };
  if (!known) return { type: 'member-arrived', user };
  return isSame(known, user) ? null : { type: 'member-changed', user };
}

/** Writes an event into a roster. */
export function record(roster: Map<UserId, User>, event: MemberEvent): void {
  if (event.type === 'member-left') roster.delete(event.uid);
  else roster.set(event.user.uid, event.user);
}

function isSame(one: User, other: User): boolean {
  return (
    one.username === other.username &&
    one.status === other.status &&
    one.roleColor === other.roleColor
  );
}
