/** A drop-down list in the window's own clothes. */
import { Icon } from './icon.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, choices, disabled = false, onChange } = props;
  const choose = (text: string): void => {
    const choice = choices.find((candidate) => candidate.value === text);
    if (choice) onChange(choice.value);
  };
  return (
    <span class="select">
      <select
        aria-label={label}
        title={label}
        value={value}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
