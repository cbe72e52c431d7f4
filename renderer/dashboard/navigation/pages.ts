/** The pages of the window, in order. */
import type { IconName } from '../icon.tsx';

export const PAGES = ['stage', 'community'] as const;
export type Page = (typeof PAGES)[number];

export const PAGE_ICONS: Readonly<Record<Page, IconName>> = {
  stage: 'preview',
  community: 'people',
};
