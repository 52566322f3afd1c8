import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';

/** Settings in force, and the profiles as they are written. */
export interface ConfigList {
  readonly settings: readonly {
    readonly name: string;
    readonly value: string | boolean | null;
    readonly origin: string;
    readonly from: string;
  }[];
  readonly profiles: readonly {
    readonly name: string;
    readonly isUsed: boolean;
    readonly settings: Readonly<Record<string, string>>;
  }[];
  readonly userFile: string;
  readonly projectFile: string | null;
}

export function configListView(data: ConfigList, theme: Theme): string {
  const settings = renderColumns(
    [
      { header: 'NAME', style: 'bold' },
      { header: 'VALUE', shrink: 1 },
    ],
    data.settings.map((row) => [row.name, valueText(row.value)]),
    theme,
  );
  return settings + profilesText(data, theme);
}

/** As the list, with the place of each value. */
export function configOriginsView(data: ConfigList, theme: Theme): string {
  const settings = renderColumns(
    [{ header: 'NAME', style: 'bold' }, { header: 'VALUE', shrink: 2 }, { header: 'FROM' }],
    data.settings.map((row) => [row.name, valueText(row.value), row.from]),
    theme,
  );
  return settings + profilesText(data, theme);
}

function valueText(value: string | boolean | null): string {
  return value === null ? '-' : String(value);
}

function profilesText({ profiles }: ConfigList, theme: Theme): string {
  if (profiles.length === 0) return '';
  const rows = profiles.map(({ name, isUsed, settings }) => [
    name,
    isUsed ? 'yes' : '-',
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
  ]);
  const columns = [
    { header: 'PROFILE', style: 'bold' },
    { header: 'IN USE' },
    { header: 'SETTINGS', shrink: 1 },
  ] as const;
  return `\n${renderColumns(columns, rows, theme)}`;
}
