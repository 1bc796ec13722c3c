import { useId } from 'preact/hooks';
import { terminalText } from '../../reporters/terminal-text.ts';
import { cut } from '../parts/cut.ts';

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** A labelled list to choose one of. */
export function Choice({ label, options, value, choose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="frame-choice">
      <label for={id}>{label}</label>{' '}
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {cut(terminalText(option.text), 80)}
          </option>
        ))}
      </select>
    </div>
  );
}
