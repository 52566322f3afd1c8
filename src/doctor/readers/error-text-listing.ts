import type { KnownDeployment } from '../facts.js';
import { scrub } from './error-text-clean.js';
import { type FoundObject, isLooseObject, type LooseObject, type LooseValue } from './error-text-objects.js';

const LISTED =
  /\b(?:available|existing|known|valid) deployments?(?: names?)?(?: are| is)?\s?[:=]\s?\[?([^\n\]]{2,1000})/i;

/** Deployments that a text lists: the answer of a listing (control or data plane), or a sentence. */
export function readListing(
  text: string,
  objects: readonly FoundObject[],
): readonly KnownDeployment[] | null {
  const rows = objects.flatMap(({ value }) => [value.get('data'), value.get('value')].flatMap(rowsOf));
  if (rows.length > 0) return rows.slice(0, 500);
  const names = LISTED.exec(text)?.[1]
    ?.split(',')
    .map((name) => name.replace(/["'\s]/g, ''))
    .filter((name) => /^[\w.-]{2,64}$/.test(name));
  return names === undefined || names.length === 0
    ? null
    : names.map((name) => ({ name, model: null, state: null }));
}

function rowsOf(value: LooseValue | undefined): readonly KnownDeployment[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: LooseValue) => (isLooseObject(row) ? deploymentOf(row) : []));
}

function deploymentOf(row: LooseObject): readonly KnownDeployment[] {
  const properties = row.get('properties');
  const name = textOf(row.get('name')) ?? textOf(row.get('id'));
  if (name === null) return [];
  if (isLooseObject(properties)) {
    const model = properties.get('model');
    const state = textOf(properties.get('provisioningState'));
    if (!isLooseObject(model)) return [];
    return [{ name: scrub(name), model: textOf(model.get('name')), state }];
  }
  const model = textOf(row.get('model')) ?? textOf(row.get('modelName'));
  const isDeployment =
    model !== null &&
    (row.get('object') === 'deployment' || row.has('scale_settings') || row.has('modelName'));
  return isDeployment ? [{ name: scrub(name), model: scrub(model), state: textOf(row.get('status')) }] : [];
}

function textOf(value: LooseValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}
