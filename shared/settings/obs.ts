/** Settings of the link to OBS. */
import { type Guard, isBoolean, isString } from '../guards.ts';
import { rule } from './rule.ts';

/** This computer's OBS, or another one's in the same network. */
const isHostAndPort: Guard<string> = (value): value is string => {
  const port = isString(value) ? /^[0-9a-z][0-9a-z.-]{0,252}:(\d{1,5})$/i.exec(value)?.[1] : '';
  return Number(port) >= 1 && Number(port) <= 65_535;
};

export const obsRules = {
  'obs.enabled': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Stay connected to OBS, to add the overlay, refresh it and know when you are live.',
  }),
  'obs.address': rule<string>({
    default: '127.0.0.1:4455',
    accepts: isHostAndPort,
    shape: 'a host with its port, such as "127.0.0.1:4455"',
    effect: 'Where OBS listens (Tools, WebSocket Server Settings).',
  }),
  'obs.leaveRehearsal': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'End a rehearsal by itself when a stream or recording begins.',
  }),
};
