/** Settings of the relay: the remote d-back that is followed. */
import { type Guard, isNullOr, isString } from '../guards.ts';
import { rule } from './rule.ts';

/** The address of a WebSocket, without user name, password or fragment. */
export const isSocketAddress: Guard<string> = (value): value is string =>
  isString(value) && value.length <= 2000 && /^wss?:\/\/[^\s/?#@]+(?:[/?][^\s#]*)?$/i.test(value);

export const relayRules = {
  'relay.url': rule<string | null>({
    default: null,
    accepts: isNullOr(isSocketAddress),
    shape: 'an address such as "wss://bot.example.org:3000", or null',
    effect: 'The remote d-back to follow. Must be `wss:` unless it runs on this computer.',
  }),
};
