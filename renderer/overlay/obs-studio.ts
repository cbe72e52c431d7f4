/** What OBS tells a browser source about itself: shown or not, on air or not, and which plugin. */
import { isBoolean, isRecord, isString } from '../../shared/guards.ts';
import { REPORT_BOUNDS } from '../../shared/protocol.ts';

export interface ObsStudio {
  /** Null outside of OBS. */
  readonly pluginVersion: string | null;
  /** Whether any view of OBS shows the source. OBS tells of changes alone: null until the first. */
  readonly visible: boolean | null;
  /** Whether it is part of what OBS sends out or records; null until the first change. */
  readonly active: boolean | null;
  /** False when nobody can see the page, or nobody but the streamer. */
  readonly isShown: boolean;
  /** Calls the listener when any of it has changed; returns the way to stop that. */
  subscribe(listener: () => void): () => void;
}

/** As much of the page's window as is looked at. */
export interface ObsWindow {
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>;
  /** The object that obs-browser puts there. */
  readonly obsstudio?: unknown;
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** The names and details of the events are those of obs-browser: `SetShowing` and `SetActive`. */
export function createObsStudio(window: ObsWindow): ObsStudio {
  const { document } = window;
  const listeners = new Set<() => void>();
  let told = { visible: null as boolean | null, active: null as boolean | null };
  let wasHidden = document.hidden;

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const follow = (type: string, name: keyof typeof told): void => {
    window.addEventListener(type, (event) => {
      const value = readDetail(event, name);
      if (value === null || value === told[name]) return;
      told = { ...told, [name]: value };
      notify();
    });
  };
  follow('obsSourceVisibleChanged', 'visible');
  follow('obsSourceActiveChanged', 'active');
  document.addEventListener('visibilitychange', () => {
    if (document.hidden === wasHidden) return;
    wasHidden = document.hidden;
    notify();
  });

  return {
    get pluginVersion() {
      return readVersion(window.obsstudio);
    },
    get visible() {
      // At the start the document alone knows: OBS hides it together with its source.
      return document.hidden ? false : told.visible;
    },
    get active() {
      return told.active;
    },
    get isShown() {
      return !document.hidden && told.visible !== false && told.active !== false;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readDetail(event: Event, name: string): boolean | null {
  const detail: unknown = 'detail' in event ? event.detail : null;
  const value = isRecord(detail) ? detail[name] : null;
  return isBoolean(value) ? value : null;
}

function readVersion(obsstudio: unknown): string | null {
  const version = isRecord(obsstudio) ? obsstudio['pluginVersion'] : null;
  if (!isString(version)) return null;
  const printable = version.replace(/[^\x20-\x7e]/g, '').trim();
  return printable.slice(0, REPORT_BOUNDS.obsLength) || null;
}
