import type { Facts } from '../../doctor/facts.js';
import { mergeFacts } from '../../doctor/merge-facts.js';
import { readErrorText } from '../../doctor/readers/error-text.js';
import { parseSdk, readFlags } from '../../doctor/readers/flags.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { type Step, walk, wayOut } from '../ask-path.js';
import { nothingChanged } from '../nothing-changed.js';

/** Empty: not known to the person either. */
interface Answers {
  readonly error: string;
  readonly endpoint: string;
  readonly deployment: string;
  readonly sdk: string;
}

interface DoctorQuestion {
  readonly field: keyof Answers;
  readonly message: string;
  readonly about: string;
  readonly isLacking: (facts: Facts) => boolean;
  readonly isLong?: boolean;
  readonly validate?: (text: string) => true | string;
}

const QUESTIONS: readonly DoctorQuestion[] = [
  {
    field: 'error',
    message: 'Paste what the call printed, then an empty line (nothing: leave it open):',
    about: '',
    isLong: true,
    isLacking: ({ texts, responses }) => texts.length === 0 && responses.length === 0,
  },
  {
    field: 'endpoint',
    message: 'Base URL that the call uses:',
    about: '--endpoint; such as https://contoso.services.ai.azure.com. Nothing: leave it open.',
    isLacking: ({ endpoints, requests }) => endpoints.length === 0 && requests.length === 0,
    validate: (text) => !/\s/.test(text) || 'An address has no blanks: https://contoso.services.ai.azure.com',
  },
  {
    field: 'deployment',
    message: 'Deployment or model name that the call uses:',
    about: '--deployment; what the code gives as model. Nothing: leave it open.',
    isLacking: ({ deployments }) => deployments.length === 0,
  },
  {
    field: 'sdk',
    message: 'SDK and its version:',
    about: '--sdk; such as openai@1.55.0 or azure-ai-inference@1.0.0b9. Nothing: leave it open.',
    isLacking: ({ packages }) => packages.length === 0,
    validate: (text) => text === '' || parseSdk(text) !== null || 'A package and a version: openai@1.55.0',
  },
];

/** Refuses `--ask` before anything is read where nobody can be asked. */
export function checkCanAsk(session: Session): void {
  if (session.canAsk) return;
  throw new AimiError('input-needed', {
    message: '--ask wants to ask, and nobody can be asked here.',
    hint: 'Say it by --error, --endpoint, --deployment and --sdk, and leave --ask out',
  });
}

/** Asks for what neither the line nor the project says, and adds the answers as if flags had said them. */
export async function askForLacking(session: Session, facts: Facts): Promise<Facts> {
  const lacking = QUESTIONS.filter((question) => question.isLacking(facts));
  if (lacking.length === 0) {
    session.say('Error, endpoint, deployment and SDK are known: there is nothing to ask.');
    return facts;
  }
  const nothing = { error: '', endpoint: '', deployment: '', sdk: '' };
  const answers = await nothingChanged('Nothing was checked.', () =>
    walk(
      lacking.map((question) => stepOf(session, question)),
      nothing,
    ),
  );
  if (answers === null) throw new AimiError('declined', { message: 'Nothing was checked.' });
  return mergeFacts(factsOf(answers), facts);
}

function stepOf(session: Session, question: DoctorQuestion): Step<Answers> {
  const { field, message, about, isLong, validate } = question;
  return async (state, hasBefore) => {
    const answer = await session.ctx.prompter.orEscape(wayOut(hasBefore), (questions) =>
      isLong === true
        ? questions.lines({ message })
        : questions.input({
            message,
            about,
            ...(state[field] === '' ? {} : { initial: state[field] }),
            ...(validate === undefined ? {} : { validate: (text) => validate(text.trim()) }),
          }),
    );
    return answer === null ? null : { state: { ...state, [field]: answer.trim() }, isAsked: true };
  };
}

function factsOf({ error, endpoint, deployment, sdk }: Answers): Facts {
  const found = sdk === '' ? null : parseSdk(sdk);
  const stated = readFlags({
    endpoint: endpoint === '' ? null : endpoint,
    deployment: deployment === '' ? null : deployment,
    apiVersion: null,
    sdks: found === null ? [] : [found],
    headers: [],
  });
  const failure = error === '' ? {} : readErrorText(error, { kind: 'error-text', label: 'error text' });
  return mergeFacts(stated, failure);
}
