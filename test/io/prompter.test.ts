import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Questions } from '../../src/context.js';
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

  it('shortens a list by what is typed, and says why nothing is left', async () => {
    const { source, type, screen } = desk();
    type('Model:', 'zz');
    type('Nothing matches zz', '\x15fab');
    type('> fabrikam', '\r');
    const names = ['contoso', 'fabrikam'];
    const find = (typed: string) => {
      const found = names.filter((name) => name.includes(typed));
      return found.length === 0
        ? `Nothing matches ${typed}\x1b[2J`
        : found.map((name) => ({ value: name, name }));
    };
    expect(await createPrompter(source).search({ message: 'Model:', legend: 'What it means', find })).toBe(
      'fabrikam',
    );
    expect(screen()).toContain('What it means');
    expect(screen()).not.toContain('\x1b[2J\n');
    expect(screen()).toMatch(/ok Model: fabrikam/);
  });

  it('ticks several', async () => {
    const { source, type, screen } = desk();
    type('Which?', '\r');
    type('At least one choice must be selected', ' ');
    type('>[x] a', '\x1b[B\x1b[B ');
    type('>[x] c', '\r');
    const choices = ['a', 'b', 'c'].map((value) => ({ value, name: value }));
    expect(await createPrompter(source).checkbox({ message: 'Which?', choices })).toEqual(['a', 'c']);
    expect(screen()).not.toMatch(/\x1b\[[0-9;]*m|[^\x00-\x7f]/);
  });

  it('does not take a disabled line', async () => {
    const { source, type } = desk();
    type('SKU:', '\r');
    type('cannot be chosen', '\x1b[B\r');
    const choices = [
      { value: 'a', name: 'Global', isDisabled: true },
      { value: 'b', name: 'Regional' },
    ];
    expect(await createPrompter(source).select({ message: 'SKU:', choices })).toBe('b');
  });

  it('shows what there is to know only while the question is open, and takes the initial answer', async () => {
    const { source, type, screen } = desk();
    type('Capacity:', '\r');
    const question = { message: 'Capacity:', about: 'One unit is 1,000 tokens.', initial: '10' };
    expect(await createPrompter(source).input(question)).toBe('10');
    expect(screen()).toContain('One unit is 1,000 tokens.');
    const last = screen().slice(screen().lastIndexOf('ok Capacity:'));
    expect(last).not.toContain('One unit');
  });

  it.each<[string, (questions: Questions) => Promise<unknown>, string]>([
    ['confirm', (ask) => ask.confirm({ message: 'Deploy?', initial: true }), '(esc: back)'],
    ['input', (ask) => ask.input({ message: 'Name?' }), '(esc: back)'],
    ['select', (ask) => ask.select({ message: 'SKU?', choices: [{ value: 'a', name: 'a' }] }), 'esc back'],
    [
      'search',
      (ask) => ask.search({ message: 'Model?', find: () => [{ value: 'a', name: 'a' }] }),
      'esc back',
    ],
    [
      'checkbox',
      (ask) => ask.checkbox({ message: 'All?', choices: [{ value: 'a', name: 'a' }] }),
      'esc back',
    ],
    ['lines', (ask) => ask.lines({ message: 'Paste:' }), '(esc: back)'],
  ])('leaves %s by Escape and says so; without a way out Escape does nothing', async (_, ask, hint) => {
    const { source, type, screen } = desk();
    type(hint, '\x1b');
    expect(await createPrompter(source).orEscape('back', ask)).toBeNull();
    const plain = desk();
    plain.type('?', '\x1b');
    plain.type('Paste:', '\x1b');
    const asking = ask(createPrompter(plain.source));
    setTimeout(() => plain.interrupt.abort(new AimiError('interrupted', { message: 'Late' })), 250);
    await expect(asking).rejects.toMatchObject({ message: 'Late' });
    expect(plain.screen()).not.toContain(hint);
    expect(screen()).toContain(hint);
  });

  it('an arrow key is no Escape', async () => {
    const { source, type } = desk();
    type('SKU?', '\x1b[B');
    type('> b', '\r');
    const choices = ['a', 'b'].map((value) => ({ value, name: value }));
    expect(
      await createPrompter(source).orEscape('back', (ask) => ask.select({ message: 'SKU?', choices })),
    ).toBe('b');
  });

  it('Ctrl-C is Ctrl-C where Escape leads back', async () => {
    const { source, type } = desk();
    type('Paste:', 'half\x03');
    await expect(
      createPrompter(source).orEscape('back', (ask) => ask.lines({ message: 'Paste:' })),
    ).rejects.toMatchObject({ code: 'interrupted', exit: 130 });
  });

  it.each([
    ['an empty line', 'one\r\r', 'one'],
    ['an empty line, not one inside a paste', 'one\r\r  two\r\r', 'one\n\n  two'],
    ['Ctrl-D', 'one\rtwo\r\x04', 'one\ntwo'],
    ['nothing', '\r', ''],
  ])('reads lines until %s', async (_, keys, expected) => {
    const { source, type } = desk();
    type('Paste:', keys);
    expect(await createPrompter(source).lines({ message: 'Paste:' })).toBe(expected);
  });
});
