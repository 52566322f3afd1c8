import type { DataReply, Target } from './exchange.js';
import { dataRefusals } from './refusals.js';

/** Last GA of the dated API is 2024-10-21; Azure OpenAI API version lifecycle, read 2026-11. */
const GA = ['2022-12-01', '2023-05-15', '2024-02-01', '2024-06-01', '2024-10-21'] as const;
const PREVIEWS = [
  '2024-02-15',
  '2024-03-01',
  '2024-04-01',
  '2024-05-01',
  '2024-07-01',
  '2024-08-01',
  '2024-09-01',
  '2024-10-01',
  '2024-12-01',
  '2025-01-01',
  '2025-02-01',
  '2025-03-01',
  '2025-04-01',
].map((day) => `${day}-preview`);
const DATED: ReadonlySet<string> = new Set([...GA, ...PREVIEWS]);
/** The listing was withdrawn from newer versions: openai/openai-python#460. */
const LISTING: ReadonlySet<string> = new Set(['2022-12-01', '2023-03-15-preview']);
/** 2024-08-01-preview got a 404 there: Azure/azure-sdk-for-java#44517. */
const MODELS: ReadonlySet<string> = new Set(['2024-05-01-preview']);
/** Azure/azure-rest-api-specs, specification/ai/data-plane, 2026. */
const PROJECT: ReadonlySet<string> = new Set([
  'v1',
  '2025-05-01',
  '2025-05-15-preview',
  '2025-11-15-preview',
]);
/** Tolerated, though nothing needs them. */
const V1: ReadonlySet<string> = new Set(['preview', 'v1']);
const RESPONSES_SINCE = '2025-03-01';
const O_SERIES_SINCE = '2024-12-01-preview';

/** A missing or unknown version of a route that needs one is a route that is not there: 404. */
export function refuseApiVersion(target: Target, version: string | null): DataReply | null {
  switch (target.api) {
    case 'anthropic':
      return null;
    case 'v1':
      return version === null || V1.has(version) ? null : dataRefusals.apiVersionNotSupported();
    case 'models':
      return among(MODELS, version);
    case 'project':
      return among(PROJECT, version);
    case 'dated':
      if (target.operation === 'list-deployments') return among(LISTING, version);
      if (target.operation === 'responses' && version !== null && DATED.has(version)) {
        return version.slice(0, 10) < RESPONSES_SINCE ? dataRefusals.responsesTooOld() : null;
      }
      return among(DATED, version);
  }
}

/** The o series is served from 2024-12-01-preview on; only the dated route can be too old for it. */
export function refuseOldVersionFor(model: string, target: Target, version: string | null): DataReply | null {
  if (target.api !== 'dated' || !/^o[134](?:$|-)/i.test(model)) return null;
  return (version ?? '').slice(0, 10) < O_SERIES_SINCE.slice(0, 10)
    ? dataRefusals.modelNeedsNewerVersion(O_SERIES_SINCE)
    : null;
}

function among(known: ReadonlySet<string>, version: string | null): DataReply | null {
  return version !== null && known.has(version) ? null : dataRefusals.routeNotFound();
}
