import { describe, expect, it } from 'vitest';
import { createPlace } from './place.js';

const STACK = /^\s+at /m;

describe('a pipe', () => {
  const place = createPlace();

  it.each(['table', 'json', 'jsonl', 'csv', 'yaml'])(
    'that is closed after the first line ends %s quietly',
    async (format) => {
      const script = `{ "$NODE" "$AIMI" models list -q -o ${format}; echo "exit $?" >&2; } | head -n 1`;
      const result = await place.shell(script);
      expect(result.stdout.split('\n')).toHaveLength(2);
      expect(result.stderr).toBe('exit 0\n');
    },
  );

  it('that is closed on stderr does not stop the result', async () => {
    const result = await place.shell('{ "$NODE" "$AIMI" models list -o json 2>&1 1>&3 | true; } 3>&1');
    expect(JSON.parse(result.stdout)).not.toHaveLength(0);
  });

  it('that is read slowly gets everything', async () => {
    const whole = await place.run('models list -o json');
    const slow = await place.shell('"$NODE" "$AIMI" models list -o json | { sleep 0.5; cat; }');
    expect(whole.stdout.length).toBeGreaterThan(65_536);
    expect(slow.stdout).toBe(whole.stdout);
  });

  it('that is missing (stdin, stdout or stderr closed) crashes nothing', async () => {
    const command = '"$NODE" "$AIMI" models list --publisher mistral -o json';
    const noInput = await place.shell(`${command} <&-`);
    expect(noInput).toMatchObject({ exit: 0 });
    expect(JSON.parse(noInput.stdout)).not.toHaveLength(0);
    const noOutput = await place.shell(`${command} >&-`);
    expect(noOutput.stderr).not.toMatch(STACK);
    const noErrors = await place.shell(`${command} 2>&-`);
    expect(JSON.parse(noErrors.stdout)).not.toHaveLength(0);
  });

  it('to a full disk fails in one sentence', async () => {
    const result = await place.shell('"$NODE" "$AIMI" models list -q > /dev/full');
    expect(result.exit).toBe(1);
    expect(result.stderr).toContain('The output cannot be written (ENOSPC)');
    expect(result.stderr).not.toMatch(STACK);
  });

  it('does not wait for an answer that cannot come', async () => {
    const result = await place.run('deploy gpt-4.1-mini --sandbox');
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain('nobody can be asked here');
  });
});
