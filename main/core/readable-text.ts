/** Turns Discord's markup for mentions and custom emoji into words people can read. */
import type { UserId } from '../../shared/protocol.ts';

/** https://discord.com/developers/docs/reference#message-formatting */
const MARKUP = /<(?:@!?(\d{1,20})|@&(\d{1,20})|#(\d{1,20})|a?:(\w{1,32}):\d{1,20})>/g;

/** `nameOf` answers with the display name of a member, or undefined when it is not known. */
export function readableText(text: string, nameOf: (uid: UserId) => string | undefined): string {
  if (!text.includes('<')) return text;
  return text.replace(
    MARKUP,
    (_whole, user?: string, role?: string, channel?: string, emoji?: string) => {
      if (user) return `@${nameOf(user) ?? 'someone'}`;
      if (role) return '@role';
      if (channel) return '#channel';
      return `:${emoji}:`;
    },
  );
}
