/** The channels whose chat is shown; private ones are off until they are ticked. */
import { strings } from '../../../../shared/strings/index.ts';
import { CheckRow } from '../../check-row.tsx';
import type { GuildChoicesProps } from './bot-guilds.tsx';
import { isChannelShown, withChannel } from './channel-choices.ts';

const words = strings.window.community.bot.guilds;

export function ChannelList({ guild, choices, onChange }: GuildChoicesProps) {
  const { channels } = guild;
  return (
    <fieldset class="checks">
      <legend>{words.channels}</legend>
      {channels.length === 0 && <p class="about">{words.noChannels}</p>}
      <div class="check-columns">
        {channels.map((channel) => (
          <CheckRow
            key={channel.id}
            text={`#${channel.name}`}
            {...(channel.isPrivate && { tag: words.private })}
            isOn={isChannelShown(choices, channel)}
            onChange={(isOn) => onChange(withChannel(choices, channels, channel.id, isOn))}
          />
        ))}
      </div>
      <p class="field-hint">
        {choices.allowedChannels === null ? words.futureShown : words.futureHidden}
      </p>
    </fieldset>
  );
}
