/** The card of a creature: who it is and how it is doing, beside it for as long as it is open. */
import type { Status, User, UserId } from '../../../shared/protocol.ts';
import { button, element } from './element.ts';
import type { HudHost } from './hud-host.ts';

const STATUS_TEXTS: Readonly<Record<Status, string>> = {
  online: 'Online',
  idle: 'Idle',
  dnd: 'Do not disturb',
  offline: 'Offline',
};
/** CSS pixels between the creature and the card, and between the card and the page's edge. */
const GAP = 8;

export interface Card {
  readonly root: HTMLElement;
  readonly isOpen: boolean;
  open(user: User): void;
  close(): void;
  /** Takes the creature's new place and news of it. */
  update(): void;
}

export function createCard(host: HudHost): Card {
  const name = element('h2');
  const swatch = element('span', { class: 'hud-swatch', 'aria-hidden': 'true' });
  const status = element('p');
  const root = element('section', {
    class: 'hud-panel hud-card',
    role: 'dialog',
    'aria-label': 'Member',
    tabindex: '-1',
  });
  let shown: User | null = null;
  const close = (): void => {
    shown = null;
    root.hidden = true;
    host.hover(null);
  };
  root.append(element('header', {}, swatch, name, button('×', 'Close', close)), status);
  root.hidden = true;

  const fill = (user: User): void => {
    shown = user;
    name.textContent = user.username;
    swatch.style.backgroundColor = user.roleColor;
    status.textContent = STATUS_TEXTS[user.status];
    root.setAttribute('aria-label', user.username);
  };
  const place = (uid: UserId): void => {
    const area = host.areaOf(uid);
    // Who is not on the island has a card all the same, in the corner.
    const { width, height } = root.getBoundingClientRect();
    const right = area ? area.x + area.width + GAP : GAP;
    const isRoom = right + width + GAP <= innerWidth;
    const x = isRoom ? right : (area?.x ?? 0) - width - GAP;
    const y = area ? area.y + (area.height - height) / 2 : innerHeight - height - GAP;
    root.style.left = `${Math.round(Math.max(GAP, Math.min(innerWidth - width - GAP, x)))}px`;
    root.style.top = `${Math.round(Math.max(GAP, Math.min(innerHeight - height - GAP, y)))}px`;
  };
  return {
    root,
    get isOpen() {
      return shown !== null;
    },
    open(user) {
      fill(user);
      root.hidden = false;
      host.hover(user.uid);
      place(user.uid);
      root.focus({ preventScroll: true });
    },
    close,
    update() {
      if (!shown) return;
      const user = host.members.get(shown.uid);
      if (!user) {
        close();
        return;
      }
      if (user !== shown) fill(user);
      place(user.uid);
    },
  };
}
