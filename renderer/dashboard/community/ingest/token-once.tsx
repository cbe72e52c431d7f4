/** A token just made: hidden until asked for, to be copied now, and never shown again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../../../../shared/strings/index.ts';
import { CopyButton } from '../../copy-button.tsx';
import { Field } from '../../field.tsx';
import { useCopyText } from '../../use-copy-text.ts';

export interface FreshToken {
  readonly name: string;
  readonly secret: string;
}

export interface TokenOnceProps {
  readonly token: FreshToken;
  readonly onDone: () => void;
}

const words = strings.window.community.ingest.fresh;

export function TokenOnce({ token, onDone }: TokenOnceProps) {
  const copyText = useCopyText();
  const [isShown, setIsShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // The form that had the focus has made room for this.
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box} class="token-once">
      <Field id="token-once" label={words.title(token.name)} hint={words.once}>
        <output id="token-once" class="value">
          {isShown ? token.secret : '•'.repeat(24)}
        </output>
        <CopyButton
          label={words.copy}
          tone="primary"
          onCopy={() => copyText(token.secret, words.copied)}
        />
        <button class="button plain" type="button" onClick={() => setIsShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </button>
        <button class="button plain" type="button" onClick={onDone}>
          {words.done}
        </button>
      </Field>
    </div>
  );
}
