import type { DetailSku, ModelDetail, VersionBrief } from '../../core/catalog/detail.js';
import { renderCard } from '../card.js';
import { grouped } from '../numbers.js';
import { renderTable } from '../table.js';
import type { Theme } from '../theme.js';
import { statusOf } from './list-view.js';

/** One model in full: a card of facts, its SKUs, what else it is sold as, and its versions. */
export function modelsShowView(model: ModelDetail, theme: Theme): string {
  const title = `${model.name} ${model.version}${model.isDefault ? ' (default version)' : ''}`;
  const sections = [
    renderCard(title, facts(model, theme), theme),
    skuSection(model, theme),
    regionSection(model, theme),
    otherSection(model, theme),
    versionSection(model, theme),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

function facts(model: ModelDetail, theme: Theme): readonly (readonly [string, string])[] {
  const { terms } = model;
  return [
    [
      'Publisher',
      model.format === model.publisher ? model.publisher : `${model.publisher} (format ${model.format})`,
    ],
    ['For', model.task],
    ['State', stateText(model)],
    ['Retires', model.retires ?? 'no date set'],
    ['Replacement', replacementText(model)],
    ['Context', contextText(model)],
    ['Capabilities', capabilityNames(model).join(', ')],
    ['Terms', terms.terms],
    ['Processed by', terms.processor],
    ['Hosted on', model.hostedOn ?? ''],
    [
      'Conditions',
      [...terms.conditions, ...gateText(model)].map((line) => `${theme.symbols.bullet} ${line}`).join('\n'),
    ],
    ['Routes to', model.routesTo.map((route) => `${route.name} ${route.version}`).join(', ')],
    [
      'Managed compute',
      model.alsoManagedCompute === null
        ? ''
        : `also offered, billed by the hour (${model.alsoManagedCompute})`,
    ],
    ['Note', model.note ?? ''],
  ];
}

const AVAILABILITY: Readonly<Record<ModelDetail['availability'], string>> = {
  open: 'open to new deployments',
  restricted: 'open to existing customers only',
  unlisted: 'in no recent models list; a new deployment may be refused',
  retired: 'retired, no new deployments',
  never: 'not pay-as-you-go',
};

function stateText(model: Pick<ModelDetail, 'lifecycle' | 'availability'>): string {
  return `${model.lifecycle}, ${AVAILABILITY[model.availability]}`;
}

function replacementText({ replacement }: ModelDetail): string {
  if (replacement === null) return '';
  const name = replacement.version === null ? replacement.name : `${replacement.name} ${replacement.version}`;
  return replacement.autoUpgradeStart === null
    ? name
    : `${name} (automatic upgrades from ${replacement.autoUpgradeStart})`;
}

function contextText({ context }: ModelDetail): string {
  if (context === null) return 'not published';
  const parts = [
    context.input === null ? '' : `${grouped(context.input)} tokens`,
    context.output === null ? '' : `at most ${grouped(context.output)} tokens out`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function capabilityNames(model: ModelDetail): readonly string[] {
  return Object.entries(model.capabilities)
    .filter(([, value]) => value === 'true')
    .map(([name]) => name);
}

function gateText({ gated, terms }: ModelDetail): readonly string[] {
  return gated === null || terms.conditions.some((line) => line.includes(gated)) ? [] : [`access: ${gated}`];
}

function skuSection(model: ModelDetail, theme: Theme): string {
  const rows = model.skus.map((sku) => [
    sku.name,
    capacityText(sku),
    sku.processedIn,
    sku.isPast ? `since ${sku.retires}` : (sku.retires ?? ''),
    sku.regions === null ? '' : String(sku.regions.length),
  ]);
  return renderTable(['PAY-AS-YOU-GO', 'CAPACITY', 'PROCESSED IN', 'RETIRES', 'REGIONS'], rows, theme);
}

/** `1 unit = 1,000 tokens/min and 1 request/min`, and below it `default 10, up to 1,000,000`. */
export function capacityText({ perUnit, capacity }: Pick<DetailSku, 'perUnit' | 'capacity'>): string {
  const { minimum = 1, maximum, step = 1 } = capacity;
  const unit = [amount(perUnit.tokensPerMinute, 'token'), amount(perUnit.requestsPerMinute, 'request')]
    .filter((part) => part !== '')
    .join(' and ');
  const meaning = unit === '' ? 'limits per unit not published' : `1 unit = ${unit}`;
  if (maximum === minimum) return `${meaning}\nalways ${grouped(maximum)}`;
  const bounds = [
    capacity.default === undefined ? '' : `default ${grouped(capacity.default)}`,
    minimum === 1 ? '' : `from ${grouped(minimum)}`,
    maximum === undefined ? '' : `up to ${grouped(maximum)}`,
    step === 1 ? '' : `in steps of ${grouped(step)}`,
  ].filter((part) => part !== '');
  return bounds.length === 0 ? meaning : `${meaning}\n${bounds.join(', ')}`;
}

function amount(perMinute: number | null, noun: string): string {
  if (perMinute === null) return '';
  return `${grouped(perMinute)} ${noun}${perMinute === 1 ? '' : 's'}/min`;
}

function regionSection(model: ModelDetail, theme: Theme): string {
  const fields = model.skus.flatMap((sku): (readonly [string, string])[] =>
    sku.regions === null || sku.regions.length === 0 ? [] : [[sku.name, sku.regions.join(', ')]],
  );
  return fields.length === 0 ? '' : renderCard('Regions', fields, theme);
}

function otherSection(model: ModelDetail, theme: Theme): string {
  if (model.otherSkus.length === 0) return '';
  const rows = model.otherSkus.map((sku) => [sku.name, sku.billing, sku.description]);
  return renderTable(['NOT PAY-AS-YOU-GO', 'BILLED', 'WHAT IT IS'], rows, theme);
}

function versionSection(model: ModelDetail, theme: Theme): string {
  if (model.versions.length < 2) return '';
  const rows = model.versions.map((brief) => [
    brief.version === model.version ? `${brief.version} (this)` : brief.version,
    versionState(brief),
    brief.retires ?? '',
    brief.skus.join(', '),
  ]);
  return renderTable(['VERSION', 'STATE', 'RETIRES', 'SKUS'], rows, theme);
}

function versionState(brief: VersionBrief): string {
  const word = brief.availability === 'open' ? statusOf({ ...brief, gated: null }) : brief.availability;
  return [brief.isDefault ? 'default' : '', word].filter((part) => part !== '').join(', ');
}
