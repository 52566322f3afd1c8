import type { Facts } from '../../doctor/facts.js';
import { mergeFacts } from '../../doctor/merge-facts.js';
import { readCurl } from '../../doctor/readers/curl.js';
import { readEnvironment } from '../../doctor/readers/environment.js';
import { readErrorText } from '../../doctor/readers/error-text.js';
import { readFlags } from '../../doctor/readers/flags.js';
import { readHar } from '../../doctor/readers/har.js';
import { readHeadersFile } from '../../doctor/readers/headers-file.js';
import { PROJECT_BUDGET } from '../../doctor/readers/project/budget.js';
import { readProject } from '../../doctor/readers/project/read-project.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { type CheckedInput, type DoctorInput, namesAnInput } from './input.js';
import { checkFolder, readInputFile } from './read-file.js';
import { readStandardInput } from './read-stdin.js';

/** Facts of this machine: flags, what failed, the project, the environment; what is stated comes first. */
export async function gatherLocalFacts(
  session: Session,
  input: DoctorInput,
  checked: CheckedInput,
): Promise<Facts> {
  const flags = readFlags({
    endpoint: input.endpoint ?? null,
    deployment: input.deployment ?? null,
    apiVersion: input.apiVersion ?? null,
    sdks: checked.sdks,
    headers: checked.headers,
  });
  const root = await checkFolder(session, input.path);
  const failure = [await errorFacts(session, input), await harFacts(session, input), curlFacts(input)];
  const headers = await headersFileFacts(session, input);
  const { env, files } = session.ctx;
  const project = await readProject(root, files, PROJECT_BUDGET);
  return mergeFacts(flags, headers, ...failure, project, readEnvironment(env));
}

async function errorFacts(session: Session, input: DoctorInput): Promise<Partial<Facts>> {
  if (input.error !== undefined && input.error !== '-') {
    return readErrorText(input.error, { kind: 'error-text', label: 'error text' });
  }
  const isAsked = input.error === '-';
  if (!isAsked && namesAnInput(input)) return {};
  const text = await readStandardInput(session, isAsked);
  if (text === null) return isAsked ? { gaps: [{ source: 'standard input', reason: 'it was empty' }] } : {};
  return readErrorText(text, { kind: 'error-text', label: 'stdin' });
}

async function harFacts(session: Session, { har }: DoctorInput): Promise<Partial<Facts>> {
  if (har === undefined) return {};
  const facts = readHar(await readInputFile(session, har, '--har'), { kind: 'har', label: har, file: har });
  if (facts !== null) return facts;
  throw new AimiError('invalid-value', {
    message: `${har} is not a HAR file: no JSON with log.entries`,
    hint: 'Export it in the network tab of the browser, or pipe the log in instead',
  });
}

function curlFacts({ curl }: DoctorInput): Partial<Facts> {
  if (curl === undefined) return {};
  const facts = readCurl(curl, { kind: 'curl', label: '--curl' });
  if (facts.requests !== undefined) return facts;
  throw new AimiError('invalid-value', {
    message: '--curl holds no address',
    hint: "aimi doctor --curl 'curl https://contoso.openai.azure.com/openai/v1/models'",
  });
}

async function headersFileFacts(session: Session, { headersFile }: DoctorInput): Promise<Partial<Facts>> {
  if (headersFile === undefined) return {};
  const text = await readInputFile(session, headersFile, '--headers-file');
  const facts = readHeadersFile(text, { kind: 'config', label: headersFile, file: headersFile });
  if ((facts.headers ?? []).length > 0) return facts;
  throw new AimiError('invalid-value', {
    message: `${headersFile} holds no header`,
    hint: "One 'Name: value' a line, a raw HTTP request, or JSON",
  });
}
