import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/compile-cache/host.js';
import { findCachePlace, type Installation } from '../../src/compile-cache/place.js';
import { createHost } from './host.js';

const installation: Installation = { version: '1.2.3', build: 'b1', distDirectory: '/opt/aimi/dist' };
const place = (changes: Partial<Host> = {}, other: Partial<Installation> = {}) =>
  findCachePlace(createHost(changes).host, { ...installation, ...other }, () => '/home/ada');

describe('findCachePlace', () => {
  it.each<[string, Host['env'], string | null]>([
    ['the home directory', {}, '/home/ada/.cache/aimi/compile'],
    ['the XDG directory', { XDG_CACHE_HOME: '/x' }, '/x/aimi/compile'],
    ['the one that was named', { AIMI_CACHE_DIR: '/k' }, '/k/compile'],
    ['none below the working directory, which may be somebody else’s project', { AIMI_CACHE_DIR: 'k' }, null],
    ['none when Node’s own variable says so', { NODE_DISABLE_COMPILE_CACHE: '1' }, null],
    ['none when coverage is measured', { NODE_V8_COVERAGE: '/c' }, null],
  ])('takes %s', (_story, env, directory) => {
    expect(place({ env })?.directory ?? null).toBe(directory);
  });

  it.each<[string, Partial<Host>, Partial<Installation>]>([
    ['the version of aimi', {}, { version: '1.2.4' }],
    ['the content of the bundles', {}, { build: 'b2' }],
    ['the place of the installation', {}, { distDirectory: '/home/ada/node_modules/aimi/dist' }],
    ['the version of Node', { version: 'v20.21.0' }, {}],
    ['the version of V8', { versions: { v8: '11.4' } }, {}],
    ['the processor', { arch: 'arm64' }, {}],
    ['the platform', { platform: 'darwin' }, {}],
    ['the flags of Node', { execArgv: ['--no-opt'] }, {}],
    ['the flags of Node in its variable', { env: { NODE_OPTIONS: '--no-opt' } }, {}],
  ])('has another generation for another %s', (_story, changes, other) => {
    expect(place(changes, other)?.generation).not.toBe(place()?.generation);
    expect(place(changes, other)?.generation).toBe(place(changes, other)?.generation);
  });

  it('says of a generation what it is for, and never the flags', () => {
    const env = { NODE_OPTIONS: '--title=secret' };
    expect(place({ env })?.generation).toMatch(/compile\/1\.2\.3-nodev20\.20\.2-[0-9a-f]{8}$/);
  });
});
