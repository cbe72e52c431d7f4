/** A desktop that shows tray icons, as far as a program on its session bus can tell. */
import { expect } from '@playwright/test';
import { type BusInterface, SessionBus } from '../fixtures/session-bus.ts';
import { TrayItem } from '../fixtures/tray-item.ts';

/** https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/ */
const NAME = 'org.kde.StatusNotifierWatcher';
const INTERFACE: BusInterface = {
  name: NAME,
  methods: {
    RegisterStatusNotifierItem: ['s', ''],
    RegisterStatusNotifierHost: ['s', ''],
  },
  properties: {
    IsStatusNotifierHostRegistered: 'b',
    RegisteredStatusNotifierItems: 'as',
    ProtocolVersion: 'i',
  },
};

export class FakeTrayHost {
  readonly #bus = new SessionBus();
  /** Every name on the bus that registered an icon, in order. */
  readonly registered: string[] = [];
  #taken = 0;

  /** Without a panel there is a watcher, and nobody who shows what it watches. */
  static async start(hasPanel = true): Promise<FakeTrayHost> {
    const host = new FakeTrayHost();
    const { registered } = host;
    const watcher = {
      RegisterStatusNotifierItem: (service: string): void => void registered.push(service),
      RegisterStatusNotifierHost: (): void => undefined,
      IsStatusNotifierHostRegistered: hasPanel,
      RegisteredStatusNotifierItems: registered,
      ProtocolVersion: 0,
    };
    host.#bus.export(watcher, '/StatusNotifierWatcher', INTERFACE);
    await host.#bus.own(NAME);
    return host;
  }

  /** The next icon that registers, or has registered and was not asked for yet. */
  async nextItem(): Promise<TrayItem> {
    const index = this.#taken++;
    await expect
      .poll(() => this.registered[index], { message: 'waiting for a tray icon', timeout: 15_000 })
      .toBeDefined();
    return new TrayItem(this.#bus, this.registered[index] ?? '');
  }

  async stop(): Promise<void> {
    await this.#bus.disown(NAME);
    this.#bus.close();
  }
}
