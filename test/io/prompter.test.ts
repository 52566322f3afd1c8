import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { AimiError } from '../../src/errors.js';
import { createPrompter, type PrompterSource } from '../../src/io/prompter.js';

interface Desk {
  readonly source: PrompterSource;
  readonly screen: () => string;
  readonly interrupt: AbortController;
  /** Types once the question is on the screen. */
  readonly type: (afterText: string, keys: string) => void;
}

function desk(facts: Partial<PrompterSource> = {}): Desk {
  const input = new PassThrough();
  const output = new PassThrough();
  const interrupt = new AbortController();
  let shown = '';
  const waiting: { afterText: string; keys: string }[] = [];
  output.on('data', (part) => {
    shown += String(part);
    const next = waiting[0];
    if (next !== undefined && shown.includes(next.afterText)) {
      waiting.shift();
      setImmediate(() => input.write(next.keys));
    }
  });
  return {
    source: {
      canAsk: true,
      openInput: () => input,
      openOutput: () => output,
      hasColor: false,
      hasUnicode: false,
      signal: interrupt.signal,
      ...facts,
    },
    screen: () => shown,
    interrupt,
    type: (afterText, keys) => waiting.push({ afterText, keys }),
  };
}

describe('createPrompter', () => {
  it.each([
    ['y\r', false, true],
    ['n\r', true, false],
    ['\r', true, true],
    ['\r', false, false],
  ])('confirms: %j with %s as the default means %s', async (keys, initial, expected) => {
    const { source, type } = desk();
    type('Deploy gpt-4o?', keys);
    expect(await createPrompter(source).confirm({ message: 'Deploy gpt-4o?', initial })).toBe(expected);
  });

  it('asks for text until it is valid', async () => {
    const { source, type, screen } = desk();
    type('Name?', 'wrong\r');
    type('Type the name', '\x15gpt-4o\r');
    const validate = (value: string): true | string => value === 'gpt-4o' || 'Type the name';
    expect(await createPrompter(source).input({ message: 'Name?', validate })).toBe('gpt-4o');
    expect(screen()).toContain('> Type the name');
  });

  it('lets choose from a list and cleans what it shows', async () => {
    const { source, type, screen } = desk();
    type('Which account?', '\x1b[B\r');
    const choices = [
      { value: 'a', name: 'contoso\x1b[2J-ai' },
      { value: 'b', name: 'fabrikam-ai', description: 'in eastus2' },
    ];
    expect(await createPrompter(source).select({ message: 'Which account?', choices })).toBe('b');
    expect(screen()).toContain('> contoso-ai');
    expect(screen()).toContain('> fabrikam-ai');
  });

  it('has no colour and no symbols beyond ASCII when the stream has none', async () => {
    const { source, type, screen } = desk();
    type('Deploy?', 'y\r');
    await createPrompter(source).confirm({ message: 'Deploy?', initial: false });
    expect(screen()).not.toMatch(/\x1b\[[0-9;]*m|[^\x00-\x7f]/);
    expect(screen()).toContain('ok Deploy?');
  });

  it('has colour and symbols when the stream has them', async () => {
    const { source, type, screen } = desk({ hasColor: true, hasUnicode: true });
    type('Deploy?', 'y\r');
    await createPrompter(source).confirm({ message: 'Deploy?', initial: false });
    expect(screen()).toContain('\x1b[32m✓\x1b[39m');
  });

  it('turns Ctrl-C into interrupted', async () => {
    const { source, type } = desk();
    type('Deploy?', '\x03');
    await expect(createPrompter(source).confirm({ message: 'Deploy?', initial: true })).rejects.toMatchObject(
      {
        code: 'interrupted',
        exit: 130,
      },
    );
  });

  it('ends with the reason of the signal', async () => {
    const { source, interrupt } = desk();
    const asking = createPrompter(source).confirm({ message: 'Deploy?', initial: true });
    const reason = new AimiError('interrupted', { message: 'Interrupted' });
    interrupt.abort(reason);
    await expect(asking).rejects.toBe(reason);
  });

  it('calls it a defect when nobody can be asked', async () => {
    const { source, screen } = desk({ canAsk: false });
    const prompter = createPrompter(source);
    expect(prompter.canAsk).toBe(false);
    await expect(prompter.confirm({ message: 'Deploy?', initial: true })).rejects.toMatchObject({
      code: 'internal',
    });
    expect(screen()).toBe('');
  });
});
