// jmespath is loaded only with `--query`.
import { search } from 'jmespath';
import { AimiError, isAimiError } from '../errors.js';

const LONGEST_QUERY = 4096;

/** Refuses what is not JMESPath (`query-invalid`) before anything is sent. */
export function checkQuery(expression: string): void {
  try {
    applyQuery(null, expression);
  } catch (error) {
    // With no data yet, functions complain about their arguments: that is not the expression's fault.
    if (!(isAimiError(error) && error.details?.reason === 'data')) throw error;
  }
}

/** The part of `data` that a JMESPath expression selects; null when it selects nothing. */
export function applyQuery(data: unknown, expression: string): unknown {
  if (expression.length > LONGEST_QUERY) {
    throw new AimiError('query-invalid', {
      message: `The query is longer than ${LONGEST_QUERY} characters`,
    });
  }
  const danglingDot = findDanglingDot(expression);
  if (danglingDot !== null) throw syntaxError(expression, danglingDot, 'a name must follow the dot');
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  try {
    const result: unknown = search(plain, expression);
    return result ?? null;
  } catch (error) {
    throw queryError(expression, error);
  }
}

function queryError(expression: string, error: unknown): AimiError {
  const reason = messageOf(error);
  if (reason.startsWith('TypeError')) {
    return new AimiError('query-invalid', {
      message: `The query does not fit the result: ${reason.replace(/^TypeError:? ?/, '') || 'wrong type'}`,
      hint: 'Run it with -o json and without --query to see the result',
      details: { query: expression, reason: 'data' },
      cause: error,
    });
  }
  return syntaxError(expression, findPosition(expression, reason), clarify(reason), error);
}

function syntaxError(expression: string, position: number, reason: string, cause?: unknown): AimiError {
  return new AimiError('query-invalid', {
    message: `The query is not valid JMESPath at character ${position}: ${reason}`,
    hint: `${expression}\n${' '.repeat(position - 1)}^ see https://jmespath.org; quote the whole expression for the shell`,
    details: { query: expression, reason: 'syntax', position },
    cause,
  });
}

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/** jmespath lets a dot without a name through (`[].`) and breaks on the data; the place as 1, 2, ... */
function findDanglingDot(expression: string): number | null {
  const bare = expression.replace(QUOTED, (quoted) => 'x'.repeat(quoted.length));
  const index = bare.search(/\.\s*(?![\s\w*[{&])/);
  return index < 0 ? null : index + 1;
}

/**
 * jmespath does not say where it failed. It stops at the first token that cannot follow, so the shortest
 * start of the expression that fails with the same words ends with that token.
 */
function findPosition(expression: string, reason: string): number {
  if (reason.includes('EOF')) return expression.length + 1;
  for (let length = 1; length < expression.length; length += 1) {
    try {
      search(null, expression.slice(0, length));
    } catch (error) {
      if (messageOf(error) === reason) return length;
    }
  }
  return Math.max(1, expression.length);
}

function clarify(reason: string): string {
  if (reason.includes('EOF')) return 'it ends too early';
  return reason.replace('Sytanx', 'Syntax').replace('Unknown character:', 'unknown character ');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
