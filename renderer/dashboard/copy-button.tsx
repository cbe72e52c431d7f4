/** A button that copies and shows for two seconds that it did, without changing its size. */
import { strings } from '../../shared/strings/index.ts';
import { Icon } from './icon.tsx';
import { useDone } from './use-done.ts';

export interface CopyButtonProps {
  readonly label: string;
  readonly tone: 'primary' | 'plain' | 'quiet';
  readonly disabled?: boolean;
  /** Copies, and tells whether that worked. */
  readonly onCopy: () => Promise<boolean>;
}

export function CopyButton({ label, tone, disabled = false, onCopy }: CopyButtonProps) {
  const [isDone, markDone] = useDone();
  const copy = async (): Promise<void> => {
    if (await onCopy()) markDone();
  };
  // The name stays the same: what happened is announced, and the focus keeps its label.
  return (
    <button
      class={`button ${tone} copy-button`}
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      data-done={isDone}
      onClick={() => void copy()}
    >
      <span class="before">
        <Icon name="copy" />
        <span class="label">{label}</span>
      </span>
      <span class="done">
        <Icon name="check" />
        <span class="label">{strings.window.copied}</span>
      </span>
    </button>
  );
}
