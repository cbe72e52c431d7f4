/** Goes from page to page. */
import { strings } from '../../../shared/strings/index.ts';
import { Icon } from '../icon.tsx';
import { PAGE_ICONS, PAGES, type Page } from './pages.ts';

export interface NavigationProps {
  readonly page: Page;
  readonly onGo: (page: Page) => void;
}

export function Navigation({ page, onGo }: NavigationProps) {
  const words = strings.window.pages;
  return (
    <nav class="navigation" aria-label={words.label}>
      <ul>
        {PAGES.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => onGo(each)}
            >
              <Icon name={PAGE_ICONS[each]} />
              {words[each]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
