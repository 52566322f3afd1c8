import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BIN } from './paths.js';
import { createPlace } from './place.js';

const LINE = `${'2026-11-22T12:00:00Z INFO worker the request was served without any trouble '.padEnd(99, '.')}\n`;
const LAST =
  "openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist.'}}\n";

/** Writes `bytes` of log lines as fast as the reader takes them. */
async function pour(stdin: Writable, bytes: number): Promise<void> {
  const piece = LINE.repeat(640);
  for (let written = 0; written < bytes; written += piece.length) {
    if (!stdin.write(piece)) await once(stdin, 'drain');
  }
  stdin.end(LAST);
}

/** A doctor whose standard input the test holds. */
function startDoctor(...args: readonly string[]) {
  const { home, env } = createPlace();
  const child = spawn(process.execPath, [BIN, 'doctor', '--offline', ...args], { cwd: home, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += String(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += String(text);
  });
  child.stdin.on('error', () => {});
  const ended = once(child, 'close').then(([exit]: unknown[]) => ({ exit, stdout, stderr }));
  return { child, ended };
}

/** Peak of the process's memory, by what Linux says of it. */
function peakKilobytes(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

describe.runIf(process.platform === 'linux')('aimi doctor and standard input', () => {
  it('reads 200 MB of log in bounded memory', async () => {
    const running = startDoctor('-o', 'json');
    let peak = 0;
    const watch = setInterval(() => {
      try {
        // A process that has just ended says nothing of its memory any more.
        peak = Math.max(peak, peakKilobytes(running.child.pid) || 0);
      } catch {
        // It has ended; the last figure stands.
      }
    }, 20);
    await pour(running.child.stdin, 200_000_000);
    const ended = await running.ended;
    clearInterval(watch);
    expect(ended).toMatchObject({ exit: 5, stderr: '' });
    expect(JSON.parse(ended.stdout).causes[0].code).toMatch(/^deployment\./);
    expect(peak).toBeGreaterThan(20_000);
    expect(peak).toBeLessThan(250_000);
  }, 60_000);

  it('does not wait for a pipe that stays open and silent', async () => {
    const started = performance.now();
    const { ended } = startDoctor();
    const { exit, stderr } = await ended;
    expect(exit).toBe(1);
    expect(stderr).toContain('open and silent');
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 20_000);

  it.each([
    ['closed', '"$NODE" "$AIMI" doctor --offline <&-'],
    ['/dev/null', '"$NODE" "$AIMI" doctor --offline </dev/null'],
    ['an empty pipe', 'true | "$NODE" "$AIMI" doctor --offline'],
  ])('takes %s as nothing', async (_story, script) => {
    const ended = await createPlace().shell(script);
    expect(ended.stdout).toMatch(/^! Nothing to look at\n/);
    expect(ended).toMatchObject({ exit: 1, stderr: '' });
  });

  it('names the cause of an error that a file holds', async () => {
    const place = createPlace();
    writeFileSync(join(place.home, 'error.log'), LAST);
    mkdirSync(join(place.home, 'empty'));
    const ended = await place.shell('"$NODE" "$AIMI" doctor empty --offline <error.log');
    expect(ended.stdout).toMatch(/^✗ [^\n]+\(deployment\./);
    expect(ended.exit).toBe(5);
  });

  it('never prints the escapes of what is piped in', async () => {
    const place = createPlace();
    writeFileSync(join(place.home, 'error.log'), `\x1b]8;;http://evil\x07\x1b[2J${LAST}\x9b31m\u202e`);
    for (const format of ['table', 'json', 'yaml', 'csv', 'sarif', 'github']) {
      const ended = await place.shell(`"$NODE" "$AIMI" doctor --offline -o ${format} <error.log`);
      expect(ended.stdout.replaceAll('\r\n', '\n')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    }
  });
});
