import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A stranger's client against `aimi sandbox start`: the Azure CLI (Debian's azure-cli, 2.45), logged in to the
 * sandbox as to a private cloud, with TLS verified through the throwaway authority.
 */
const hasAz = spawnSync('az', ['version'], { stdio: 'ignore' }).status === 0;
const aimi = fileURLToPath(new URL('../../bin/aimi.js', import.meta.url));
const ID = '00000000-0000-4000-8000-0000000000f1';

describe.skipIf(!hasAz)(
  `the Azure CLI on the sandbox${hasAz ? '' : ' (skipped: az is not installed)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'aimi-az-'));
    const own = {
      ...process.env,
      AIMI_CACHE_DIR: join(folder, 'cache'),
      AIMI_CONFIG_DIR: join(folder, 'config'),
    };
    let server: ReturnType<typeof spawn>;
    let env: NodeJS.ProcessEnv;

    const az = (...args: string[]): string =>
      execFileSync('az', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const azJson = (...args: string[]) => JSON.parse(az(...args, '-o', 'json'));
    const ACCOUNT = ['-g', 'rg-sandbox', '-n', 'contoso-ai'];
    const DEPLOYMENT = ['cognitiveservices', 'account', 'deployment'];

    beforeAll(async () => {
      server = spawn(process.execPath, [aimi, 'sandbox', 'start', '-o', 'json', '-q'], { env: own });
      const { https, caFile } = await firstJson(server);
      env = {
        ...process.env,
        AZURE_CONFIG_DIR: join(folder, 'az'),
        AZURE_CORE_COLLECT_TELEMETRY: '0',
        REQUESTS_CA_BUNDLE: caFile,
      };
      const endpoints = {
        'resource-manager': `${https}/`,
        management: `${https}/`,
        'active-directory': `${https}/adfs`,
        'active-directory-resource-id': `${https}/`,
        'active-directory-graph-resource-id': `${https}/`,
      };
      const flags = Object.entries(endpoints).flatMap(([name, url]) => [`--endpoint-${name}`, url]);
      az('cloud', 'register', '-n', 'sandbox', ...flags);
      az('cloud', 'set', '-n', 'sandbox');
      az('login', '--service-principal', '-u', ID, '-p', 'sandbox', '--tenant', 'adfs');
    }, 120_000);

    afterAll(async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });

    it('sees the accounts and what they may deploy', () => {
      const names = azJson('cognitiveservices', 'account', 'list').map((row: { name: string }) => row.name);
      expect(names).toEqual(['contoso-ai', 'contoso-ai-sweden', 'contoso-openai']);
      const models = azJson('cognitiveservices', 'account', 'list-models', ...ACCOUNT);
      expect(models.map((row: { name: string }) => row.name)).toContain('gpt-4.1-mini');
    });

    it('deploys, lists and deletes, and aimi sees the same', () => {
      const model = [
        '--model-name',
        'gpt-4.1-mini',
        '--model-version',
        '2025-04-14',
        '--model-format',
        'OpenAI',
      ];
      const scale = ['--scale-settings-scale-type', 'Standard'];
      az(...DEPLOYMENT, 'create', ...ACCOUNT, '--deployment-name', 'from-az', ...model, ...scale);
      const [row] = azJson(...DEPLOYMENT, 'list', ...ACCOUNT);
      expect(row).toMatchObject({ name: 'from-az', properties: { provisioningState: 'Succeeded' } });
      const list = [aimi, 'deployments', 'list', '--sandbox', '-o', 'json'];
      const seen = execFileSync(process.execPath, list, { env: own });
      expect(JSON.parse(seen.toString())).toMatchObject([{ name: 'from-az', sku: 'Standard' }]);
      az(...DEPLOYMENT, 'delete', ...ACCOUNT, '--deployment-name', 'from-az');
      expect(azJson(...DEPLOYMENT, 'list', ...ACCOUNT)).toEqual([]);
    });

    it('is refused in the words of the service', () => {
      const show = () => az(...DEPLOYMENT, 'show', ...ACCOUNT, '--deployment-name', 'nope');
      expect(show).toThrow(/Specified resource .*deployments\/nope.* cannot be found/s);
    });
  },
);

function firstJson(child: ReturnType<typeof spawn>): Promise<{ https: string; caFile: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.on('exit', (code) => reject(new Error(`sandbox start ended with ${code}`)));
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.trimEnd().endsWith('}')) resolve(JSON.parse(text));
    });
  });
}
