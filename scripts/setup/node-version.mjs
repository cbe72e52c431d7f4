/** Is this Node new enough to build and test the app? */
import { Problem, USER_MUST_ACT } from './problem.mjs';

/** The first version that can `require` an ES module, which our build tools do. */
const NEEDED = { major: 20, minor: 19 };

export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return;
  const needed = `${NEEDED.major}.${NEEDED.minor}`;
  throw new Problem(`Node ${needed} or newer is needed; this is ${version}.`, USER_MUST_ACT);
}
