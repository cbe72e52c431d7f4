/** A text that is being typed, until it is saved: with Enter, or by going elsewhere. */
import { useEffect, useRef, useState } from 'preact/hooks';

export interface DraftOptions {
  /** What is saved. */
  readonly value: string;
  /** What is wrong with the text, or null. */
  readonly check: (text: string) => string | null;
  /** Not called with a text that is wrong, nor when nothing was typed. */
  readonly save: (text: string) => void;
}

export interface Draft {
  readonly text: string;
  readonly error: string | null;
  readonly events: {
    readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

export function useDraft({ value, check, save }: DraftOptions): Draft {
  /** Null while it is what is saved. What was just saved stays until the state says so too. */
  const [typed, setTyped] = useState<string | null>(null);
  const isTyping = useRef(false);
  const text = typed ?? value;
  const error = check(text.trim());
  useEffect(() => {
    if (!isTyping.current) setTyped(null);
  }, [value]);
  const commit = (): void => {
    if (!isTyping.current || error !== null) return;
    isTyping.current = false;
    setTyped(text.trim());
    save(text.trim());
  };
  const giveUp = (): void => {
    isTyping.current = false;
    setTyped(null);
  };
  return {
    text,
    error,
    events: {
      onInput(event) {
        isTyping.current = true;
        setTyped(event.currentTarget.value);
      },
      onBlur: commit,
      onKeyDown(event) {
        if (event.key === 'Escape') giveUp();
        const isLong = event.currentTarget instanceof HTMLTextAreaElement;
        if (event.key === 'Enter' && !isLong) commit();
      },
    },
  };
}
