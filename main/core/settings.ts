/** The settings in force: the file's, with this run's flags over them; saved as they change. */
import { SETTINGS_VERSION, type SettingChange, type Settings } from '../../shared/settings.ts';
import type { Notice } from '../../shared/state.ts';
import type { SettingsPort } from './ports.ts';
import type { LoadedSettings } from './settings-file.ts';

/** A store that writes one key at a time, atomically; `conf` and `electron-store` are such. */
export interface SettingsWriter {
  set(key: string, value: unknown): void;
  has(key: string): boolean;
}

/**
 * @param openWriter is called at the first change, so that a start does not wait for it.
 * @param overrides win over the file for this run and are not saved, until changed by hand.
 */
export function createSettings(
  loaded: LoadedSettings,
  openWriter: () => Promise<SettingsWriter>,
  overrides: Partial<Settings> = {},
): SettingsPort {
  let values: Settings = { ...loaded.values, ...overrides };
  let writer: Promise<SettingsWriter> | null = null;
  let saving: Promise<void> = Promise.resolve();
  let listener: (notice: Notice) => void = () => undefined;
  let hasComplained = false;

  const save = async (key: string, value: unknown): Promise<void> => {
    try {
      writer ??= openWriter();
      const store = await writer;
      if (!store.has('version')) store.set('version', SETTINGS_VERSION);
      store.set(key, value);
      hasComplained = false;
    } catch (error) {
      if (hasComplained) return;
      hasComplained = true;
      listener({ code: 'settings-unsaved', reason: String(error) });
    }
  };

  return {
    values: () => values,
    change(...[key, value]: SettingChange) {
      values = { ...values, [key]: value };
      if (loaded.mayWrite) saving = saving.then(() => save(key, value));
    },
    keepPort(port) {
      values = { ...values, 'server.port': port };
      const isFromFlag = overrides['server.port'] !== undefined;
      if (loaded.mayWrite && !isFromFlag) saving = saving.then(() => save('server.port', port));
    },
    saved: () => saving,
    onNotice(next) {
      listener = next;
      for (const notice of loaded.notices) next(notice);
    },
  };
}
