/** What lies behind the transparent overlay in the preview. */
import { strings } from '../../../shared/strings/index.ts';

const BACKDROPS = ['checkerboard', 'dark', 'light'] as const;
export type Backdrop = (typeof BACKDROPS)[number];

export interface BackdropChoiceProps {
  readonly value: Backdrop;
  readonly onChange: (backdrop: Backdrop) => void;
}

export function BackdropChoice({ value, onChange }: BackdropChoiceProps) {
  const words = strings.window.preview;
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{words.backdropLabel}</legend>
      {BACKDROPS.map((backdrop) => (
        <label key={backdrop} class="segment" title={words.backdrop[backdrop]}>
          <input
            class="visually-hidden"
            type="radio"
            name="backdrop"
            checked={backdrop === value}
            onChange={() => onChange(backdrop)}
          />
          <span class="swatch" data-backdrop={backdrop} />
          <span class="label">{words.backdrop[backdrop]}</span>
        </label>
      ))}
    </fieldset>
  );
}
