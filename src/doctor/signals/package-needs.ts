import type { NeedId } from '../../core/sdk/matrix.js';
import type { Picture } from '../engine/picture.js';

/** Which minimums matter here, by the hosts, classes and credentials in sight. */
export function needsOf(picture: Picture): ReadonlySet<NeedId> {
  const needs = new Set<NeedId>();
  const readings = [...picture.bases, ...picture.requests].map(({ reading }) => reading);
  const usesEntra = picture.clients.some(({ fact }) => fact.auth === 'entra');
  const isFoundry = readings.some(({ hostKind }) => hostKind === 'foundry');
  const isUnknownHost = readings.every(({ hostKind }) => hostKind === 'redacted' || hostKind === 'other');
  if (!usesEntra && (isFoundry || isUnknownHost || readings.some(({ hostKind }) => hostKind === 'aoai'))) {
    needs.add('key-on-foundry');
  }
  if (picture.clients.some(({ fact }) => /AzureOpenAI/.test(fact.className))) needs.add('azure-class');
  if (usesEntra && readings.some(({ pathKind }) => pathKind === 'openai-v1')) needs.add('entra-on-v1');
  if (readings.some(({ hostKind }) => hostKind === 'foundry' || hostKind === 'cognitive'))
    needs.add('foundry-host');
  if (readings.some(({ problems }) => problems.some(({ kind }) => kind === 'trailing-slash')))
    needs.add('trailing-slash');
  if (readings.some(({ style }) => style === 'foundry-models')) needs.add('model-argument');
  if (picture.clients.some(({ fact }) => /Foundry/.test(fact.className))) needs.add('claude');
  return needs;
}
