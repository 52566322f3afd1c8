import { judgePackage } from '../../../core/sdk/judge-version.js';
import type { Ecosystem } from '../../../core/sdk/types.js';
import type { Fix } from '../../diagnosis.js';
import { needsOf } from '../../signals/package-needs.js';
import type { Picture } from '../picture.js';
import { placeOf } from './place.js';

const COMMANDS: Readonly<Record<Ecosystem, (name: string, version: string) => string>> = {
  pypi: (name, version) => `pip install --upgrade "${name}>=${version}"`,
  npm: (name, version) => `npm install ${name}@^${version}`,
  nuget: (name, version) => `dotnet add package ${name} --version ${version}`,
  maven: (name, version) => `mvn versions:use-dep-version -Dincludes=${name} -DdepVersion=${version}`,
  go: (name, version) => `go get ${name}@v${version}`,
};
const ECOSYSTEMS: readonly Ecosystem[] = ['pypi', 'npm', 'nuget', 'maven', 'go'];

/** The release to upgrade to; null when no package is known to be at fault. */
export function packageFix(picture: Picture, asOf: string): Fix | null {
  const needs = needsOf(picture);
  for (const { value, where } of picture.facts.packages) {
    const ecosystem = ECOSYSTEMS.find((each) => each === value.ecosystem);
    const judged = ecosystem === undefined ? null : judgePackage({ ...value, ecosystem }, needs, asOf);
    const minimum = judged?.below.find(({ isSure }) => isSure)?.minimum.version ?? judged?.faulty[0]?.fixedIn;
    if (ecosystem === undefined || minimum === undefined) continue;
    return {
      text: `Upgrade ${value.name} from ${value.version ?? value.range ?? 'what is installed'} to ${minimum} or later`,
      command: COMMANDS[ecosystem](value.name, minimum),
      ...placeOf(where),
    };
  }
  const first = picture.facts.packages[0]?.value;
  return first === undefined
    ? null
    : {
        text: `Upgrade ${first.name} to its newest release; ${first.version ?? first.range ?? 'this one'} builds the request wrong`,
      };
}
