import { CAUSES, fillTemplate } from '../../core/causes/causes.js';
import { INNOCENT_CAUSES } from '../../core/causes/codes.js';
import { stripControls } from '../../core/text.js';
import type { Cause, Diagnosis } from '../../doctor/diagnosis.js';
import { formatJson } from '../formats/json.js';
import { placeOf } from './finding-place.js';
import { findingText } from './finding-text.js';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/): each cause is a result, the first of a
 * diagnosis an error, further suspects notes. A cause without a file has no location.
 */
export function renderSarif(answer: Diagnosis | readonly Diagnosis[], version: string): string {
  const diagnoses: readonly Diagnosis[] = 'schema' in answer ? [answer] : answer;
  const causes = diagnoses.flatMap((diagnosis) =>
    diagnosis.causes.map((cause, rank) => ({ cause, rank, diagnosis })),
  );
  const rules = [...new Map(causes.map(({ cause }) => [cause.code, cause])).values()];
  const indexOf = (code: string) => rules.findIndex((rule) => rule.code === code);
  return formatJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'aimi', semanticVersion: version, rules: rules.map(ruleOf) } },
        results: causes.map(({ cause, rank, diagnosis }) => ({
          ruleId: cause.code,
          ruleIndex: indexOf(cause.code),
          level: rank === 0 && !INNOCENT_CAUSES.has(cause.code) ? 'error' : 'note',
          rank: Math.round(cause.confidence * 1000) / 10,
          message: { text: findingText(cause) },
          ...locationsOf(cause),
          properties: { confidence: cause.confidence, verdict: diagnosis.verdict, ...idOf(diagnosis) },
        })),
        invocations: [
          {
            executionSuccessful: diagnoses.every(({ verdict }) => verdict !== 'nothing-checked'),
            toolExecutionNotifications: diagnoses.flatMap(({ gaps }) =>
              gaps.map(({ source, reason }) => ({
                level: 'note',
                message: { text: clean(`${source}: ${reason}`) },
              })),
            ),
          },
        ],
      },
    ],
  });
}

function idOf({ id }: Diagnosis): { readonly report?: string } {
  return id === undefined ? {} : { report: clean(id) };
}

function ruleOf(cause: Cause) {
  return {
    id: cause.code,
    shortDescription: { text: CAUSES[cause.code].title },
    fullDescription: { text: CAUSES[cause.code].meaning },
    help: {
      text: [...CAUSES[cause.code].fix.map((step) => fillTemplate(step)), `See ${cause.docs}`].join('\n'),
    },
    defaultConfiguration: { level: INNOCENT_CAUSES.has(cause.code) ? 'note' : 'error' },
  };
}

function locationsOf(cause: Cause) {
  const place = placeOf(cause);
  if (place === null) return {};
  const region = place.line === null ? {} : { region: { startLine: place.line } };
  const uri = place.file.split('/').map(encodeURIComponent).join('/');
  return {
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...region } }],
  };
}

function clean(text: string): string {
  return stripControls(text);
}
