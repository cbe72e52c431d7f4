/** The English catalogue: every word the program shows in its window, tray and dialogs. */

export const en = {
  appName: 'D-Back Desktop',
  tray: {
    copyOverlayUrl: 'Copy overlay URL',
    mockMode: 'Mock mode',
    openDashboard: 'Open dashboard',
    openOverlay: 'Open overlay in browser',
    clients: (count: number): string =>
      count === 1 ? '1 client connected' : `${count} clients connected`,
    quit: 'Quit',
    tooltip: (line: string): string => `D-Back Desktop: ${line}`,
    serverStarting: 'starting',
    serverFailed: 'not running, open the dashboard',
  },
  source: {
    kind: { mock: 'mock', relay: 'relay', bot: 'bot', ingest: 'ingest', script: 'script' },
    condition: {
      rehearsal: 'rehearsal',
      'no-source': 'no source configured',
      connecting: 'connecting',
      live: 'live',
    },
  },
  errors: {
    serverNotRunning: 'The overlay server is not running.',
  },
  closeNotice: {
    title: 'D-Back Desktop is still running',
    body: 'The overlay keeps working. Find the app in the system tray; Quit is in its menu.',
  },
} as const;
