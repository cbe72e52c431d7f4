/** Chooses the server whose community is shown. */
import { element } from './element.ts';
import type { HudHost } from './hud-host.ts';

export function createServerList(host: HudHost): {
  readonly root: HTMLSelectElement;
  update(): void;
} {
  const root = element('select', { 'aria-label': 'Server' });
  root.addEventListener('change', () => host.join(root.value));
  return {
    root,
    update() {
      const options = [...host.servers].map(([guildId, { name }]) =>
        element('option', { value: guildId }, name),
      );
      root.replaceChildren(...options);
      root.value = host.guildId ?? '';
      root.hidden = options.length < 2;
    },
  };
}
