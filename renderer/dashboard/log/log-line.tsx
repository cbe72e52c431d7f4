/** One line of the log; a web page that was refused can be allowed from here. */
import { isOrigin } from '../../../shared/settings/server.ts';
import type { Fact, LogEvent } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { clockText, dateTimeText } from '../../../shared/strings/measures.ts';
import { useDashboard, useRun } from '../dashboard-context.ts';
import { lineText } from './log-text.ts';

const words = strings.window.log;

export interface LogLineProps {
  readonly event: LogEvent;
  readonly allowedOrigins: readonly string[];
}

export function LogLine({ event, allowedOrigins }: LogLineProps) {
  const { time, fact } = event;
  const text = lineText(event);
  const origin = fact.kind === 'refused' && fact.what === 'origin' ? fact.origin : null;
  return (
    <li class="line" data-kind={fact.kind} data-tone={tone(fact)}>
      <time dateTime={new Date(time).toISOString()} title={dateTimeText(time)}>
        {clockText(time)}
      </time>
      <span class="kind">{words.kind[fact.kind]}</span>
      <span class="text" title={text}>
        {text}
      </span>
      {origin !== null && isOrigin(origin) && (
        <AllowOrigin origin={origin} isAllowed={allowedOrigins.includes(origin)} />
      )}
    </li>
  );
}

/** Lines that must not drown in the chat. */
function tone(fact: Fact): 'failure' | 'notice' | undefined {
  if (fact.kind === 'notice') return 'notice';
  return fact.what === 'failed' ? 'failure' : undefined;
}

interface AllowOriginProps {
  readonly origin: string;
  readonly isAllowed: boolean;
}

function AllowOrigin({ origin, isAllowed }: AllowOriginProps) {
  const { api } = useDashboard();
  const run = useRun();
  if (isAllowed) return <span class="allowed">{words.allowed}</span>;
  return (
    <button
      class="button small"
      type="button"
      aria-label={words.allowNamed(origin)}
      onClick={() => run(api.allowOrigin(origin))}
    >
      {words.allow}
    </button>
  );
}
