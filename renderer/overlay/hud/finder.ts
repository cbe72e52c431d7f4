/** Finds a member by name, with the browser's own list of suggestions. */
import type { User } from '../../../shared/protocol.ts';
import { element } from './element.ts';
import type { HudHost } from './hud-host.ts';

const MOST_SUGGESTIONS = 20;

export function createFinder(
  host: HudHost,
  onFound: (user: User) => void,
): { readonly root: HTMLElement; readonly input: HTMLInputElement } {
  const suggestions = element('datalist', { id: 'hud-members' });
  const input = element('input', {
    type: 'search',
    list: suggestions.id,
    placeholder: 'Find a member',
    'aria-label': 'Find a member',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => {
    const names = matching(host, input.value).map(({ username }) => username);
    suggestions.replaceChildren(
      ...[...new Set(names)].map((name) => element('option', { value: name })),
    );
  });
  const form = element('form', { role: 'search' }, input, suggestions);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [found] = matching(host, input.value);
    input.setAttribute('aria-invalid', String(!found));
    if (found) onFound(found);
  });
  return { root: form, input };
}

/** Those whose whole name it is first, then those whose name begins with it, then the others. */
function matching({ members }: HudHost, text: string): readonly User[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return [];
  const ranked: (readonly [number, User])[] = [];
  for (const user of members.values()) {
    const name = user.username.toLowerCase();
    const at = name.indexOf(sought);
    if (at >= 0) ranked.push([name === sought ? 0 : at === 0 ? 1 : 2, user]);
  }
  ranked.sort(([one], [other]) => one - other);
  return ranked.slice(0, MOST_SUGGESTIONS).map(([, user]) => user);
}
