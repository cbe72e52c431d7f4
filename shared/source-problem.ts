/** What keeps a source from its work; the words for each are in the catalogue. */

export const PROBLEM_CODES = [
  /** Something nobody thought of; the detail is the error's message. */
  'unexpected',
  'relay-no-address',
  /** `ws:` to another computer. */
  'relay-insecure',
  'relay-unreachable',
  'relay-certificate',
  'relay-redirect',
  /** Something answers, and it is no d-back. */
  'relay-not-d-back',
  'relay-silent',
  'relay-closed',
  /** It sends more in one piece than we take. */
  'relay-too-big',
  /** It sends news of another guild than the one that was asked for. */
  'relay-mixed-up',
  /** The address leads back to this very program, directly or through others. */
  'relay-loop',
  /** Nothing there is open to everybody, or there is nothing at all. */
  'relay-no-guild',
  'script-no-file',
  'script-missing',
  'script-broken',
  'script-crashed',
  'script-hung',
  'script-flood',
  'bot-no-token',
  'bot-bad-token',
  /** Close code 4014: not switched on in Discord's developer portal. */
  'bot-intents',
  'bot-unreachable',
  'bot-no-guild',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface SourceProblem {
  readonly code: ProblemCode;
  /** A host, a file, an error's first line: shown as text. Never a secret. */
  readonly detail: string;
}
