import type { Picture } from '../engine/picture.js';
import type { Sighting } from './signal-set.js';

/** Variables that the openai packages read by themselves (openai-python and openai-node, 2026-09). */
const READ_BY_SDK =
  /^(?:AZURE_OPENAI_(?:ENDPOINT|API_KEY|AD_TOKEN)|OPENAI_(?:API_KEY|BASE_URL|API_BASE|API_TYPE|API_VERSION|ORG_ID|ORGANIZATION|PROXY)|AZUREAI_\w+|AZURE_(?:INFERENCE_\w+|TENANT_ID|CLIENT_ID|CLIENT_SECRET)|AZURE_API_(?:KEY|BASE|VERSION))$/;
const PLAIN_BASE = /^OPENAI_(?:API_BASE|BASE_URL|API_HOST|PROXY_URL)$/;
const AZURE_BASE = /^AZURE_\w*(?:ENDPOINT|BASE|RESOURCE|HOST|URL)\w*$/;
const PLAIN_KEY = /^OPENAI_API_KEY$/;
const AZURE_KEY = /^AZURE_\w*(?:KEY|TOKEN)\w*$/;
const BASE_OR_KEY = /(?:ENDPOINT|BASE|BASE_URL|HOST|KEY|RESOURCE)$/;

/** Which variables stand beside each other, and which one no SDK reads. */
export function readEnvironment(picture: Picture): readonly Sighting[] {
  const variables = picture.facts.environment;
  const find = (pattern: RegExp) => variables.find(({ value }) => pattern.test(value.name));
  const list: Sighting[] = [];
  const [plainBase, azureBase, plainKey, azureKey] = [
    find(PLAIN_BASE),
    find(AZURE_BASE),
    find(PLAIN_KEY),
    find(AZURE_KEY),
  ];
  if (plainBase !== undefined && azureBase !== undefined) {
    list.push({
      id: 'both-bases-set',
      text: `${plainBase.value.name} and ${azureBase.value.name} are both set`,
      where: plainBase.where,
    });
  }
  if (plainKey !== undefined && azureKey !== undefined) {
    list.push({
      id: 'both-keys-set',
      text: `${plainKey.value.name} and ${azureKey.value.name} are both set`,
      where: plainKey.where,
    });
  }
  for (const { value, where } of variables) {
    const isOurs = /^(?:AZURE|OPENAI|AOAI|OAI)/.test(value.name);
    if (isOurs && BASE_OR_KEY.test(value.name) && !READ_BY_SDK.test(value.name)) {
      list.push({
        id: 'variable-unusual',
        text: `${value.name} is a name that no SDK reads by itself`,
        where,
      });
    }
  }
  return [...list, ...readOldNames(picture)];
}

/** openai 0.x read these by itself, 1.x and later do not (openai-python v0.28.1 and src/openai/_client.py, 2026-11). */
const READ_BY_OLD_OPENAI = /^OPENAI_API_(?:BASE|TYPE)$/;
/** Packages that still read them and hand them on. */
const READS_OLD_NAMES = /^(?:langchain|llama-?index|litellm|mlflow|promptflow|autogen|pyautogen)/;

function readOldNames({ facts }: Picture): readonly Sighting[] {
  const isCurrent = facts.packages.some(
    ({ value }) =>
      value.name === 'openai' && value.ecosystem === 'pypi' && /^[1-9]/.test(value.version ?? ''),
  );
  if (!isCurrent || facts.packages.some(({ value }) => READS_OLD_NAMES.test(value.name))) return [];
  return facts.environment.flatMap(({ value: { name }, where }): readonly Sighting[] => {
    const isReadByCode = facts.texts.some(
      (text) => text.where.kind === 'source' && text.value.includes(name),
    );
    if (!READ_BY_OLD_OPENAI.test(name) || isReadByCode) return [];
    return [
      { id: 'variable-old-release', text: `${name} was read by openai 0.x, not by 1.x and later`, where },
    ];
  });
}
