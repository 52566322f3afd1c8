/** A version of a Python package, as PEP 440 orders it. */
export interface PythonVersion {
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: readonly [phase: 'a' | 'b' | 'rc', number: number] | null;
  readonly post: number | null;
  readonly dev: number | null;
}

const PATTERN =
  /^v?(?:(\d{1,9})!)?(\d{1,9}(?:\.\d{1,9})*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{1,9})?)?(?:-(\d{1,9})|[-_.]?(post|rev|r)[-_.]?(\d{1,9})?)?(?:[-_.]?(dev)[-_.]?(\d{1,9})?)?(?:\+[a-z0-9._-]{1,64})?$/i;

const PHASES: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** Source: PEP 440, peps.python.org, appendix B (read 2026-11). Null for what is not a version. */
export function parsePython(text: string): PythonVersion | null {
  const match = PATTERN.exec(text.trim().slice(0, 128));
  if (match === null) return null;
  const [, epoch, release = '', phase, preNumber, implicitPost, post, postNumber, dev, devNumber] = match;
  const kind = phase === undefined ? undefined : PHASES[phase.toLowerCase()];
  const postText = implicitPost ?? (post === undefined ? undefined : (postNumber ?? '0'));
  return {
    epoch: Number(epoch ?? '0'),
    release: release.split('.').map(Number),
    pre: kind === undefined ? null : [kind, Number(preNumber ?? '0')],
    post: postText === undefined ? null : Number(postText),
    dev: dev === undefined ? null : Number(devNumber ?? '0'),
  };
}

/** `1.0.0b4 < 1.0.0b5 < 1.0.0rc1 < 1.0.0 < 1.0.0.post1`; a dev release comes before all of its own. */
export function comparePython(a: PythonVersion, b: PythonVersion): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  const length = Math.max(a.release.length, b.release.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.release[index] ?? 0) - (b.release[index] ?? 0);
    if (difference !== 0) return difference;
  }
  const keyA = sortKey(a);
  const keyB = sortKey(b);
  for (const [index, part] of keyA.entries()) {
    const other = keyB[index] ?? 0;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

const PHASE_ORDER = { a: 1, b: 2, rc: 3 } as const;

/** Pre-release phase and number, post, dev; each absent part sorts as PEP 440 says. */
function sortKey({ pre, post, dev }: PythonVersion): readonly number[] {
  const isBareDev = pre === null && post === null && dev !== null;
  const phase = pre === null ? (isBareDev ? 0 : 4) : PHASE_ORDER[pre[0]];
  return [phase, pre?.[1] ?? 0, post ?? -1, dev ?? Number.POSITIVE_INFINITY];
}
