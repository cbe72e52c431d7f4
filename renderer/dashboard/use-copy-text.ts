/** Copies a text and says so. */
import { useDashboard, useRun } from './dashboard-context.ts';

/** Answers whether it worked. What is announced is never the text itself, which may be a secret. */
export function useCopyText(): (text: string, announcement: string) => Promise<boolean> {
  const { api, announce } = useDashboard();
  const run = useRun();
  return async (text, announcement) => {
    if ((await run(api.copyText(text))) === null) return false;
    announce(announcement);
    return true;
  };
}
