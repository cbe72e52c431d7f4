/** A list of user ids as people write one: a line for each, or commas, or blanks between them. */

export function readUserIds(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))];
}

/** The first word that is no id, or null. */
export function firstNoUserId(text: string): string | null {
  return readUserIds(text).find((word) => !/^\d{17,20}$/.test(word)) ?? null;
}
