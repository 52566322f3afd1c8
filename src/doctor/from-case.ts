import type { Facts, Found, Language, PackageFact, VariableFact, Where } from './facts.js';
import { mergeFacts } from './merge-facts.js';
import { readErrorText } from './readers/error-text.js';
import { boundText, scrub } from './readers/error-text-clean.js';
import { readSourceText } from './readers/project/source-text.js';
import { secretKindOf } from './readers/secret-kind.js';
import { maskLiterals } from './signals/mask-literals.js';

const LANGUAGES: readonly Language[] = ['python', 'js', 'dotnet', 'java', 'go', 'curl', 'other'];

/**
 * Facts of one written report: `{error_text, endpoint, env, code, language, packages, deployment,
 * known_deployments, headers}`, each of them optional. What has another type is left out and said in `gaps`.
 * Texts keep template words (`<Entra access token>`), which say what was passed; literal secrets are masked.
 */
export function factsFromCase(input: unknown): Facts {
  if (!isRecord(input)) {
    return mergeFacts({ gaps: [{ source: 'report', reason: 'it is not an object' }] });
  }
  const language = LANGUAGES.find((each) => each === input.language) ?? null;
  const error = textOf(input.error_text);
  const code = textOf(input.code);
  const errorWhere: Where = { kind: 'error-text', label: 'error text' };
  const codeWhere: Where = { kind: 'source', label: 'code' };
  return mergeFacts(
    { language, knownDeployments: knownOf(input.known_deployments) },
    statedFacts(input),
    error === null ? {} : { ...readErrorText(error, errorWhere), texts: [textFact(error, errorWhere)] },
    code === null ? {} : { ...readSourceText(code, language, codeWhere), texts: [textFact(code, codeWhere)] },
  );
}

function statedFacts(input: Readonly<Record<string, unknown>>): Partial<Facts> {
  const endpoint = textOf(input.endpoint);
  const deployment = textOf(input.deployment);
  const env = entries(input.env);
  return {
    endpoints:
      endpoint === null
        ? []
        : [{ value: { url: scrub(endpoint), name: null }, where: { kind: 'config', label: 'endpoint' } }],
    deployments:
      deployment === null ? [] : [{ value: deployment, where: { kind: 'config', label: 'deployment' } }],
    environment: env.map(([name, value]) => variable(name, value)),
    packages: entries(input.packages).map(([name, version]) => packageFact(name, version, input.language)),
    headers: entries(input.headers).map(([name, value]) => ({
      value: {
        name,
        valueBytes: /\*{3}|[<{]/.test(value) ? null : value.length,
        scheme: /^(Bearer|Basic)\b/i.exec(value)?.[1] ?? null,
        secretKind: /\btoken\b/i.test(value) ? 'jwt' : secretKindOf(value),
      },
      where: { kind: 'config', label: 'headers' },
    })),
  };
}

const SECRET_NAME = /key|secret|token|password|credential/i;

function variable(name: string, value: string): Found<VariableFact> {
  const isHidden = /^\*+$/.test(value);
  const isSecret = SECRET_NAME.test(name) && !/^(?:https?:|true$|false$)/i.test(value);
  return {
    value: {
      name,
      value: isHidden || isSecret ? null : scrub(value),
      isSecret,
      secretKind: isSecret ? (/^sk-/.test(value) ? 'openai-key' : secretKindOf(value)) : null,
    },
    where: { kind: 'environment', label: name },
  };
}

const ECOSYSTEMS: Readonly<Record<string, PackageFact['ecosystem']>> = {
  python: 'pypi',
  js: 'npm',
  dotnet: 'nuget',
  java: 'maven',
  go: 'go',
};

function packageFact(name: string, version: string, language: unknown): Found<PackageFact> {
  const isExact = /^v?\d[\w.+-]*$/.test(version) && !/\.x\b/i.test(version);
  const ecosystem = typeof language === 'string' ? (ECOSYSTEMS[language] ?? 'other') : 'other';
  return {
    value: {
      ecosystem,
      name: ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]{1,8}/g, '-') : name,
      version: isExact ? version.replace(/^v/, '') : null,
      range: isExact || version === '' ? null : version,
    },
    where: { kind: 'manifest', label: 'packages' },
  };
}

function knownOf(value: unknown): Facts['knownDeployments'] {
  if (!Array.isArray(value)) return null;
  const names = value.filter((each) => typeof each === 'string');
  return names.map((name) => ({ name, model: null, state: null }));
}

function textFact(text: string, where: Where): Found<string> {
  return { value: maskLiterals(boundText(text)), where };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function entries(value: unknown): readonly (readonly [string, string])[] {
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .slice(0, 500)
    .flatMap(([name, entry]) =>
      typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean'
        ? [[name.slice(0, 200), String(entry).slice(0, 8192)] as const]
        : [],
    );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
