/** The overlay's own browser sources in OBS: which there are, making one, refreshing one. */
import { isRecord } from '../../../shared/guards.ts';
import type { ObsClient } from './obs-client.ts';

const KIND = 'browser_source';
const FRAMES_A_SECOND = 60;
/** Reads the page anew, past the browser's cache. */
const REFRESH_BUTTON = 'refreshnocache';
const NOTHING = 'about:blank';

export interface BrowserSource {
  readonly name: string;
  /** Its address, with the key that may be in it: for this program alone. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly scenes: readonly string[];
}

/** Those whose address is one of ours. */
export async function findOwnSources(
  obs: ObsClient,
  isOwn: (url: string) => boolean,
): Promise<BrowserSource[]> {
  const [{ inputs }, { scenes }] = await Promise.all([
    obs.call('GetInputList', { inputKind: KIND }),
    obs.call('GetSceneList'),
  ]);
  const contents = new Map<string, ReadonlySet<string>>();
  for (const scene of scenes) {
    const name = String(scene['sceneName']);
    const { sceneItems } = await obs.call('GetSceneItemList', { sceneName: name });
    contents.set(name, new Set(sceneItems.map((item) => String(item['sourceName']))));
  }
  const found: BrowserSource[] = [];
  for (const input of inputs) {
    const name = String(input['inputName']);
    const { inputSettings } = await obs.call('GetInputSettings', { inputName: name });
    const { url, width, height } = readSettings(inputSettings);
    if (!isOwn(url)) continue;
    const inScenes = [...contents].filter(([, names]) => names.has(name)).map(([scene]) => scene);
    found.push({ name, url, width, height, scenes: inScenes });
  }
  return found;
}

/** OBS leaves out what is as in its defaults: 800 × 600. */
function readSettings(settings: unknown): { url: string; width: number; height: number } {
  const { url, width, height } = isRecord(settings) ? settings : {};
  return {
    url: typeof url === 'string' ? url : '',
    width: typeof width === 'number' ? width : 800,
    height: typeof height === 'number' ? height : 600,
  };
}

/** Shows `url` in a scene, as large as the canvas: in the source of this name, or in a new one. */
export async function showInScene(
  obs: ObsClient,
  { name, scene, url }: { readonly name: string; readonly scene: string; readonly url: string },
): Promise<void> {
  const { baseWidth: width, baseHeight: height } = await obs.call('GetVideoSettings');
  const inputSettings = {
    url,
    width,
    height,
    fps_custom: true,
    fps: FRAMES_A_SECOND,
    // Shut down, it would take its time to come back with each change of the scene.
    shutdown: false,
    restart_when_active: false,
  };
  const { inputs } = await obs.call('GetInputList', { inputKind: KIND });
  if (!inputs.some((input) => input['inputName'] === name)) {
    await obs.call('CreateInput', {
      sceneName: scene,
      inputName: name,
      inputKind: KIND,
      inputSettings,
      sceneItemEnabled: true,
    });
    return;
  }
  await obs.call('SetInputSettings', { inputName: name, inputSettings, overlay: true });
  const { sceneItems } = await obs.call('GetSceneItemList', { sceneName: scene });
  if (sceneItems.some((item) => item['sourceName'] === name)) return;
  await obs.call('CreateSceneItem', { sceneName: scene, sourceName: name, sceneItemEnabled: true });
}

/** Loads the page of a source anew: OBS itself never tries a page again that failed to load. */
export async function refreshSource(obs: ObsClient, { name, url }: BrowserSource): Promise<void> {
  try {
    await obs.call('PressInputPropertiesButton', {
      inputName: name,
      propertyName: REFRESH_BUTTON,
    });
  } catch {
    // Without that button in a version of OBS to come, another address and back does the same.
    await obs.call('SetInputSettings', { inputName: name, inputSettings: { url: NOTHING } });
    await obs.call('SetInputSettings', { inputName: name, inputSettings: { url } });
  }
}
