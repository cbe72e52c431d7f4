/** The little of Discord's HTTP API that logins need (https://discord.com/developers/docs/topics/oauth2). */
import { isRecord } from '../../../shared/guards.ts';
import type { UserId } from '../../../shared/protocol.ts';

export const DISCORD_API = 'https://discord.com/api/v10';

/** Milliseconds for an answer. */
const PATIENCE = 5_000;

/** What a token is good for, as Discord says. */
export interface Authorization {
  readonly applicationId: string;
  readonly userId: UserId;
  readonly username: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface DiscordApi {
  /** Null when Discord does not know the token. Rejects when it does not say: an outage, a limit. */
  authorizationOf(token: string): Promise<Authorization | null>;
}

export function createDiscordApi(base: string = DISCORD_API): DiscordApi {
  return {
    async authorizationOf(token) {
      const response = await fetch(`${base}/oauth2/@me`, {
        headers: { Authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.status === 401 || response.status === 403) return null;
      if (!response.ok) throw new Error(`Discord answered ${response.status}.`);
      return readAuthorization(await response.json());
    },
  };
}

/** Without the scope `identify` there is no user, and nobody was identified. */
function readAuthorization(body: unknown): Authorization | null {
  if (!isRecord(body)) return null;
  const { application, user, expires } = body;
  if (!isRecord(application) || !isRecord(user)) return null;
  const expiresAt = Date.parse(String(expires));
  const { id: applicationId } = application;
  const { id: userId, username } = user;
  if (typeof applicationId !== 'string' || typeof userId !== 'string') return null;
  if (Number.isNaN(expiresAt)) return null;
  return { applicationId, userId, username: String(username ?? ''), expiresAt };
}
