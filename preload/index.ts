/** Exposes the commands of shared/ipc.ts, and nothing else, to the window. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CHANNELS, COMMANDS, type CommandName, WINDOW_API, type WindowApi } from '../shared/ipc.ts';
import type { StateUpdate } from '../shared/state.ts';

const commands = Object.fromEntries(
  (Object.keys(COMMANDS) as CommandName[]).map((name) => [
    name,
    (...args: unknown[]) => ipcRenderer.invoke(CHANNELS.command(name), args),
  ]),
) as unknown as Omit<WindowApi, 'onStateUpdate'>;

function onStateUpdate(listener: (update: StateUpdate) => void): () => void {
  const forward = (_event: IpcRendererEvent, update: StateUpdate): void => listener(update);
  ipcRenderer.on(CHANNELS.stateUpdate, forward);
  return () => ipcRenderer.off(CHANNELS.stateUpdate, forward);
}

const api: WindowApi = { ...commands, onStateUpdate };
contextBridge.exposeInMainWorld(WINDOW_API, Object.freeze(api));
