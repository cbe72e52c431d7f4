/** What went wrong with a socket, in the words of the window. Pure; what the server said is not shown. */
import type { IncomingMessage } from 'node:http';
import type { SourceProblem } from '../../../../shared/source-problem.ts';

/** Node's codes of certificates that prove nothing (OpenSSL's X509_V_ERR_…, Node's ERR_TLS_CERT_…). */
const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|CRL_/;
/** An answer that is not HTTP, not TLS, or not WebSocket. */
const OTHER_LANGUAGE = /^(?:HPE_|ERR_SSL_|EPROTO$|WS_ERR_)/;
const TOO_BIG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** `host` is part of what the streamer entered; its path may hold a secret, so it never shows. */
export function socketProblem(error: Error, host: string): SourceProblem {
  const code = 'code' in error ? String(error.code) : '';
  if (CERTIFICATE.test(code)) return { code: 'relay-certificate', detail: `${host}, ${code}` };
  if (code === TOO_BIG) return { code: 'relay-too-big', detail: host };
  // `ws` tells of an upgrade that is none by a text alone.
  const isOther =
    OTHER_LANGUAGE.test(code) || (code === '' && /^(?:Invalid|Server) /.test(error.message));
  if (isOther) return { code: 'relay-not-d-back', detail: host };
  return { code: 'relay-unreachable', detail: code ? `${host}, ${code}` : host };
}

/** What an answer means that is not the beginning of a WebSocket. It is never followed elsewhere. */
export function answerProblem(response: IncomingMessage, url: URL): SourceProblem {
  const { statusCode = 0, headers } = response;
  const detail = `${url.host}, HTTP ${statusCode}`;
  if (statusCode >= 300 && statusCode < 400) {
    return { code: 'relay-redirect', detail: placeOf(headers.location, url) };
  }
  // A proxy whose server is away says so by these.
  if (statusCode >= 500) return { code: 'relay-unreachable', detail };
  return { code: 'relay-not-d-back', detail };
}

function placeOf(location: string | undefined, url: URL): string {
  if (location === undefined || !URL.canParse(location, url.href)) return '?';
  const { protocol, host } = new URL(location, url);
  return `${protocol}//${host}`.slice(0, 200);
}
