/** LAN mode: at which addresses of this computer others in the network may come in. */
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Settings } from '../../../shared/settings.ts';

/** This computer's own addresses, with the names of their interfaces. */
export function ownAddresses(): { readonly name: string; readonly address: string }[] {
  return Object.entries(networkInterfaces()).flatMap(([name, list = []]) =>
    list.map(({ address }) => ({ name, address })),
  );
}

/** IPv4 addresses that others can reach: no loopback, and none that was made up for want of a network. */
export function reachableAddresses(): { readonly name: string; readonly address: string }[] {
  return ownAddresses().filter(
    ({ address }) => isIP(address) === 4 && !/^(127|169\.254)\./.test(address),
  );
}

/** What to listen on: in LAN mode this computer and the chosen addresses that it still has. */
export function listenAddresses(settings: Settings): readonly string[] {
  if (!settings['lan.enabled']) return [settings['server.host']];
  const chosen = settings['lan.addresses'];
  const reachable = reachableAddresses().map(({ address }) => address);
  const wanted = reachable.filter((address) => chosen.length === 0 || chosen.includes(address));
  return ['127.0.0.1', ...wanted];
}
