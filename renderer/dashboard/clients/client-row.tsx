/** One client: what it is and where, what it shows and since when, and how well it keeps up. */
import type { ClientInfo } from '../../../shared/state.ts';
import { describeReport } from '../../../shared/strings/describe-report.ts';
import { strings } from '../../../shared/strings/index.ts';
import {
  bytesText,
  countText,
  dateTimeText,
  durationText,
  roundTripText,
} from '../../../shared/strings/measures.ts';
import { useDashboard, useRun } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';
import { clientIcon, clientName } from './client-name.ts';

/** Bytes: a client that leaves so much unread is close to being dropped. */
const WORRYING_BACKLOG = 256_000;

const words = strings.window.clients;

export interface ClientRowProps {
  readonly client: ClientInfo;
  readonly now: number;
  /** Counted from 1, the head included. */
  readonly rowIndex: number;
}

export function ClientRow({ client, now, rowIndex }: ClientRowProps) {
  const { guild, since, messages, roundTrip, backlog } = client;
  const name = clientName(client);
  return (
    <tr aria-rowindex={rowIndex}>
      <td class="who" data-app={client.app}>
        <Icon name={clientIcon(client)} />
        <span class="main-text" title={name}>
          {name}
        </span>
        <ReportOrAddress client={client} />
      </td>
      <td>
        <span class="main-text" dir="auto" title={guild?.name}>
          {guild?.name ?? words.noGuild}
        </span>
        <time class="sub-text" dateTime={new Date(since).toISOString()} title={dateTimeText(since)}>
          {words.connectedFor(durationText(now - since))}
        </time>
      </td>
      <td class="number">{countText(messages)}</td>
      <td class="number">{roundTrip === null ? words.noPing : roundTripText(roundTrip)}</td>
      <td class="number" data-worrying={backlog >= WORRYING_BACKLOG}>
        {bytesText(backlog)}
      </td>
      <td class="action">
        <DisconnectButton client={client} />
      </td>
    </tr>
  );
}

/** Of an overlay that tells how it is doing, that is worth the line; it always sits on this computer. */
function ReportOrAddress({ client: { address, report } }: { readonly client: ClientInfo }) {
  if (!report) return <span class="sub-text">{address}</span>;
  const plugin = report.obs === null ? [] : [words.report.plugin(report.obs)];
  const parts = describeReport(report);
  return (
    <span class="sub-text" title={[...parts, ...plugin, address].join(' · ')}>
      {parts.map((part) => (
        <span key={part} class="report-part">
          {part}
        </span>
      ))}
    </span>
  );
}

function DisconnectButton({ client }: { readonly client: ClientInfo }) {
  const { api } = useDashboard();
  const run = useRun();
  return (
    <button
      class="button quiet"
      type="button"
      aria-label={words.disconnectNamed(clientName(client), client.address)}
      title={words.disconnect}
      onClick={() => run(api.disconnectClient(client.id))}
    >
      <Icon name="close" />
      <span class="label">{words.disconnect}</span>
    </button>
  );
}
