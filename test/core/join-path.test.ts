import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinPath } from '../../src/core/join-path.js';

describe('joinPath', () => {
  it.each([
    ['/home/ada/.cache/aimi', '/home/ada/.cache/aimi/sandbox/state.json'],
    ['/home/ada/', '/home/ada/sandbox/state.json'],
    ['/odd\\name', '/odd\\name/sandbox/state.json'],
    ['/', '/sandbox/state.json'],
    ['C:\\Users\\ada\\cache', 'C:\\Users\\ada\\cache\\sandbox\\state.json'],
    ['C:\\', 'C:\\sandbox\\state.json'],
    ['d:/cache', 'd:/cache\\sandbox\\state.json'],
    ['\\\\server\\share\\ada', '\\\\server\\share\\ada\\sandbox\\state.json'],
  ])('below %s', (directory, expected) => {
    expect(joinPath(directory, 'sandbox', 'state.json')).toBe(expected);
  });

  it('agrees with the rules of Windows', () => {
    for (const directory of ['C:\\', 'C:\\a b\\c', '\\\\server\\share\\x']) {
      expect(joinPath(directory, 'prices', 'USD.json')).toBe(win32.join(directory, 'prices', 'USD.json'));
    }
  });
});
