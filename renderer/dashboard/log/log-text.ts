/** The words of log lines, put together once for each line that is shown, searched or copied. */
import type { LogEvent } from '../../../shared/state.ts';
import { describeFact } from '../../../shared/strings/describe-fact.ts';
import { strings } from '../../../shared/strings/index.ts';
import { dateTimeText } from '../../../shared/strings/measures.ts';

interface LineText {
  readonly shown: string;
  readonly searched: string;
}

const texts = new WeakMap<LogEvent, LineText>();

function textOf(event: LogEvent): LineText {
  const known = texts.get(event);
  if (known) return known;
  // One line each: a message cannot look like several lines, on the screen or in a copy.
  const shown = describeFact(event.fact).replace(/\s+/g, ' ');
  const text = { shown, searched: shown.toLowerCase() };
  texts.set(event, text);
  return text;
}

export function lineText(event: LogEvent): string {
  return textOf(event).shown;
}

/** Lower case. */
export function searchedText(event: LogEvent): string {
  return textOf(event).searched;
}

/** The newest lines that fit into `limit` characters, oldest first. */
export function copyableLines(
  events: readonly LogEvent[],
  limit: number,
): { readonly text: string; readonly count: number } {
  const lines: string[] = [];
  let length = 0;
  for (const event of events.toReversed()) {
    const kind = strings.window.log.kind[event.fact.kind];
    const line = `${dateTimeText(event.time)}\t${kind}\t${lineText(event)}\n`;
    length += line.length;
    if (length > limit) break;
    lines.push(line);
  }
  return { text: lines.reverse().join(''), count: lines.length };
}
