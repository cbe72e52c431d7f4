/** Whether an address may be followed: encrypted, or on this very computer. Pure. */
import type { SourceProblem } from '../../../../shared/source-problem.ts';

export type AddressVerdict =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly problem: SourceProblem };

export function checkAddress(address: string | null): AddressVerdict {
  const url = address === null ? null : parse(address);
  if (!url) return { ok: false, problem: { code: 'relay-no-address', detail: '' } };
  if (url.protocol === 'wss:' || isLoopback(url.hostname)) return { ok: true, url };
  return { ok: false, problem: { code: 'relay-insecure', detail: url.host } };
}

/**
 * Only names that nobody else can answer for. The URL parser has already made one spelling of all
 * there are for an IPv4 address (`127.1`, `0x7f000001`).
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parse(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'ws:' || url.protocol === 'wss:' ? url : null;
}
