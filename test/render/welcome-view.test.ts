import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { PLAIN_THEME } from '../../src/render/theme.js';
import { WELCOME_EXAMPLES, welcomeView } from '../../src/render/welcome-view.js';

const NAMES = COMMANDS.map(({ name }) => name);
const linesAt = (width: number): readonly string[] =>
  welcomeView(NAMES, { ...PLAIN_THEME, width })
    .trimEnd()
    .split('\n');

describe('what aimi alone says', () => {
  it('is ten lines of 80 columns at most, with four examples and every command', () => {
    const lines = linesAt(80);
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.filter((line) => line.startsWith('  aimi '))).toHaveLength(4);
    const listed = lines.join(' ').match(/Commands: ([\w, -]+?) With/)?.[1];
    expect(listed?.split(/, */)).toEqual(NAMES);
  });

  it('sets the purpose below its line in 40 columns, and breaks no line that is to be run', () => {
    const lines = linesAt(40);
    for (const [line, purpose] of WELCOME_EXAMPLES) {
      expect(lines.slice(lines.indexOf(`  ${line}`), lines.indexOf(`  ${line}`) + 2)).toEqual([
        `  ${line}`,
        `    ${purpose}`,
      ]);
    }
    const others = lines.filter((line) => !line.startsWith('  aimi '));
    expect(others.filter((line) => line.length > 40)).toEqual([]);
  });

  it('names the purpose first to a screen reader', () => {
    expect(welcomeView(NAMES, { ...PLAIN_THEME, isLinear: true })).toContain(
      '\nfind why calls fail: aimi doctor\n',
    );
  });
});
