import type { Found, HeaderFact, PackageFact } from '../../doctor/facts.js';
import { parseSdk } from '../../doctor/readers/flags.js';
import { readHeaderLine } from '../../doctor/readers/headers-file.js';
import { AimiError } from '../../errors.js';

/** The command line of `aimi doctor`, as given. */
export interface DoctorInput {
  readonly path?: string | undefined;
  /** Text, or `-` for standard input. */
  readonly error?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly deployment?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly sdk?: readonly string[] | undefined;
  readonly header?: readonly string[] | undefined;
  readonly headersFile?: string | undefined;
  readonly har?: string | undefined;
  readonly curl?: string | undefined;
  readonly from?: string | undefined;
  readonly save?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly strict?: boolean | undefined;
  /** Ask for what is lacking. */
  readonly ask?: boolean | undefined;
}

export interface CheckedInput {
  readonly sdks: readonly PackageFact[];
  readonly headers: readonly Found<HeaderFact>[];
}

/** Refuses what cannot be meant: flags that exclude each other, a header or an SDK that is none. */
export function checkInput(input: DoctorInput): CheckedInput {
  if (input.from !== undefined) {
    const other = ALONE.find(([, isGiven]) => isGiven(input))?.[0];
    if (other !== undefined) {
      throw new AimiError('usage', {
        message: `--from and ${other} exclude each other`,
        hint: 'A saved report holds its own facts: give one of the two',
      });
    }
  }
  if (input.ask === true && input.error === '-') {
    throw new AimiError('usage', {
      message: '--ask and --error - exclude each other',
      hint: 'Both read standard input: paste the error when --ask asks for it',
    });
  }
  return { sdks: (input.sdk ?? []).map(checkSdk), headers: (input.header ?? []).map(checkHeader) };
}

const ALONE: readonly (readonly [string, (input: DoctorInput) => boolean])[] = [
  ['a path', ({ path }) => path !== undefined],
  ['--error', ({ error }) => error !== undefined],
  ['--har', ({ har }) => har !== undefined],
  ['--curl', ({ curl }) => curl !== undefined],
  ['--headers-file', ({ headersFile }) => headersFile !== undefined],
  ['--ask', ({ ask }) => ask === true],
];

/** True when the line says what to look at, so that nothing is expected on standard input. */
export function namesAnInput(input: DoctorInput): boolean {
  const { error, har, curl, from, headersFile, endpoint, deployment, apiVersion, sdk, header } = input;
  const values = [error, har, curl, from, headersFile, endpoint, deployment, apiVersion];
  return values.some((value) => value !== undefined) || (sdk ?? []).length > 0 || (header ?? []).length > 0;
}

function checkSdk(text: string): PackageFact {
  const found = parseSdk(text);
  if (found !== null) return found;
  throw new AimiError('invalid-value', {
    message: `--sdk is a package and a version, not '${text}'`,
    hint: 'aimi doctor --sdk azure-ai-inference@1.0.0b4',
  });
}

/** The message never holds the line: it may be a key without a name. */
function checkHeader(line: string, index: number): Found<HeaderFact> {
  const found = readHeaderLine(line, { kind: 'flag', label: '--header' });
  if (found !== null) return found;
  throw new AimiError('invalid-value', {
    message: `The ${index + 1}. --header is not of the form 'Name: value'`,
    hint: "aimi doctor --header 'x-team: search'",
  });
}
