/** The secrets that the program keeps for the streamer, by name. Their values are never part of the state. */

export const SECRET_NAMES = ['bot.token'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Characters. */
export const LONGEST_SECRET = 4096;
