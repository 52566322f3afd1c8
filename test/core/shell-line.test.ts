import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellLine } from '../../src/core/shell-line.js';

describe('shellLine', () => {
  it.each([
    [
      'plain words stay',
      ['aimi', 'deploy', 'gpt-4.1-mini', '--name', 'a_b.c'],
      'linux',
      'aimi deploy gpt-4.1-mini --name a_b.c',
    ],
    ['a blank is quoted', ['--organization', 'Contoso Ltd'], 'linux', "--organization 'Contoso Ltd'"],
    ['a quote ends and begins the quoting', ["O'Hara & $Co"], 'linux', `'O'\\''Hara & $Co'`],
    ['an empty word is a word', [''], 'linux', "''"],
    ['Windows: both shells read double quotes', ['Contoso Ltd', "O'Hara"], 'win32', `"Contoso Ltd" "O'Hara"`],
    [
      'Windows: what PowerShell would expand has its own quotes',
      ['a $b', 'say "hi"', "100% o'clock"],
      'win32',
      `'a $b' 'say "hi"' '100% o''clock'`,
    ],
    ['Windows: paths stay', ['C:\\keys\\a.pem'], 'win32', 'C:\\keys\\a.pem'],
  ])('%s', (_, words, platform, expected) => {
    expect(shellLine(words, platform)).toBe(expected);
  });

  it('gives a POSIX shell every word as it was', () => {
    const word = fc.string({ unit: fc.constantFrom(...`aZ0 -_./:@%+,='"$\`\\&|;<>(){}[]*?!#~\t\né`) });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const line = `printf '<%s>' ${shellLine(words, 'linux')}`;
        const read = execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
        expect(read).toBe(words.map((text) => `<${text}>`).join(''));
      }),
      { numRuns: 60 },
    );
  });
});
