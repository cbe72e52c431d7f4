/** The HUD, for `hud=1` and the app's preview: it is no part of what viewers see on stream. */
import type { User } from '../../../shared/protocol.ts';
import { createCard } from './card.ts';
import { button, element } from './element.ts';
import { createFinder } from './finder.ts';
import { listenToPointers } from './gestures.ts';
import { createHelp } from './help.ts';
import type { Hud, HudHost } from './hud-host.ts';
import { createServerList } from './server-list.ts';
import './hud.css';

/** CSS pixels that an arrow key moves the island by. */
const STRIDE = 48;

export function createHud(host: HudHost): Hud {
  const card = createCard(host);
  const help = createHelp();
  const servers = createServerList(host);
  const finder = createFinder(host, (user: User) => {
    host.centreOn(user.uid);
    card.open(user);
  });
  const zoom = (steps: number): void => host.zoomBy(steps, innerWidth / 2, innerHeight / 2);
  const bar = element('div', { class: 'hud-bar', role: 'group', 'aria-label': 'Island' });
  bar.append(
    servers.root,
    finder.root,
    button('−', 'Farther', () => zoom(-1)),
    button('+', 'Nearer', () => zoom(1)),
    button('⌂', 'Whole island', () => host.resetView()),
    button('?', 'Help', () => help.toggle()),
  );
  document.body.append(element('div', { class: 'hud' }, bar, help.root, card.root));

  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => host.panBy(STRIDE, 0),
    ArrowRight: () => host.panBy(-STRIDE, 0),
    ArrowUp: () => host.panBy(0, STRIDE),
    ArrowDown: () => host.panBy(0, -STRIDE),
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    '0': () => host.resetView(),
    '?': () => help.toggle(),
    '/': () => finder.input.focus(),
    Escape() {
      help.close();
      card.close();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  };
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, select');
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    const action = actions[event.key];
    if (!action || isChord || (isTyping && event.key !== 'Escape')) return;
    event.preventDefault();
    action();
  });
  listenToPointers(host, document.documentElement, (user) => {
    if (user) card.open(user);
    else card.close();
  });
  servers.update();
  return {
    pictureDrawn: () => card.update(),
    serversChanged: () => servers.update(),
  };
}
