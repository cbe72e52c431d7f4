/** Pages of Discord's own site: the only ones that the window may open in the browser. */
import { type Guard, isString } from './guards.ts';

/** Where the streamer's own applications are. */
export const DISCORD_PORTAL = 'https://discord.com/developers/applications';

/** The slash ends the host: neither a longer name nor a user name can follow. */
export const isDiscordUrl: Guard<string> = (value): value is string =>
  isString(value) && value.length <= 500 && /^https:\/\/discord\.com\/[\w\-./?=&%+~]*$/.test(value);
