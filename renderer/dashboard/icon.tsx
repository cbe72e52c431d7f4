/** Line icons on a grid of 16, in the colour of the text around them; never the only label. */

const PATHS = {
  browser:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c4 4 4 9 0 13-4-4-4-9 0-13z',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  external: 'M6.5 3h-4v10.5H13v-4M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  newest: 'M8 3v9.5M4 8.5l4 4 4-4',
  obs: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  other: 'm2.5 4.5 3.5 3.5-3.5 3.5M8 12h5.5',
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-5 9-5 9 0M10.5 2.8a2.5 2.5 0 0 1 0 4.4M12 9.6c1.6.5 2.5 1.8 2.5 3.9',
  pause: 'M5.5 3.5v9m5-9v9',
  preview: 'M1.5 3h13v8.5h-13zM5.5 14h5',
  resume: 'M4.5 3v10l8-5z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3.5 3.5',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.9v.2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
