/** Finds our own flags among what Electron and Chromium were started with. */

/** Switches that are Chromium's or Electron's business and may stand among ours. */
const FOREIGN =
  /^--(no-sandbox|disable-|enable-|ozone-platform|force-|lang=|inspect|remote-debugging-|js-flags|log-|v=|vmodule|use-gl|use-angle|in-process-gpu|password-store|allow-|original-process-start-time)|^-psn_/;

/**
 * In development the arguments are `electron [switches] APP [flags]`, packaged `app [flags]`.
 * Chromium's switches come as single words (`--x=y`), so the app's path is the first without dashes.
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const rest = argv.slice(1);
  const appPath = rest.findIndex((argument) => !argument.startsWith('-'));
  const flags = isPackaged ? rest : rest.slice(appPath + 1);
  return flags.filter((argument) => !FOREIGN.test(argument));
}
