import { AimiError } from '../../errors.js';

/** `--map FIELD=COLUMN`, as often as it is given. */
export function readMap(entries: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map((entry) => {
      const [field = '', ...column] = entry.split('=');
      if (field !== '' && column.join('=') !== '') return [field, column.join('=')];
      throw new AimiError('invalid-value', {
        message: `--map ${entry} is not FIELD=COLUMN`,
        hint: 'For example --map input=prompt_count --map model=engine',
      });
    }),
  );
}
