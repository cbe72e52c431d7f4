/** Says that a command failed, until it is dismissed or has been there long enough to be read. */
import { useEffect } from 'preact/hooks';
import { strings } from '../../shared/strings/index.ts';
import { Icon } from './icon.tsx';

const LIFETIME = 10_000;

export interface ComplaintProps {
  /** Empty when there is nothing to complain about. */
  readonly text: string;
  readonly onDismiss: () => void;
}

export function Complaint({ text, onDismiss }: ComplaintProps) {
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(onDismiss, LIFETIME);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="complaint-place" role="alert">
      {text !== '' && (
        <p class="complaint">
          <Icon name="warning" />
          <span>{text}</span>
          <button class="button quiet" type="button" onClick={onDismiss}>
            {strings.window.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}
