/** What can be done with the island, and which keys do it. */
import { button, element } from './element.ts';

const LINES: readonly (readonly [string, string])[] = [
  ['Drag, or arrow keys', 'look around'],
  ['Wheel, pinch, + and −', 'nearer and farther'],
  ['0', 'the whole island'],
  ['Click a creature', 'see who it is'],
  ['/', 'find a member'],
  ['?', 'this help'],
  ['Esc', 'close'],
];

export interface Help {
  readonly root: HTMLElement;
  toggle(): void;
  close(): void;
}

export function createHelp(): Help {
  const root = element('section', {
    class: 'hud-panel hud-help',
    role: 'dialog',
    'aria-label': 'Help',
    tabindex: '-1',
  });
  const close = (): void => {
    root.hidden = true;
  };
  const list = element('dl');
  for (const [keys, effect] of LINES) {
    list.append(element('dt', {}, keys), element('dd', {}, effect));
  }
  root.append(
    element('header', {}, element('h2', {}, 'The island'), button('×', 'Close', close)),
    list,
  );
  root.hidden = true;
  return {
    root,
    close,
    toggle() {
      root.hidden = !root.hidden;
      if (!root.hidden) root.focus({ preventScroll: true });
    },
  };
}
