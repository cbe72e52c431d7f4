/** Notices that the npm that started us has gone without telling us, as it does when it is killed. */
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const INTERVAL = 500;

/** @param {() => void} onGone */
export function watchNpm(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const before = lineage();
  setInterval(() => lineage() !== before && onGone(), INTERVAL).unref();
}

/** Our parent; and its parent too when npm's shell (`sh -c …`) stands between npm and us. */
function lineage() {
  const parent = process.ppid;
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0')[1] === '-c';
    // `man 5 proc`: pid (name) state ppid …, and the name may contain anything.
    const status = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const [, grandparent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return isShell ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
