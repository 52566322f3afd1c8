import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArmEndpoint } from '../../src/config/arm-endpoint.js';
import { findDirectories, type Place } from '../../src/config/directories.js';
import { findProjectFile } from '../../src/config/project-file.js';
import { AimiError } from '../../src/errors.js';

const LINUX: Place = { env: {}, cwd: '/code/shop', homeDirectory: '/home/ada', platform: 'linux' };
const WINDOWS: Place = { env: {}, cwd: 'C:\\shop', homeDirectory: 'C:\\Users\\ada', platform: 'win32' };

describe('findDirectories', () => {
  it.each<[string, Place, string, string]>([
    ['Linux', LINUX, '/home/ada/.config/aimi', '/home/ada/.cache/aimi'],
    ['macOS', { ...LINUX, platform: 'darwin' }, '/home/ada/.config/aimi', '/home/ada/.cache/aimi'],
    ['XDG', { ...LINUX, env: { XDG_CONFIG_HOME: '/x', XDG_CACHE_HOME: '/y' } }, '/x/aimi', '/y/aimi'],
    [
      'a relative XDG, which does not count',
      { ...LINUX, env: { XDG_CONFIG_HOME: 'x' } },
      '/home/ada/.config/aimi',
      '/home/ada/.cache/aimi',
    ],
    [
      "aimi's own variables",
      { ...LINUX, env: { AIMI_CONFIG_DIR: 'c', AIMI_CACHE_DIR: '/k' } },
      '/code/shop/c',
      '/k',
    ],
    [
      'Windows',
      { ...WINDOWS, env: { APPDATA: 'C:\\R', LOCALAPPDATA: 'C:\\L' } },
      'C:\\R\\aimi',
      'C:\\L\\aimi\\cache',
    ],
    [
      'Windows without variables',
      WINDOWS,
      'C:\\Users\\ada\\AppData\\Roaming\\aimi',
      'C:\\Users\\ada\\AppData\\Local\\aimi\\cache',
    ],
  ])('knows the places of %s', (_story, place, configDirectory, cacheDirectory) => {
    expect(findDirectories(place)).toEqual({ configDirectory, cacheDirectory });
  });
});

describe('findProjectFile', () => {
  const search = async (
    place: Place,
    existing: readonly string[],
  ): Promise<{ path: string | null; asked: string[] }> => {
    const asked: string[] = [];
    const found = await findProjectFile(place, {
      readText: async (path) => {
        asked.push(path);
        if (existing.includes(`unreadable ${path}`))
          throw new AimiError('file-unreadable', { message: path });
        return existing.includes(path) ? 'output: json' : null;
      },
    });
    return { path: found?.path ?? null, asked };
  };

  it('takes the nearest one upwards', async () => {
    const place = { ...LINUX, cwd: '/code/shop/api/src' };
    const { path } = await search(place, ['/code/.aimi.yaml', '/code/shop/.aimi.yaml']);
    expect(path).toBe('/code/shop/.aimi.yaml');
  });

  it('looks no further than the home directory', async () => {
    const { path, asked } = await search({ ...LINUX, cwd: '/home/ada/x' }, [
      '/.aimi.yaml',
      '/home/.aimi.yaml',
    ]);
    expect(path).toBeNull();
    expect(asked).toEqual(['/home/ada/x/.aimi.yaml', '/home/ada/.aimi.yaml']);
  });

  it('looks up to the root from elsewhere, by the rules of the platform', async () => {
    expect((await search(LINUX, [])).asked).toEqual([
      '/code/shop/.aimi.yaml',
      '/code/.aimi.yaml',
      '/.aimi.yaml',
    ]);
    expect((await search(WINDOWS, [])).asked).toEqual(['C:\\shop\\.aimi.yaml', 'C:\\.aimi.yaml']);
  });

  it('says so when the nearest cannot be read, and does not care about one above', async () => {
    await expect(search(LINUX, ['unreadable /code/shop/.aimi.yaml'])).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    const { path } = await search(LINUX, ['/code/shop/.aimi.yaml', 'unreadable /code/.aimi.yaml']);
    expect(path).toBe('/code/shop/.aimi.yaml');
  });
});

describe('parseArmEndpoint', () => {
  it.each([
    ['https://management.azure.com', 'https://management.azure.com'],
    ['https://management.azure.com/', 'https://management.azure.com'],
    ['https://arm.example:8443/base/', 'https://arm.example:8443/base'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://arm.localhost:8080', 'http://arm.localhost:8080'],
    ['http://management.azure.com', null],
    ['http://127.0.0.1.evil.example', null],
    ['http://localhost.evil.example', null],
    ['http://notlocalhost', null],
    ['http://localhost@evil.example', null],
    ['http://0.0.0.0:8080', null],
    ['https://me:secret@arm.example', null],
    ['https://arm.example?x=1', null],
    ['https://arm.example#x', null],
    ['ftp://localhost', null],
    ['management.azure.com', null],
    ['', null],
  ])('reads %s as %s', (text, expected) => {
    expect(parseArmEndpoint(text)).toBe(expected);
  });

  it('accepts plain http from no name outside of this machine', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http'] }), (url) => {
        expect(parseArmEndpoint(url)).toBeNull();
      }),
    );
  });
});
