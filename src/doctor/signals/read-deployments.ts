import type { Picture } from '../engine/picture.js';
import type { Found, KnownDeployment } from '../facts.js';
import { isPartnerModel, isResponsesOnly, isRetiredModel, looksLikeModel } from './model-names.js';
import type { Sighting } from './signal-set.js';

/** How the names that calls use compare with the names that exist. */
export function readDeployments(picture: Picture): readonly Sighting[] {
  const { deployments, facts } = picture;
  const known = facts.knownDeployments ?? [];
  const sightings = deployments.flatMap((found) => [
    ...formOf(found, picture),
    ...(known.length === 0 ? [] : compare(found, known)),
  ]);
  const hasClient = picture.clients.length > 0;
  const isNameless =
    deployments.length === 0 && hasClient && picture.clients.every(({ fact }) => fact.deployment === null);
  sightings.push(...readRequested(picture), ...readOwnListing(picture));
  if (isNameless)
    sightings.push({ id: 'deployment-absent', text: 'No call names a deployment or model', where: null });
  return sightings;
}

/** A listing that the called host gave itself: a name on it cannot be another resource's. */
function readOwnListing({ facts }: Picture): readonly Sighting[] {
  return facts.responses.flatMap(({ value, where }): readonly Sighting[] => {
    const isListing =
      where.kind === 'probe' && value.status === 200 && /\/deployments\b/.test(value.url ?? '');
    return isListing ? [{ id: 'deployment-listed-here', text: 'The host lists its deployments', where }] : [];
  });
}

/** The configuration says one name and the request another. */
function readRequested({ facts, requests }: Picture): readonly Sighting[] {
  const stated = facts.deployments.filter(({ where }) => where.kind !== 'error-text' && where.kind !== 'har');
  return requests.flatMap(({ reading, where }): readonly Sighting[] => {
    const sent = reading.deployment;
    if (sent === null || stated.length === 0 || /[<{*$]/.test(sent)) return [];
    if (stated.some(({ value }) => value === sent || value.includes('://'))) return [];
    const text = `The request names "${sent}", the configuration "${stated[0]?.value ?? ''}"`;
    return [{ id: 'deployment-requested-other', text, where }];
  });
}

function formOf({ value, where }: Found<string>, picture: Picture): readonly Sighting[] {
  const list: Sighting[] = [{ id: 'deployment-named', text: `The call names "${value}"`, where }];
  const name = value.trim();
  const isInCode = picture.facts.texts.some(
    (text) => text.where.kind === 'source' && text.value.includes(name),
  );
  if (where.kind === 'source' || isInCode) {
    list.push({ id: 'deployment-in-code', text: `The code names "${value}"`, where });
  }
  if (name.includes('.')) list.push({ id: 'deployment-has-dot', text: `"${name}" has a dot`, where });
  const resource = picture.bases.find(({ reading }) => reading.resource !== null && !reading.isRedacted)
    ?.reading.resource;
  if (/:\/\/|^azureml:|\/openai\//i.test(name)) {
    list.push({ id: 'deployment-is-path', text: `The deployment is given as "${name}"`, where });
    return list;
  }
  if (looksLikeModel(name))
    list.push({ id: 'deployment-is-model', text: `"${name}" is the name of a model`, where });
  if (/gpt-3\.5/i.test(name)) {
    list.push({ id: 'deployment-dotted', text: `"${name}" has a dot; Azure's model is gpt-35-turbo`, where });
  }
  if (resource !== undefined && resource !== null && name.toLowerCase() === resource.toLowerCase()) {
    list.push({ id: 'deployment-is-resource', text: `"${name}" is the name of the resource`, where });
  }
  if (isResponsesOnly(name)) {
    list.push({ id: 'responses-only-model', text: `"${name}" is served by the Responses API only`, where });
  }
  if (isRetiredModel(name)) {
    list.push({ id: 'model-retired-known', text: `"${name}" is the name of a retired model`, where });
  }
  if (isPartnerModel(name))
    list.push({ id: 'partner-model', text: `"${name}" is not a model of OpenAI`, where });
  return list;
}

function compare({ value, where }: Found<string>, known: readonly KnownDeployment[]): readonly Sighting[] {
  const exact = known.find(({ name }) => name === value);
  if (exact !== undefined) {
    const isReady = exact.state === null || exact.state === 'Succeeded';
    const listed: Sighting = {
      id: 'deployment-listed',
      text: `The resource has a deployment "${value}"`,
      where,
    };
    return isReady
      ? [listed]
      : [listed, { id: 'deployment-unready', text: `"${value}" is in state ${exact.state}`, where }];
  }
  const names = known.map(({ name }) => name);
  const sameLetters = names.find((name) => name.toLowerCase() === value.toLowerCase());
  if (sameLetters !== undefined) {
    return [
      { id: 'deployment-case', text: `The resource has "${sameLetters}", the call says "${value}"`, where },
    ];
  }
  const close = names.find((name) => isClose(name, value) || isPrefixed(value, name));
  const ofModel = known.find(({ model }) => model !== null && squeeze(model) === squeeze(value));
  const listing = `The resource has ${names
    .slice(0, 6)
    .map((name) => `"${name}"`)
    .join(', ')}, not "${value}"`;
  const list: Sighting[] = [{ id: 'deployment-unlisted', text: listing, where }];
  if (close !== undefined) {
    list.push({
      id: 'deployment-close',
      text: `The resource has "${close}", the call says "${value}"`,
      where,
    });
  }
  if (looksLikeModel(value) && !names.some(looksLikeModel)) {
    list.push({ id: 'deployments-own-names', text: listing, where });
  }
  const related = names.find((name) => looksLikeModel(value) && isRelated(name, value));
  if (related !== undefined && close === undefined) {
    list.push({
      id: 'deployment-related',
      text: `The resource has "${related}", the call says "${value}"`,
      where,
    });
  }
  if (ofModel !== undefined && close === undefined) {
    list.push({
      id: 'deployment-other-for-model',
      text: `The deployment of ${value} is named "${ofModel.name}"`,
      where,
    });
  }
  return list;
}

/** The same but for punctuation and case, or one letter apart. */
export function isClose(left: string, right: string): boolean {
  const [a, b] = [squeeze(left), squeeze(right)];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 2) return false;
  return (
    editDistance(a.slice(0, 80), b.slice(0, 80)) <=
    (digits(a) !== digits(b) ? 0 : Math.min(a.length, b.length) < 9 ? 1 : 2)
  );
}

/** The call puts a word before the name that exists: `gpt-o3-mini` for `o3-mini`, `azure/chat` for `chat`. */
function isPrefixed(called: string, existing: string): boolean {
  const [long, short] = [called.toLowerCase(), existing.toLowerCase()];
  return short.length >= 2 && long.endsWith(short) && /[-/_.: ]$/.test(long.slice(0, -short.length));
}

/** One name holds the other, or its last word: `gpt-4-dev` and `gpt-4`, `ada002` and `text-embedding-ada-002`. */
function isRelated(left: string, right: string): boolean {
  const [a, b] = [squeeze(left), squeeze(right)];
  return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function digits(name: string): string {
  return name.replace(/\D/g, '');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
