/** The link with which the bot gets onto a server. */
import type { BotInfo } from '../../../../shared/state.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { CopyButton } from '../../copy-button.tsx';
import { useCopyText } from '../../use-copy-text.ts';
import { DiscordButton } from './discord-button.tsx';

const words = strings.window.community.bot.invite;

export function Invite({ bot }: { readonly bot: BotInfo | null }) {
  const copyText = useCopyText();
  return (
    <section class="group" aria-labelledby="invite-title">
      <h3 id="invite-title">{words.title}</h3>
      {bot ? (
        <>
          <p class="about">{words.hint(bot.name)}</p>
          <div class="buttons">
            <DiscordButton url={bot.inviteUrl} text={words.open} />
            <CopyButton
              label={words.copy}
              tone="plain"
              onCopy={() => copyText(bot.inviteUrl, words.copied)}
            />
          </div>
        </>
      ) : (
        <p class="about">{words.waiting}</p>
      )}
    </section>
  );
}
