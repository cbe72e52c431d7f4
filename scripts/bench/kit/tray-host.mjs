/** A desktop that shows tray icons, as far as a program on its session bus can tell. */
import dbus from '@homebridge/dbus-native';

const NAME = 'org.kde.StatusNotifierWatcher';
const INTERFACE = {
  name: NAME,
  methods: { RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] },
  properties: {
    IsStatusNotifierHostRegistered: 'b',
    RegisteredStatusNotifierItems: 'as',
    ProtocolVersion: 'i',
  },
};

/**
 * @param {string} busAddress
 * @returns {Promise<{ icons: string[], close: () => void }>} `icons` grows as they register
 */
export async function startTrayHost(busAddress) {
  // The library's own types leave this out.
  const bus = /** @type {any} */ (dbus).createClient({ busAddress });
  /** @type {string[]} */
  const icons = [];
  const watcher = {
    RegisterStatusNotifierItem: (/** @type {string} */ service) => void icons.push(service),
    RegisterStatusNotifierHost: () => undefined,
    IsStatusNotifierHostRegistered: true,
    RegisteredStatusNotifierItems: icons,
    ProtocolVersion: 0,
  };
  bus.exportInterface(watcher, '/StatusNotifierWatcher', INTERFACE);
  await new Promise((resolve, reject) => {
    bus.requestName(NAME, 0, (/** @type {unknown} */ error) =>
      error ? reject(error) : resolve(true),
    );
  });
  return { icons, close: () => bus.connection.end() };
}
