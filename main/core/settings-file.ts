/** Reads `settings.json` forgivingly: what cannot be used is replaced by defaults and kept beside it. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRecord } from '../../shared/guards.ts';
import {
  DEFAULT_SETTINGS,
  SETTING_KEYS,
  SETTING_RULES,
  SETTINGS_VERSION,
  type Settings,
} from '../../shared/settings.ts';
import type { Notice } from '../../shared/state.ts';

export const SETTINGS_FILE = 'settings.json';

export interface LoadedSettings {
  readonly values: Settings;
  readonly notices: readonly Notice[];
  /** False when the file comes from a newer version, which must not lose what only it knows. */
  readonly mayWrite: boolean;
}

/** Never throws. */
export function loadSettings(file: string): LoadedSettings {
  let text: string;
  try {
    // Some editors put a byte-order mark in front.
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (isMissing(error)) return defaults([], true);
    return defaults([{ code: 'settings-unsaved', reason: String(error) }], false);
  }
  const content = parse(text);
  if (content === null) {
    const keptAs = keepBeside(file, 'broken', text, renameSync);
    return defaults([{ code: 'settings-recovered', keptAs }], true);
  }
  const { values, invalid } = readValues(content);
  if (Number(content['version'] ?? 1) > SETTINGS_VERSION) {
    return { values, notices: [{ code: 'settings-newer' }], mayWrite: false };
  }
  if (invalid.length === 0) return { values, notices: [], mayWrite: true };
  const keptAs = keepBeside(file, 'invalid', text, copyFileSync);
  return { values, notices: [{ code: 'settings-invalid', keys: invalid, keptAs }], mayWrite: true };
}

function defaults(notices: readonly Notice[], mayWrite: boolean): LoadedSettings {
  return { values: DEFAULT_SETTINGS, notices, mayWrite };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text);
    return isRecord(content) ? content : null;
  } catch {
    return null;
  }
}

/** Keys are nested in the file: `server.port` is `{"server": {"port": …}}`. */
function readValues(content: Record<string, unknown>): { values: Settings; invalid: string[] } {
  const invalid = new Set<string>();
  const entries = SETTING_KEYS.map((key) => {
    const [section = '', name = ''] = key.split('.');
    const part = content[section];
    if (part !== undefined && !isRecord(part)) invalid.add(section);
    const value = isRecord(part) ? part[name] : undefined;
    const rule = SETTING_RULES[key];
    if (value !== undefined && rule.accepts(value)) return [key, value];
    if (value !== undefined) invalid.add(key);
    return [key, rule.default];
  });
  return { values: Object.fromEntries(entries) as unknown as Settings, invalid: [...invalid] };
}

/** Named after its content, so that the same file is kept once however often it is met. */
function keepBeside(
  file: string,
  why: string,
  text: string,
  keep: (from: string, to: string) => void,
): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const name = `${basename(file, '.json')}.${why}-${hash}.json`;
  try {
    keep(file, join(dirname(file), name));
    return name;
  } catch {
    return basename(file);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
