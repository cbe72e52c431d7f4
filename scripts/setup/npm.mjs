/** Runs npm, the one that started us when there is one. */
import { basename } from 'node:path';
import { runStep } from './child.mjs';

/**
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function runNpm(args, options) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && basename(cli) === 'npm-cli.js') {
    return runStep(process.execPath, [cli, ...args], options);
  }
  // On Windows npm is a batch file.
  return process.platform === 'win32'
    ? runStep('cmd.exe', ['/c', 'npm', ...args], options)
    : runStep('npm', args, options);
}
