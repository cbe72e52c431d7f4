/** Who is connected; thousands may be, so that only the rows in sight exist. */
import type { ClientInfo } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { countText } from '../../../shared/strings/measures.ts';
import { useSlice } from '../dashboard-context.ts';
import { useNow } from '../use-now.ts';
import { useRem } from '../use-rem.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { isPreview } from './client-name.ts';
import { ClientRow } from './client-row.tsx';

/** As in clients.css. */
const ROW_REM = 3;

const words = strings.window.clients;

export function Clients() {
  const clients = useSlice((state) => state.clients);
  const others = clients.reduce((count, client) => (isPreview(client) ? count : count + 1), 0);
  return (
    <section class="panel clients" aria-labelledby="clients-title">
      <div class="panel-head">
        <h2 id="clients-title">{words.title}</h2>
        <span class="count">{countText(others)}</span>
      </div>
      {clients.length > 0 && <ClientTable clients={clients} />}
      {others === 0 && <NoClients />}
    </section>
  );
}

function NoClients() {
  const phase = useSlice((state) => state.server.phase);
  const isDown = phase === 'failed' || phase === 'stopped';
  return (
    <div class="empty">
      <p>{isDown ? words.notRunning : words.emptyTitle}</p>
      {phase === 'listening' && <p class="advice">{words.emptyAdvice}</p>}
    </div>
  );
}

function ClientTable({ clients }: { readonly clients: readonly ClientInfo[] }) {
  const now = useNow(1_000);
  const rowHeight = ROW_REM * useRem();
  const rows = useVirtualRows({ count: clients.length, rowHeight });
  return (
    <div ref={rows.viewport} class="scroller">
      <div style={{ paddingTop: `${rows.before}px`, paddingBottom: `${rows.after}px` }}>
        <table aria-labelledby="clients-title" aria-rowcount={clients.length + 1}>
          <Head />
          <tbody>
            {clients.slice(rows.first, rows.end).map((client, offset) => (
              <ClientRow
                key={client.id}
                client={client}
                now={now}
                rowIndex={rows.first + offset + 2}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Head() {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">{words.client}</th>
        <th scope="col">{words.guild}</th>
        <th scope="col" class="number">
          {words.messages}
        </th>
        <th scope="col" class="number" title={words.pingHint}>
          {words.ping}
        </th>
        <th scope="col" class="number" title={words.backlogHint}>
          {words.backlog}
        </th>
        <th scope="col">
          <span class="visually-hidden">{words.actions}</span>
        </th>
      </tr>
    </thead>
  );
}
