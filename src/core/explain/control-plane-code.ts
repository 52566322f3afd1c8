import type { ArmErrorContext } from '../arm-errors/fault.js';
import { readFault } from '../arm-errors/read-fault.js';
import type { ArmErrorRule } from '../arm-errors/rule.js';
import { ARM_ERROR_RULES } from '../arm-errors/rules.js';
import { ruleFor, translateArmError } from '../arm-errors/translate.js';
import { stripControls } from '../text.js';
import type { Explanation } from './explanation.js';

const CONTEXT: ArmErrorContext = { operation: 'do this' };
const CODE_IN_TEXT = /(?:^|[\s("'{:,])([A-Z][A-Za-z]{3,59}|\d{3}-\d{6})(?=$|[\s)"'},:.])/g;

/** A code of Azure Resource Manager alone: every reading that the rules know, with names in capitals. */
export function explainArmCode(asked: string): Explanation | null {
  const code = asked.trim();
  const rules = rulesOf(code);
  if (rules.length === 0) return null;
  const readings = rules
    .map((rule) => readRule(rule, code))
    .filter((each) => !/undefined|NaN/.test(each.message));
  const [first] = readings;
  if (first === undefined) return null;
  return {
    asked: code,
    kind: 'control-plane',
    code: rules[0]?.codes.find((each) => each.toLowerCase() === code.toLowerCase()) ?? code,
    title: 'An answer of Azure Resource Manager, when resources and deployments are managed',
    meaning: readings.length === 1 ? first.message : 'It has several readings; the message decides.',
    culprits: readings.length === 1 ? [] : readings.map(({ message }) => message),
    fix: [...new Set(readings.flatMap(({ hint }) => (hint === undefined ? [] : hint.split('\n'))))],
    causes: [],
    sources: [...new Set(rules.map(({ source }) => source))],
    docs: `docs/errors/${first.code}.md`,
  };
}

/** A pasted answer of Azure Resource Manager (JSON, or text with the code in it), or null. */
export function explainArmText(text: string): Explanation | null {
  const fault = readFault({ status: null, body: parse(text) ?? faultOf(text) });
  if (fault.code === undefined || ruleFor(fault) === null) return null;
  const error = translateArmError(fault, CONTEXT);
  return {
    asked: stripControls(text).slice(0, 200),
    kind: 'control-plane',
    code: fault.code,
    title: error.message,
    meaning: fault.message,
    culprits: [],
    fix: error.hint === undefined ? [] : error.hint.split('\n'),
    causes: [],
    sources: rulesOf(fault.code)
      .filter(({ id }) => id === ruleFor(fault))
      .map(({ source }) => source),
    docs: `docs/errors/${error.code}.md`,
  };
}

function rulesOf(code: string): readonly ArmErrorRule[] {
  const wanted = code.toLowerCase();
  return ARM_ERROR_RULES.filter(({ codes }) => codes.some((each) => each.toLowerCase() === wanted));
}

/** The sentence of a rule with `MODEL`, `REGION` and the like in place of what a message would say. */
function readRule(rule: ArmErrorRule, code: string) {
  const names = rule.message?.source.matchAll(/\(\?<([A-Za-z]{1,40})>/g) ?? [];
  const groups = Object.fromEntries([...names].map(([, name = '']) => [name, name.toUpperCase()]));
  const fault = { ...readFault({ status: null, body: { code } }), message: 'the message of the answer' };
  return rule.explain({ fault, context: CONTEXT, groups });
}

function parse(text: string): unknown {
  const start = text.indexOf('{');
  if (start === -1) return null;
  try {
    const value: unknown = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1));
    return value;
  } catch {
    return null;
  }
}

/** `(Code) message`, `Code: X`, `ERROR: (Code) message`: the first word that a rule knows. */
function faultOf(text: string): unknown {
  const bounded = text.slice(0, 16_384);
  for (const [, code = ''] of bounded.matchAll(CODE_IN_TEXT)) {
    if (rulesOf(code).length > 0) {
      const message = bounded
        .slice(bounded.indexOf(code) + code.length)
        .replace(/^["')\s:,-]{1,10}(?:message["':\s]{1,6}:?)?/i, '');
      return { code, message };
    }
  }
  return null;
}
