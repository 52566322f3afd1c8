import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

describe('aimi version', () => {
  it('names what a report of a defect needs', async () => {
    const { stdout, stderr, exit, requests } = await machine().run('version -o json', {
      env: { AIMI_CONFIG_DIR: '/home/tester/.config/aimi', LANG: 'C.UTF-8' },
    });
    expect({ exit, stderr, requests }).toEqual({ exit: 0, stderr: '', requests: [] });
    expect(JSON.parse(stdout)).toEqual({
      aimi: '0.0.0-test',
      node: '20.20.2',
      v8: '11.3',
      platform: 'linux',
      arch: 'x64',
      osRelease: '6.1',
      sdks: { '@azure/identity': '4.13.1' },
      catalog: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      prices: { bundled: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), updated: null },
      directories: { config: '~/.config/aimi', cache: '/cache' },
      terminal: {
        stdin: false,
        stdout: { isTerminal: false, columns: null, hasColor: false, hasUnicode: true },
        stderr: { isTerminal: false, columns: null, hasColor: false, hasUnicode: true },
        variables: { LANG: 'C.UTF-8' },
      },
      environment: ['AIMI_CACHE_DIR', 'AIMI_CONFIG_DIR'],
    });
  });

  it.each(['table', 'json', 'yaml'])('tells of keys and proxies that they are set, as %s', async (format) => {
    const env = {
      AZURE_OPENAI_API_KEY: 'first-secret',
      HTTPS_PROXY: 'http://me:second-secret@proxy.example',
      https_proxy: 'http://me:third-secret@proxy.example',
      HOME_GROWN: 'not told',
    };
    const { stdout } = await machine().run(`version -o ${format}`, { env });
    for (const name of ['AZURE_OPENAI_API_KEY', 'HTTPS_PROXY', 'https_proxy']) expect(stdout).toContain(name);
    expect(stdout).not.toMatch(/secret|proxy\.example|HOME_GROWN|not told/);
  });

  it('fits a narrow terminal', async () => {
    const { stdout } = await machine().run('version', { answers: [], columns: 40 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
