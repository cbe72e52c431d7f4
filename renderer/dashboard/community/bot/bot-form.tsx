/** The streamer's own bot, in the order in which it is set up. */
import { DISCORD_PORTAL } from '../../../../shared/discord-url.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { useSlice } from '../../dashboard-context.ts';
import { Icon } from '../../icon.tsx';
import { BotGuilds } from './bot-guilds.tsx';
import { BotToken } from './bot-token.tsx';
import { DiscordButton } from './discord-button.tsx';
import { Invite } from './invite.tsx';

const words = strings.window.community.bot;

export function BotForm() {
  const bot = useSlice((state) => state.bot);
  return (
    <div class="form steps">
      <div class="about-with-button">
        <p class="about">{words.about}</p>
        <DiscordButton url={DISCORD_PORTAL} text={words.openPortal} />
      </div>
      <BotToken />
      <Intents />
      <Invite bot={bot} />
      <BotGuilds guilds={bot?.guilds ?? []} />
    </div>
  );
}

/** Discord does not tell which of them are on; once the bot is live, all are. */
function Intents() {
  const isLive = useSlice(({ source }) => source.kind === 'bot' && source.condition === 'live');
  const { title, hint, on, list } = words.intents;
  return (
    <section class="group" aria-labelledby="intents-title">
      <h3 id="intents-title">{title}</h3>
      <p class="about">{hint}</p>
      <ul class="rows" aria-labelledby="intents-title">
        {list.map(({ name, why }) => (
          <li key={name} class="row">
            <span class="tick" data-done={isLive}>
              {isLive && <Icon name="check" />}
            </span>
            <span class="main-text">{name}</span>
            <span class="sub-text">{why}</span>
            {isLive && <span class="visually-hidden">{on}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
