/** How the chosen source is doing, in words, with what can be done. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { RealSourceKind } from '../../../shared/settings/source.ts';
import type { ProblemCode } from '../../../shared/source-problem.ts';
import { PLACEHOLDER_GUILD_ID, type SourceStatus as Status } from '../../../shared/state.ts';
import { describeProblem, secondsUntil, strings } from '../../../shared/strings/index.ts';
import { countText } from '../../../shared/strings/measures.ts';
import { useDashboard, useRun, useSlice } from '../dashboard-context.ts';
import { useChangeSetting } from '../use-change-setting.ts';
import { useNow } from '../use-now.ts';

/** Nothing went wrong: something is still to be entered. */
const UNFINISHED: readonly ProblemCode[] = ['relay-no-address', 'script-no-file', 'bot-no-token'];

const words = strings.window.community.status;

export function SourceStatus({ chosen }: { readonly chosen: RealSourceKind }) {
  const isRehearsal = useSlice((state) => state.settings['mock.enabled']);
  const status = useSlice((state) => state.source);
  if (isRehearsal) return <Hidden />;
  // The choice is here at once; the source itself follows a moment later.
  const shown: Status = status.kind === chosen ? status : { kind: chosen, condition: 'connecting' };
  return (
    <section
      class="source-status"
      aria-label={words.label}
      data-condition={isUnfinished(shown) ? 'unfinished' : shown.condition}
    >
      <span class="dot" />
      <StatusWords status={shown} />
      <Retry status={shown} />
    </section>
  );
}

function Hidden() {
  const change = useChangeSetting();
  return (
    <section class="source-status" aria-label={words.label} data-condition="hidden">
      <span class="dot" />
      <div role="status">
        <h3>{words.hidden.title}</h3>
        <p>{words.hidden.advice}</p>
      </div>
      <button class="button plain" type="button" onClick={() => change('mock.enabled', false)}>
        {words.hidden.end}
      </button>
    </section>
  );
}

function StatusWords({ status }: { readonly status: Status }) {
  const guilds = useSlice((state) => state.guilds);
  const { title, advice } = inWords(status, guilds);
  return (
    <div role="status">
      <h3>{title}</h3>
      <p>{advice}</p>
      {status.isStale && <p class="stale">{words.stale}</p>}
    </div>
  );
}

interface Counted {
  readonly guildId: string;
  readonly members: number;
}

function inWords(status: Status, guilds: readonly Counted[]): { title: string; advice: string } {
  switch (status.condition) {
    case 'live':
      return { title: words.live.title, advice: liveAdvice(guilds) };
    case 'waiting':
    case 'refused':
      return describeProblem(status.problem);
    case 'connecting':
    case 'rehearsal':
    case 'no-source':
      return words.connecting;
    default:
      return assertNever(status);
  }
}

function liveAdvice(guilds: readonly Counted[]): string {
  const real = guilds.filter(({ guildId }) => guildId !== PLACEHOLDER_GUILD_ID);
  const members = real.reduce((sum, guild) => sum + guild.members, 0);
  if (real.length === 0) return words.live.nobodyYet;
  return words.live.advice(real.length, countText(members));
}

/** What is missing is asked for right below: trying again without it helps nobody. */
function isUnfinished(status: Status): boolean {
  return 'problem' in status && UNFINISHED.includes(status.problem.code);
}

/** The countdown is not read out: it would never end. */
function Retry({ status }: { readonly status: Status }) {
  const { api } = useDashboard();
  const run = useRun();
  if (!('problem' in status) || isUnfinished(status)) return null;
  return (
    <div class="retry">
      {status.condition === 'waiting' && <Countdown retryAt={status.retryAt} />}
      <button class="button plain" type="button" onClick={() => run(api.retrySource())}>
        {words.retryNow}
      </button>
    </div>
  );
}

function Countdown({ retryAt }: { readonly retryAt: number }) {
  const seconds = secondsUntil(retryAt, useNow(250));
  return (
    <span class="countdown" role="timer">
      {seconds > 0 ? words.retryIn(strings.measure.seconds(seconds)) : words.retrying}
    </span>
  );
}
