/** Entry of the window: mirrors the state and renders it. */
import { render } from 'preact';
import { WINDOW_API, type WindowApi } from '../../shared/ipc.ts';
import { App } from './app.tsx';
import { FrameView } from './frame-view.ts';
import { Store } from './store.ts';
import './styles/index.css';

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly [WINDOW_API]: WindowApi;
  }
}

const api = window[WINDOW_API];
const store = new Store(api);
const frames = new FrameView(store, (draw) => requestAnimationFrame(draw));
store.start();
render(<App api={api} frames={frames} />, document.body);
