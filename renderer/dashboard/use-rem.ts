/** The root font size: rows that are counted in pixels grow with it on large screens. */
import { useEffect, useState } from 'preact/hooks';

/** Pixels in one rem. */
export function useRem(): number {
  const [rem, setRem] = useState(rootFontSize);
  useEffect(() => {
    const update = (): void => setRem(rootFontSize());
    addEventListener('resize', update);
    return () => removeEventListener('resize', update);
  }, []);
  return rem;
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
