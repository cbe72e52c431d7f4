/** The secrets that the program keeps for the streamer, by name. Their values are never part of the state. */

export const SECRET_NAMES = ['bot.token'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Characters. */
export const LONGEST_SECRET = 4096;

/** The environment variable that may give it: `bot.token` is `D_BACK_BOT_TOKEN`. */
export function secretVariable(name: SecretName): string {
  return `D_BACK_${name.replace('.', '_').toUpperCase()}`;
}
