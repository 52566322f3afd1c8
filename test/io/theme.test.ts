import { describe, expect, it } from 'vitest';
import type { ColorMode } from '../../src/config/settings.js';
import type { TextOutput } from '../../src/context.js';
import { createTheme } from '../../src/io/theme.js';
import { ASCII_SYMBOLS, PLAIN_STYLE, SPOKEN_SYMBOLS, UNICODE_SYMBOLS } from '../../src/render/theme.js';

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
    expect(theme).toMatchObject({ style: PLAIN_STYLE, symbols: ASCII_SYMBOLS, width: null, isLinear: false });
    expect(theme.link('text', 'https://portal.azure.com/')).toBe('text');
  });

  it('assumes 80 columns of a terminal that does not know', async () => {
    expect((await createTheme(output({ columns: null }))).width).toBe(80);
  });

  it('is lines and words for a screen reader, whatever the terminal can do', async () => {
    const theme = await createTheme(output({ hasLinks: true }), 'never', true);
    expect(theme).toMatchObject({ style: PLAIN_STYLE, symbols: SPOKEN_SYMBOLS, width: null, isLinear: true });
    expect(theme.link('text', 'https://portal.azure.com/')).toBe('text');
  });

  it.each<[string, Partial<TextOutput>, ColorMode, string, string]>([
    ['where links show', { hasLinks: true }, 'auto', 'https://aka.ms/x', 'LINK'],
    ['where they do not', {}, 'auto', 'https://aka.ms/x', 'text'],
    ['with --color never', { hasLinks: true }, 'never', 'https://aka.ms/x', 'text'],
    ['to an address that is not https', { hasLinks: true }, 'auto', 'file:///etc/passwd', 'text'],
    ['to an address that ends the sequence', { hasLinks: true }, 'auto', 'https://x/\x1b\\evil', 'text'],
  ])('links %s', async (_story, facts, color, address, expected) => {
    const { link } = await createTheme(output(facts), color);
    const wanted = expected === 'LINK' ? `\x1b]8;;${address}\x1b\\text\x1b]8;;\x1b\\` : expected;
    expect(link('text', address)).toBe(wanted);
  });

  it('lets --color decide over the stream', async () => {
    expect((await createTheme(output({}), 'never')).style).toBe(PLAIN_STYLE);
    expect((await createTheme(output({ hasColor: false }), 'always')).style.green('x')).toBe(
      '\x1b[32mx\x1b[39m',
    );
  });
});
