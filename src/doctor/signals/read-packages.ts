import { judgePackage } from '../../core/sdk/judge-version.js';
import type { Ecosystem } from '../../core/sdk/types.js';
import type { Picture } from '../engine/picture.js';
import type { PackageFact } from '../facts.js';
import { needsOf } from './package-needs.js';
import type { Sighting } from './signal-set.js';

const MAKER_PACKAGE =
  /^(?:cohere|cohere-ai|mistralai|@mistralai\/.*|ai21|anthropic|@anthropic-ai\/sdk|groq|com\.cohere.*)$/i;
const ECOSYSTEMS: readonly Ecosystem[] = ['pypi', 'npm', 'nuget', 'maven', 'go'];

/** What the versions of the packages say. `asOf` is today, `YYYY-MM-DD`. */
export function readPackages(picture: Picture, asOf: string): readonly Sighting[] {
  const needs = needsOf(picture);
  const { packages } = picture.facts;
  const sightings = packages.flatMap(({ value, where }) => {
    const label = nameOf(value);
    const list: Sighting[] = [];
    if (MAKER_PACKAGE.test(value.name)) {
      list.push({ id: 'maker-package', text: `${label} is the model maker's own SDK`, where });
    }
    if (value.name === 'openai' && value.ecosystem === 'pypi' && /^0\./.test(value.version ?? '')) {
      list.push({ id: 'legacy-openai', text: `${label} is the module-level API of before 1.0`, where });
    }
    const ecosystem = ECOSYSTEMS.find((each) => each === value.ecosystem);
    const judged = ecosystem === undefined ? null : judgePackage({ ...value, ecosystem }, needs, asOf);
    if (judged === null) return list;
    for (const { minimum, isSure } of judged.below) {
      if (!isSure) continue;
      list.push({
        id: 'sdk-below-minimum',
        text: `${label} is below ${minimum.version}: ${minimum.why}`,
        where,
      });
    }
    for (const { fixedIn, why } of judged.faulty) {
      list.push({ id: 'sdk-below-minimum', text: `${label} is faulty, ${fixedIn} is not: ${why}`, where });
    }
    if (judged.isRetired) list.push({ id: 'sdk-retired', text: `${label} is retired`, where });
    return list;
  });
  const isAppOnly =
    packages.length > 0 &&
    packages.every(({ value }) => !isSdk(value)) &&
    picture.clients.length === 0 &&
    picture.bases.length === 0 &&
    picture.requests.length === 0;
  const first = packages[0];
  if (isAppOnly && first !== undefined) {
    sightings.push({ id: 'app-version-only', text: `${nameOf(first.value)} is in use`, where: first.where });
  }
  return sightings;
}

function nameOf({ name, version, range }: PackageFact): string {
  return version === null ? `${name} ${range ?? ''}`.trim() : `${name} ${version}`;
}

const SDK_NAME =
  /^(?:openai|azure[.-]|@azure|com\.azure|langchain|@langchain|semantic-kernel|microsoft\.|llama-index|@ai-sdk|anthropic|cohere|mistral|ai21|github\.com)/i;

function isSdk({ name }: PackageFact): boolean {
  return SDK_NAME.test(name);
}
