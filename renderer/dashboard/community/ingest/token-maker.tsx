/** Makes a token: its name and, where the servers are known, which of them it may send for. */
import { useState } from 'preact/hooks';
import type { GuildId } from '../../../../shared/protocol.ts';
import { type GuildInfo, PLACEHOLDER_GUILD_ID } from '../../../../shared/state.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { useDashboard, useRun, useSlice } from '../../dashboard-context.ts';
import { Field, fieldControl } from '../../field.tsx';
import type { FreshToken } from './token-once.tsx';

const words = strings.window.community.ingest;
const NO_GUILDS: readonly GuildInfo[] = [];

export function TokenMaker({ onMade }: { readonly onMade: (token: FreshToken) => void }) {
  const { api } = useDashboard();
  const run = useRun();
  const guilds = useRealGuilds();
  const [name, setName] = useState('');
  /** Null: for all. */
  const [chosen, setChosen] = useState<ReadonlySet<GuildId> | null>(null);

  const make = async (): Promise<void> => {
    const secret = await run(api.createIngestToken(name.trim(), chosen && [...chosen]));
    if (secret !== null) onMade({ name: name.trim(), secret });
  };
  return (
    <form
      class="form token-maker"
      aria-label={words.newToken}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field id="token-name" label={words.newToken}>
        <input
          class="text-input"
          type="text"
          maxLength={100}
          autocomplete="off"
          aria-label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          {...fieldControl('token-name')}
        />
        <button
          class="button primary"
          type="submit"
          disabled={name.trim() === '' || chosen?.size === 0}
        >
          {words.create}
        </button>
      </Field>
      {guilds.length > 1 && <GuildLimit guilds={guilds} chosen={chosen} onChange={setChosen} />}
    </form>
  );
}

/** Those of an invented community are nobody's. */
function useRealGuilds(): readonly GuildInfo[] {
  const guilds = useSlice((state) => (state.source.kind === 'ingest' ? state.guilds : NO_GUILDS));
  return guilds.filter(({ guildId }) => guildId !== PLACEHOLDER_GUILD_ID);
}

interface GuildLimitProps {
  readonly guilds: readonly GuildInfo[];
  readonly chosen: ReadonlySet<GuildId> | null;
  readonly onChange: (chosen: ReadonlySet<GuildId> | null) => void;
}

function GuildLimit({ guilds, chosen, onChange }: GuildLimitProps) {
  const toggle = (guildId: GuildId, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(guildId);
    else next.delete(guildId);
    onChange(next);
  };
  return (
    <fieldset class="checks">
      <legend>{words.limit}</legend>
      <label class="check">
        <input
          type="radio"
          name="limit"
          checked={chosen === null}
          onChange={() => onChange(null)}
        />
        {words.allServers}
      </label>
      <label class="check">
        <input
          type="radio"
          name="limit"
          checked={chosen !== null}
          onChange={() => onChange(new Set())}
        />
        {words.limitChosen}
      </label>
      {chosen !== null &&
        guilds.map(({ guildId, name }) => (
          <label key={guildId} class="check inner">
            <input
              type="checkbox"
              checked={chosen.has(guildId)}
              onChange={(event) => toggle(guildId, event.currentTarget.checked)}
            />
            <span class="check-text" dir="auto">
              {name}
            </span>
          </label>
        ))}
    </fieldset>
  );
}
