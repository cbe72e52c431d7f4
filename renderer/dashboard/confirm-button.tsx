/** A button for what cannot be undone: it asks in its own place before it does it. */
import { useEffect, useRef, useState } from 'preact/hooks';

export interface ConfirmButtonProps {
  readonly text: string;
  /** Its name, when the text alone does not tell what it is about. */
  readonly label?: string;
  readonly question: string;
  readonly keep: string;
  readonly onConfirm: () => void;
}

export function ConfirmButton(props: ConfirmButtonProps) {
  const { text, label = text, question, keep, onConfirm } = props;
  const [isAsking, setIsAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    // The button that had the focus is another one now.
    if (isAsking || hasAsked.current) first.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button
        ref={first}
        class="button quiet"
        type="button"
        aria-label={label}
        onClick={() => setIsAsking(true)}
      >
        {text}
      </button>
    );
  }
  return (
    <fieldset class="confirm" aria-label={label}>
      <span role="alert">{question}</span>
      <button ref={first} class="button quiet" type="button" onClick={() => setIsAsking(false)}>
        {keep}
      </button>
      <button
        class="button danger"
        type="button"
        onClick={() => {
          setIsAsking(false);
          onConfirm();
        }}
      >
        {text}
      </button>
    </fieldset>
  );
}
