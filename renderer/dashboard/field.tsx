/** A control with its name above it, and below it a hint, in whose place stands what is wrong. */
import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Of the control. */
  readonly id: string;
  /** Left out where a heading is the label. */
  readonly label?: string;
  readonly hint?: string;
  /** Null when nothing is. */
  readonly error?: string | null;
  readonly children: ComponentChildren;
}

export function Field({ id, label, hint = '', error = null, children }: FieldProps) {
  return (
    <div class="field">
      {label !== undefined && <label for={id}>{label}</label>}
      <div class="field-control">{children}</div>
      {(error ?? hint) !== '' && (
        <p id={`${id}-hint`} class="field-hint" data-wrong={error !== null}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** What a control in a {@link Field} carries, so that its hint is read out with it. */
export function fieldControl(id: string, error: string | null = null) {
  return { id, 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== null };
}
