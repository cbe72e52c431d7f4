/** Settings of the script that a user's own callbacks live in. */
import { isNullOr, isStringUpTo } from '../guards.ts';
import { rule } from './rule.ts';

export const scriptRules = {
  'script.file': rule<string | null>({
    default: null,
    accepts: isNullOr(isStringUpTo(4096)),
    shape: 'a file ending in .js, .mjs or .ts, or null',
    effect: 'The script that tells who is in the community. It runs in a process of its own.',
  }),
};
