/** A box to tick, with its text and perhaps a word beside it. */

export interface CheckRowProps {
  readonly text: string;
  readonly tag?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function CheckRow({ text, tag, isOn, onChange }: CheckRowProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="check-text" dir="auto" title={text}>
        {text}
      </span>
      {tag !== undefined && <span class="tag">{tag}</span>}
    </label>
  );
}
