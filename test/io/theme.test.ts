import { describe, expect, it } from 'vitest';
import type { TextOutput } from '../../src/context.js';
import { createTheme } from '../../src/io/theme.js';
import { ASCII_SYMBOLS, PLAIN_STYLE, UNICODE_SYMBOLS } from '../../src/render/theme.js';

const output = (facts: Partial<TextOutput>): TextOutput => ({
  isTerminal: true,
  columns: 100,
  hasColor: true,
  hasUnicode: true,
  write() {},
  ...facts,
});

describe('createTheme', () => {
  it('has colour, symbols and the width of a capable terminal', async () => {
    const theme = await createTheme(output({}));
    expect(theme.style.red('x')).toBe('\x1b[31mx\x1b[39m');
    expect(theme.style.bold('x')).toBe('\x1b[1mx\x1b[22m');
    expect(theme).toMatchObject({ symbols: UNICODE_SYMBOLS, width: 100 });
  });

  it('is plain for a pipe, and never cuts', async () => {
    const theme = await createTheme(
      output({ isTerminal: false, columns: null, hasColor: false, hasUnicode: false }),
    );
    expect(theme).toEqual({ style: PLAIN_STYLE, symbols: ASCII_SYMBOLS, width: null });
  });

  it('assumes 80 columns of a terminal that does not know', async () => {
    expect((await createTheme(output({ columns: null }))).width).toBe(80);
  });

  it('lets --color decide over the stream', async () => {
    expect((await createTheme(output({}), 'never')).style).toBe(PLAIN_STYLE);
    expect((await createTheme(output({ hasColor: false }), 'always')).style.green('x')).toBe(
      '\x1b[32mx\x1b[39m',
    );
  });
});
