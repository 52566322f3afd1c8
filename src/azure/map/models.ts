import type { ModelOffer, SkuOffer } from '../../core/model.js';
import {
  dayAt,
  demandList,
  demandObject,
  demandText,
  isObject,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textMapAt,
  type WireObject,
} from '../wire-value.js';
import { mapRateLimits } from './rate-limits.js';

/** One page of `locations/{location}/models` (rows `{kind, model}`) or `accounts/{account}/models` (bare). */
export function mapModelPage(body: unknown): readonly ModelOffer[] {
  return demandList(body, 'no list of models').map(mapModelRow);
}

export function mapModelRow(value: unknown): ModelOffer {
  const row = demandObject(value, 'a model row that is no object');
  const wrapped = isObject(row.model) ? row.model : null;
  const model = wrapped ?? row;
  const format = demandText(model, 'format', 'a model');
  const kind = wrapped === null ? null : textAt(row, 'kind');
  const replacement = mapReplacement(objectAt(model, 'replacementConfig'));
  return {
    format,
    name: demandText(model, 'name', 'a model'),
    version: textAt(model, 'version') ?? '',
    publisher: textAt(model, 'publisher') ?? (format === 'OpenAI-OSS' ? 'OpenAI' : format),
    isDefault: model.isDefaultVersion === true,
    lifecycle: textAt(model, 'lifecycleStatus') ?? '',
    skus: listAt(model, 'skus').filter(isObject).flatMap(mapSku),
    capabilities: textMapAt(model, 'capabilities'),
    retires: dayAt(objectAt(model, 'deprecation'), 'inference'),
    ...(kind === null ? {} : { kind }),
    ...(replacement === undefined ? {} : { replacement }),
  };
}

function mapSku(sku: WireObject): SkuOffer[] {
  const name = textAt(sku, 'name');
  if (name === null) return [];
  const capacity = objectAt(sku, 'capacity');
  return [
    {
      name,
      usageName: textAt(sku, 'usageName') ?? '',
      capacity: {
        minimum: numberAt(capacity, 'minimum'),
        maximum: numberAt(capacity, 'maximum'),
        step: numberAt(capacity, 'step'),
        default: numberAt(capacity, 'default'),
      },
      retires: dayAt(sku, 'deprecationDate'),
      rateLimits: mapRateLimits(sku),
    },
  ];
}

function mapReplacement(config: WireObject): ModelOffer['replacement'] {
  const name = textAt(config, 'targetModelName');
  if (name === null) return undefined;
  const version = textAt(config, 'targetModelVersion');
  return version === null ? { name } : { name, version };
}
