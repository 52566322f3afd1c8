import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOnPath } from '../../../src/azure/credentials/is-on-path.js';
import { readMachineFacts } from '../../../src/azure/credentials/machine-facts.js';
import { filesOf } from '../support.js';

test.each([
  ['7783-7084-3265-9085-8269-3286-77\n', 'linux', true],
  ['Something else\n', 'linux', false],
  ['7783-7084-3265-9085-8269-3286-77\n', 'darwin', false],
])('chassis tag %j on %s: Azure machine %s', async (tag, platform, expected) => {
  const files = filesOf({ '/sys/class/dmi/id/chassis_asset_tag': tag });
  expect((await readMachineFacts({ PATH: '' }, platform, files)).isAzureMachine).toBe(expected);
});

test('a command is on PATH when a file of that name can be executed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aimi-path-'));
  const path = join(folder, 'az');
  writeFileSync(path, '');
  chmodSync(path, 0o644);
  expect(isOnPath('az', { PATH: `/nowhere:${folder}` }, 'linux')).toBe(false);
  chmodSync(path, 0o755);
  expect(isOnPath('az', { PATH: `/nowhere:${folder}` }, 'linux')).toBe(true);
  expect(isOnPath('azd', { PATH: folder }, 'linux')).toBe(false);
  expect(isOnPath('az', {}, 'linux')).toBe(false);
  writeFileSync(join(folder, 'azd.cmd'), '');
  expect(isOnPath('azd', { Path: `C:\\nowhere;${folder}` }, 'win32')).toBe(true);
  rmSync(folder, { recursive: true });
});

test.each([
  ['in quotes', (folder: string) => `C:\\nowhere;"${folder}"`],
  ['after an empty entry', (folder: string) => `;${folder};`],
])('on Windows a folder of PATH is read %s', (_form, path) => {
  const folder = mkdtempSync(join(tmpdir(), 'aimi path-'));
  writeFileSync(join(folder, 'az.cmd'), '');
  expect(isOnPath('az', { Path: path(folder) }, 'win32')).toBe(true);
  rmSync(folder, { recursive: true });
});

test("on Windows its own PowerShell will do, and az's home is the profile whatever a Git Bash says", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aimi-path-'));
  for (const name of ['az.cmd', 'powershell.exe']) writeFileSync(join(folder, name), '');
  const profile = JSON.stringify({ subscriptions: [{ id: 's', isDefault: true }] });
  const files = filesOf({ 'C:\\Users\\ada\\.azure\\azureProfile.json': profile });
  const env = { Path: folder, HOME: '/c/Users/ada', USERPROFILE: 'C:\\Users\\ada' };
  expect(await readMachineFacts(env, 'win32', files)).toMatchObject({
    hasAz: true,
    hasPowerShell: true,
    azSignedIn: true,
  });
  expect((await readMachineFacts({ PATH: folder }, 'linux', files)).hasPowerShell).toBe(false);
  rmSync(folder, { recursive: true });
});
