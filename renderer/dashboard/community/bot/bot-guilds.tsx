/** What is shown of each server the bot is on. */
import { useState } from 'preact/hooks';
import { type BotGuildChoices, botGuildChoices } from '../../../../shared/settings/bot.ts';
import type { BotGuildInfo } from '../../../../shared/state.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { useSlice } from '../../dashboard-context.ts';
import { Select } from '../../select.tsx';
import { useChangeSetting } from '../../use-change-setting.ts';
import { ChannelList } from './channel-list.tsx';
import { ChatChoices } from './chat-choices.tsx';
import { PeopleChoices } from './people-choices.tsx';

const words = strings.window.community.bot.guilds;

export interface GuildChoicesProps {
  readonly guild: BotGuildInfo;
  readonly choices: BotGuildChoices;
  readonly onChange: (change: Partial<BotGuildChoices>) => void;
}

export function BotGuilds({ guilds }: { readonly guilds: readonly BotGuildInfo[] }) {
  const [chosen, choose] = useState<string | null>(null);
  const guild = guilds.find(({ guildId }) => guildId === chosen) ?? guilds[0];
  return (
    <section class="group" aria-labelledby="guilds-title">
      <h3 id="guilds-title">{words.title}</h3>
      {guild ? (
        <>
          {guilds.length > 1 && (
            <Select
              label={words.server}
              value={guild.guildId}
              choices={guilds.map(({ guildId, name }) => ({ value: guildId, text: name }))}
              onChange={choose}
            />
          )}
          <GuildChoices key={guild.guildId} guild={guild} />
        </>
      ) : (
        <p class="about">{words.waiting}</p>
      )}
    </section>
  );
}

function GuildChoices({ guild }: { readonly guild: BotGuildInfo }) {
  const all = useSlice((state) => state.settings['bot.guilds']);
  const change = useChangeSetting();
  const { guildId } = guild;
  const choices = botGuildChoices(all, guildId);
  const props: GuildChoicesProps = {
    guild,
    choices,
    onChange: (more) => void change('bot.guilds', { ...all, [guildId]: { ...choices, ...more } }),
  };
  return (
    <>
      <ChannelList {...props} />
      <PeopleChoices {...props} />
      <ChatChoices {...props} />
    </>
  );
}
