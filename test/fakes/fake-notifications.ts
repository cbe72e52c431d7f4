/** A desktop that shows notifications, as far as a program on its session bus can tell. */
import { type BusInterface, SessionBus } from '../fixtures/session-bus.ts';

/** https://specifications.freedesktop.org/notification-spec/latest/protocol.html */
const NAME = 'org.freedesktop.Notifications';
const INTERFACE: BusInterface = {
  name: NAME,
  methods: {
    GetServerInformation: ['', 'ssss'],
    GetCapabilities: ['', 'as'],
    Notify: ['susssasa{sv}i', 'u'],
  },
  properties: {},
};

export class FakeNotifications {
  readonly #bus = new SessionBus();
  /** The title of each that was shown, in order. */
  readonly shown: string[] = [];

  static async start(): Promise<FakeNotifications> {
    const notifications = new FakeNotifications();
    const { shown } = notifications;
    const server = {
      GetServerInformation: (): string[] => ['fake', 'd-back', '1', '1.2'],
      GetCapabilities: (): string[] => ['body'],
      Notify: (_app: string, _id: number, _icon: string, title: string): number =>
        shown.push(title),
    };
    notifications.#bus.export(server, '/org/freedesktop/Notifications', INTERFACE);
    await notifications.#bus.own(NAME);
    return notifications;
  }

  async stop(): Promise<void> {
    await this.#bus.disown(NAME);
    this.#bus.close();
  }
}
