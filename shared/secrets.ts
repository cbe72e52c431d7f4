/** The secrets that the program keeps for the streamer, by name. Their values are never part of the state. */

export const SECRET_NAMES = ['bot.token', 'obs.password', 'access.keys'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Those that the window may set; it reads none. `access.keys` is the app's own: view keys by id, as JSON. */
export const SETTABLE_SECRETS = [
  'bot.token',
  'obs.password',
] as const satisfies readonly SecretName[];

/** Characters. */
export const LONGEST_SECRET = 4096;

/** The environment variable that may give it: `bot.token` is `D_BACK_BOT_TOKEN`. */
export function secretVariable(name: SecretName): string {
  return `D_BACK_${name.replace('.', '_').toUpperCase()}`;
}
