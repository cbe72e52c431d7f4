/** What every part of the window can reach: the state, the commands, and a way to speak up. */
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { WindowApi } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import type { State } from '../../shared/state.ts';
import type { FrameView } from './frame-view.ts';
import type { View } from './store.ts';

export interface Dashboard {
  readonly api: WindowApi;
  readonly frames: FrameView;
  /** Says it to screen readers; what it is about is visible elsewhere. */
  readonly announce: (text: string) => void;
  /** Shows what went wrong until it is dismissed. */
  readonly complain: (text: string) => void;
}

export const DashboardContext = createContext<Dashboard | null>(null);

export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('useDashboard needs a DashboardContext above it');
  return dashboard;
}

/** A part of the view; the component renders again only when that part is another one. */
export function useView<T>(select: (view: View) => T): T {
  const { frames } = useDashboard();
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const selected = select(frames.current);
  const latest = useRef({ select, selected });
  latest.current = { select, selected };
  useLayoutEffect(
    () =>
      frames.subscribe(() => {
        const { select, selected } = latest.current;
        if (!Object.is(select(frames.current), selected)) redraw();
      }),
    [frames],
  );
  return selected;
}

/** A part of the state. Rendered below {@link View.state} only, where the first snapshot is here. */
export function useSlice<T>(select: (state: State) => T): T {
  return useView(({ state }) => {
    if (!state) throw new Error('useSlice needs the first snapshot');
    return select(state);
  });
}

/** Runs a command: its value, or null after the reason it failed was shown. */
export function useRun(): <T>(command: Promise<Result<T>>) => Promise<T | null> {
  const { complain } = useDashboard();
  return async (command) => {
    try {
      const answer = await command;
      if (answer.ok) return answer.value;
      complain(answer.message);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
    return null;
  };
}
