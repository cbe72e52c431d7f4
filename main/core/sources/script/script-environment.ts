/** What a script's process gets to know of the environment: where things are, and nothing secret. */

/** Proxies are left out: their addresses hold passwords. So is all that is for Node or Electron. */
const NAMES: readonly string[] = [
  ...['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ'],
  // Windows, where programs do not start without some of these.
  ...[
    'SYSTEMROOT',
    'WINDIR',
    'SYSTEMDRIVE',
    'TEMP',
    'TMP',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
  ],
];

/** Names keep their spelling: on Windows `Path` is as good as `PATH`. */
export function scriptEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && NAMES.includes(name.toUpperCase()) ? [[name, value] as const] : [],
    ),
  );
}
