import * as v from 'valibot';
import type { Facts, Where } from '../facts.js';
import { scrub } from './error-text-clean.js';
import { isList, isRecord } from './json-value.js';

const text = v.pipe(v.string(), v.maxLength(300_000));
const maybe = v.nullable(text);
const kind = v.nullable(v.picklist(['openai-key', 'azure-key', 'jwt', 'other']));
const where = v.pipe(
  v.object({
    kind: v.picklist([
      'flag',
      'environment',
      'env-file',
      'source',
      'manifest',
      'lock-file',
      'installed',
      'error-text',
      'har',
      'curl',
      'bundle',
      'control-plane',
      'probe',
      'config',
    ]),
    label: text,
    file: v.optional(text),
    line: v.optional(v.number()),
  }),
  v.transform((place): Where => place),
);
const header = v.object({ name: text, valueBytes: v.nullable(v.number()), scheme: maybe, secretKind: kind });
const list = <const T extends v.GenericSchema>(schema: T) =>
  v.pipe(v.array(v.object({ value: schema, where })), v.maxLength(100_000));

const FACTS = v.object({
  endpoints: list(v.object({ url: text, name: maybe })),
  requests: list(
    v.object({ method: maybe, url: text, headers: v.array(header), bodyModel: maybe, userAgent: maybe }),
  ),
  responses: list(
    v.object({
      status: v.nullable(v.number()),
      code: maybe,
      message: maybe,
      headers: v.record(v.string(), v.string()),
      url: maybe,
    }),
  ),
  packages: list(
    v.object({
      ecosystem: v.picklist(['pypi', 'npm', 'nuget', 'maven', 'go', 'other']),
      name: text,
      version: maybe,
      range: maybe,
    }),
  ),
  clients: list(
    v.object({
      className: text,
      packageName: maybe,
      baseUrl: maybe,
      baseUrlParameter: maybe,
      baseUrlVariable: maybe,
      apiVersion: maybe,
      apiVersionVariable: maybe,
      deployment: maybe,
      auth: v.picklist(['key', 'entra', 'unknown']),
      scopes: v.array(text),
      headerNames: v.array(text),
    }),
  ),
  environment: list(v.object({ name: text, value: maybe, isSecret: v.boolean(), secretKind: kind })),
  deployments: list(text),
  knownDeployments: v.nullable(v.array(v.object({ name: text, model: maybe, state: maybe }))),
  headers: list(header),
  apiVersions: list(text),
  texts: list(text),
  language: v.nullable(v.picklist(['python', 'js', 'dotnet', 'java', 'go', 'curl', 'other'])),
  account: v.nullable(
    v.object({
      name: text,
      location: text,
      endpoints: v.record(v.string(), v.string()),
      customSubdomain: maybe,
      localAuthDisabled: v.boolean(),
      publicNetworkAccess: text,
      networkDefaultAction: maybe,
    }),
  ),
  gaps: v.array(v.object({ source: text, reason: text })),
});

export const BUNDLE_SCHEMA = 1;

/** The facts as a file that can be sent to somebody: every string has been through the redactor once more. */
export function writeBundle(facts: Facts, madeBy: string): string {
  return `${JSON.stringify({ kind: 'aimi-doctor', schema: BUNDLE_SCHEMA, madeBy, facts: scrubbed(facts) }, null, 2)}\n`;
}

export type BundleReading =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Reads what `writeBundle` wrote; null when the value is no bundle at all. */
export function readBundle(value: unknown): BundleReading | null {
  if (!isRecord(value) || value.kind !== 'aimi-doctor') return null;
  if (value.schema !== BUNDLE_SCHEMA) {
    return {
      kind: 'wrong',
      reason: `its schema is ${JSON.stringify(value.schema) ?? 'missing'}, this aimi reads ${BUNDLE_SCHEMA}`,
    };
  }
  const parsed = v.safeParse(FACTS, scrubbed(value.facts));
  if (parsed.success) return { kind: 'facts', facts: parsed.output };
  const [issue] = parsed.issues;
  return { kind: 'wrong', reason: `${v.getDotPath(issue) ?? 'facts'}: ${issue.message.slice(0, 200)}` };
}

function scrubbed(value: unknown): unknown {
  if (typeof value === 'string') return scrub(value);
  if (isList(value)) return value.map(scrubbed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scrubbed(entry)]));
}
