import { type ConfigList, configListView, configOriginsView } from '../../render/config/list-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { type SettingRow, settingRows } from '../setting-row.js';

export function configListPresentation(hasOrigins: boolean): Presentation<ConfigList> {
  return { table: hasOrigins ? configOriginsView : configListView, rows: (data) => data.settings };
}

export function runConfigList({ settings }: Session): Outcome<ConfigList> {
  const { userFile, projectFile, profile } = settings;
  return {
    data: {
      settings: settingRows(settings),
      profiles: Object.entries(settings.profiles).map(([name, values]) => ({
        name,
        isUsed: name === profile?.name,
        settings: values,
      })),
      userFile,
      projectFile,
    },
  };
}

export const configGetPresentation: Presentation<SettingRow> = {
  table: ({ value }) => (value === null ? '' : `${value}\n`),
};

export async function runConfigGet({ settings }: Session, name: string): Promise<Outcome<SettingRow>> {
  const row = settingRows(settings).find((each) => each.name === name);
  if (row !== undefined) return { data: row };
  const { checkSettingName } = await import('../../config/user-file.js');
  throw new Error(`no row for ${checkSettingName(name)}`);
}

interface ConfigPath {
  readonly userFile: string;
  readonly projectFile: string | null;
  readonly configDirectory: string;
  readonly cacheDirectory: string;
}

export const configPathPresentation: Presentation<ConfigPath> = { table: ({ userFile }) => `${userFile}\n` };

export function runConfigPath({ settings }: Session): Outcome<ConfigPath> {
  const { userFile, projectFile, configDirectory, cacheDirectory } = settings;
  return { data: { userFile, projectFile, configDirectory, cacheDirectory } };
}
