/** What the HUD may ask of the page: it knows nothing else of it. */
import type { GuildId, ServerEntry, User, UserId } from '../../../shared/protocol.ts';

/** CSS pixels of the page. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HudHost {
  readonly servers: ReadonlyMap<GuildId, ServerEntry>;
  /** The guild that is shown; null when there is none yet. */
  readonly guildId: GuildId | null;
  /** Everybody in the guild. */
  readonly members: ReadonlyMap<UserId, User>;
  /** Shows another guild, without a reload. */
  join(guildId: GuildId): void;
  /** Who is seen at a point of the page. */
  memberAt(x: number, y: number): User | null;
  /** Where a member is on the page; null for who is not on the island. */
  areaOf(uid: UserId): Area | null;
  /** Shows a member's name tag, and no other. */
  hover(uid: UserId | null): void;
  centreOn(uid: UserId): void;
  panBy(right: number, down: number): void;
  /** Steps nearer, or farther below 0, around a point of the page. */
  zoomBy(steps: number, x: number, y: number): void;
  resetView(): void;
}

/** What the page tells the HUD. */
export interface Hud {
  /** After each picture: creatures may have moved. */
  pictureDrawn(): void;
  /** The servers, or which of them is shown, may have changed. */
  serversChanged(): void;
}
