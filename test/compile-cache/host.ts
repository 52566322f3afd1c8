import type { Host } from '../../src/compile-cache/host.js';

/** A made-up process whose end a test decides. */
export function createHost(changes: Partial<Host> = {}) {
  const listeners: ((code: number) => void)[] = [];
  const host: Host = {
    env: {},
    platform: 'linux',
    arch: 'x64',
    pid: 4711,
    version: 'v20.20.2',
    versions: { v8: '11.3' },
    execArgv: [],
    cwd: () => '/code/shop',
    on: (_event, listener) => listeners.push(listener),
    ...(process.getuid === undefined ? {} : { getuid: process.getuid }),
    ...changes,
  };
  const end = (code: number): void => {
    for (const listener of listeners) listener(code);
  };
  return { host, end };
}
