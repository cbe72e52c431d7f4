/** A mark that something was done, which goes by itself. */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds that "Copied" stays. */
const LIFETIME = 2_000;

/** Whether it was done a moment ago, and how to say that it was done now. */
export function useDone(): readonly [isDone: boolean, markDone: () => void] {
  const [times, setTimes] = useState(0);
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (times === 0) return;
    setIsDone(true);
    const timer = setTimeout(() => setIsDone(false), LIFETIME);
    return () => clearTimeout(timer);
  }, [times]);
  return [isDone, () => setTimes((count) => count + 1)];
}
