/** What the streamer should know about, with what to do, until it is dismissed. */
import { describeNotice, type NoticeWords } from '../../shared/strings/describe-notice.ts';
import { strings } from '../../shared/strings/index.ts';
import { useDashboard, useRun, useSlice } from './dashboard-context.ts';
import { Icon } from './icon.tsx';

export function Notices() {
  const notices = useSlice((state) => state.notices);
  const { api } = useDashboard();
  const run = useRun();
  if (notices.length === 0) return null;
  const words = strings.window;
  const described = distinct(notices.map(describeNotice));
  return (
    <section class="notices" aria-label={words.notices}>
      <Icon name="warning" />
      <ul>
        {described.map(([key, { title, advice }]) => (
          <li key={key}>
            <strong>{title}</strong> <span>{advice}</span>
          </li>
        ))}
      </ul>
      <button class="button quiet" type="button" onClick={() => run(api.dismissNotices())}>
        {described.length === 1 ? words.dismiss : words.dismissAll}
      </button>
    </section>
  );
}

/** What was raised twice is said once. */
function distinct(notices: readonly NoticeWords[]): [string, NoticeWords][] {
  return [...new Map(notices.map((notice) => [`${notice.title} ${notice.advice}`, notice]))];
}
