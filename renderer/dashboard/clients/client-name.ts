/** What to call a client. */
import type { ClientInfo } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import type { IconName } from '../icon.tsx';

const words = strings.window.clients;

/** The preview in this very window is a client too. */
export function isPreview({ app }: ClientInfo): boolean {
  return app === 'preview';
}

export function clientName(client: ClientInfo): string {
  return isPreview(client) ? words.app.preview : client.appName || words.app[client.app];
}

export function clientIcon({ app }: ClientInfo): IconName {
  return app;
}
