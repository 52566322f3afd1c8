import { FAMILIES, type FamilyId, familyOfModel } from './families.js';
import { splitName } from './split-name.js';
import type { KnownModel } from './types.js';
import { MODEL_ALIASES } from './words.js';

export interface IndexedModel {
  readonly name: string;
  readonly versions: readonly string[];
  /** Sorted, in long forms, without the brand of the family. */
  readonly words: readonly string[];
}

export type ModelIndex = ReadonlyMap<FamilyId, readonly IndexedModel[]>;

/** Known models by family; a name that occurs with several versions is one entry. */
export function indexModels(models: readonly KnownModel[]): ModelIndex {
  const versionsByName = new Map<string, { family: FamilyId; name: string; versions: Set<string> }>();
  for (const { name, version, publisher } of models) {
    const family = familyOfModel(publisher, name);
    if (family === null) continue;
    const key = `${family.id} ${name.toLowerCase()}`;
    const entry = versionsByName.get(key) ?? { family: family.id, name, versions: new Set<string>() };
    if (version !== null) entry.versions.add(version);
    versionsByName.set(key, entry);
  }
  const index = new Map<FamilyId, IndexedModel[]>();
  for (const { family, name, versions } of versionsByName.values()) {
    const brands = new Set(FAMILIES[family].brands);
    const words = splitName(name)
      .map(({ text }) => MODEL_ALIASES[text] ?? text)
      .filter((word) => !brands.has(word))
      .sort();
    const entries = index.get(family) ?? [];
    entries.push({ name, versions: [...versions], words });
    index.set(family, entries);
  }
  return index;
}
