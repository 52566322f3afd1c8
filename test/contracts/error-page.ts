import type { ArmErrorContext } from '../../src/core/arm-errors/fault.js';
import { readFault } from '../../src/core/arm-errors/read-fault.js';
import { translateArmError } from '../../src/core/arm-errors/translate.js';
import type { AimiError } from '../../src/errors.js';
import { renderError } from '../../src/render/error-view.js';
import { PLAIN_THEME } from '../../src/render/theme.js';
import { machine } from '../helpers/run-aimi.js';
import { fences } from './documents.js';
import { exampleErrors } from './error-examples.js';

/** What the pages pretend to have asked Azure for. */
const CREATING: ArmErrorContext = {
  operation: 'create deployment gpt-4.1-mini',
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  resourceGroup: 'rg-ai',
  account: 'contoso-ai',
  deployment: 'gpt-4.1-mini',
  model: 'gpt-4.1-mini',
};

/**
 * The page with what aimi says in place of what it said when the page was written. Three kinds of block are
 * made anew: `console` blocks are run on a fresh sandbox (the commands stay, the last one's error follows),
 * `text` after `json STATUS` is what aimi makes of that answer (`lro`: of one inside an accepted operation),
 * and `text example` is the next of `error-examples.ts`.
 */
export async function renewPage(code: string, page: string): Promise<string> {
  const examples = [...(await exampleErrors(code))];
  let renewed = page;
  let answer: AimiError | null = null;
  for (const { info, body } of fences(page)) {
    const [kind = '', note = ''] = info.split(' ');
    const before = `\`\`\`${info}\n${body}\`\`\``;
    let after = body;
    if (kind === 'console') after = await runConsole(body);
    else if (kind === 'json' && note !== '') answer = translate(note, JSON.parse(body));
    else if (kind === 'text' && note === 'example') after = errorText(examples.shift());
    else if (kind === 'text' && answer !== null) {
      after = errorText(answer);
      answer = null;
    }
    renewed = renewed.replace(before, () => `\`\`\`${info}\n${after}\`\`\``);
  }
  if (examples.length > 0) throw new Error(`The page of '${code}' leaves out an example`);
  return renewed;
}

function errorText(error: AimiError | undefined): string {
  if (error === undefined) throw new Error('A page has more examples than error-examples.ts');
  return renderError(error, PLAIN_THEME);
}

function translate(status: string, body: unknown): AimiError {
  const isLro = status === 'lro';
  const fault = readFault({ status: isLro ? null : Number(status), body });
  return translateArmError(fault, { ...CREATING, wasAccepted: isLro });
}

async function runConsole(body: string): Promise<string> {
  const { run } = machine();
  const lines = body.split('\n').filter((line) => line.startsWith('$ '));
  let said = '';
  for (const line of lines) said = (await run(line.replace(/^\$ aimi /, ''))).stderr;
  const start = said.indexOf('✗');
  if (start < 0) throw new Error(`No error from: ${lines.join('; ')}`);
  return `${lines.join('\n')}\n${said.slice(start)}`;
}
