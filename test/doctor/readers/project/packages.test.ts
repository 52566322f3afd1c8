import { describe, expect, it } from 'vitest';
import { PROJECT_BUDGET } from '../../../../src/doctor/readers/project/budget.js';
import { readProject } from '../../../../src/doctor/readers/project/read-project.js';
import { memoryFiles } from '../../../helpers/memory-files.js';

async function packagesOf(contents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/p/${path}`, text])),
  );
  const { packages = [] } = await readProject('/p', files, PROJECT_BUDGET);
  return packages.map(
    ({ value, where }) =>
      `${value.name} ${value.version ?? '-'} ${value.range ?? '-'} ${where.kind} ${where.label}`,
  );
}

type Row = readonly [name: string, files: Readonly<Record<string, string>>, packages: readonly string[]];

const MANIFESTS: readonly Row[] = [
  [
    'requirements with extras, markers, hashes and another name form',
    {
      'requirements.txt':
        'Azure_AI.Inference[opentelemetry]>=1.0.0b4 ; python_version > "3.8"  # chat\nopenai==1.2.3 --hash=sha256:ab\nrequests==2\n',
    },
    [
      'azure-ai-inference - >=1.0.0b4 manifest requirements.txt:1',
      'openai 1.2.3 - lock-file requirements.txt:2',
    ],
  ],
  [
    'files that requirements include, though never one outside of the project',
    { 'requirements.txt': '-r deps/base.in\n-r ../../secret.txt\n', 'deps/base.in': 'litellm~=1.40\n' },
    ['litellm - ~=1.40 manifest deps/base.in:1'],
  ],
  ['constraints', { 'constraints.txt': 'openai===1.9.0\n' }, ['openai 1.9.0 - lock-file constraints.txt:1']],
  [
    'PEP 621 with groups',
    {
      'pyproject.toml':
        '[project]\ndependencies = ["openai>=1.0,<2"]\n[project.optional-dependencies]\nx = ["cohere"]\n[dependency-groups]\ndev = ["litellm==1.2.3"]\n',
    },
    [
      'openai - >=1.0,<2 manifest pyproject.toml:2',
      'cohere - - manifest pyproject.toml:4',
      'litellm 1.2.3 - manifest pyproject.toml:6',
    ],
  ],
  [
    'Poetry tables; a bare version is a caret range',
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\npython = "^3.11"\nopenai = "1.3.0"\nazure-ai-inference = { version = "1.0.0b4", allow-prereleases = true }\n[tool.poetry.group.dev.dependencies]\nlitellm = "*"\n',
    },
    [
      'openai - ^1.3.0 manifest pyproject.toml:3',
      'azure-ai-inference - ^1.0.0b4 manifest pyproject.toml:4',
      'litellm - - manifest pyproject.toml:6',
    ],
  ],
  [
    'PDM and Hatch',
    {
      'pyproject.toml':
        '[tool.pdm.dev-dependencies]\nt = ["openai~=1.1"]\n[tool.hatch.envs.default]\ndependencies = ["ai21>2"]\n',
    },
    ['openai - ~=1.1 manifest pyproject.toml:2', 'ai21 - >2 manifest pyproject.toml:4'],
  ],
  [
    'setup.py',
    { 'setup.py': 'setup(\n  name="x",\n  install_requires=["openai>=0.27,<1", "requests"],\n)\n' },
    ['openai - >=0.27,<1 manifest setup.py:3'],
  ],
  [
    'setup.cfg',
    { 'setup.cfg': '[options]\ninstall_requires =\n    openai<1\n    semantic-kernel==1.0.1\n' },
    ['openai - <1 manifest setup.cfg:3', 'semantic-kernel 1.0.1 - manifest setup.cfg:4'],
  ],
  [
    'Pipfile',
    { Pipfile: '[packages]\nopenai = "==0.28.1"\nanthropic = "*"\n' },
    ['openai 0.28.1 - manifest Pipfile:2', 'anthropic - - manifest Pipfile:3'],
  ],
  [
    'conda',
    {
      'environment.yml':
        'dependencies:\n  - python=3.11\n  - conda-forge::openai=1.14.0=py_0\n  - pip:\n    - litellm>=1.0\n',
    },
    ['openai 1.14.0 - manifest environment.yml:3', 'litellm - >=1.0 manifest environment.yml:5'],
  ],
  [
    'package.json with an exact version, an alias and a workspace',
    {
      'package.json': '{\n  "workspaces": ["apps/*"],\n  "dependencies": {\n    "openai": "4.20.0"\n  }\n}',
      'apps/web/package.json':
        '{\n  "devDependencies": {\n    "ai": "npm:@azure-rest/ai-inference@^1.0.0-beta.1",\n    "@azure/ai-inference": "latest"\n  }\n}',
    },
    [
      'openai 4.20.0 - manifest package.json:4',
      '@azure-rest/ai-inference - ^1.0.0-beta.1 manifest apps/web/package.json:3',
      '@azure/ai-inference - latest manifest apps/web/package.json:4',
    ],
  ],
  [
    'project files of .NET in every spelling',
    {
      'a.csproj':
        '<Project Sdk="x"><PropertyGroup><V>1.0.0-beta.2</V></PropertyGroup>\n<ItemGroup><PackageReference Include="azure.ai.inference" Version="$(V)" />\n<PackageReference Include="OpenAI"><Version>2.*</Version></PackageReference></ItemGroup></Project>',
      'old/packages.config':
        '<?xml version="1.0"?>\n<packages><package id="Azure.AI.OpenAI" version="1.0.0-beta.17" targetFramework="net48" /></packages>',
      'Directory.Packages.props':
        '<Project><ItemGroup><PackageVersion Include="Azure.AI.Projects" Version="[1.0.0]" /></ItemGroup></Project>',
    },
    [
      'Azure.AI.Projects 1.0.0 - manifest Directory.Packages.props:1',
      'Azure.AI.Inference 1.0.0-beta.2 - manifest a.csproj:2',
      'OpenAI - 2.* manifest a.csproj:3',
      'Azure.AI.OpenAI 1.0.0-beta.17 - manifest old/packages.config:2',
    ],
  ],
  [
    'Maven with properties and managed versions',
    {
      'pom.xml':
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference as Maven writes it
        '<project><properties><v>1.0.0-beta.3</v></properties>\n<dependencyManagement><dependencies><dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>${v}</version></dependency></dependencies></dependencyManagement>\n<dependencies><dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId></dependency>\n<dependency><groupId>com.azure</groupId><artifactId>azure-ai-openai</artifactId><version>${elsewhere}</version></dependency></dependencies></project>',
    },
    [
      'com.openai:openai-java 1.0.0-beta.3 - manifest pom.xml:2',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference as Maven writes it
      'com.azure:azure-ai-openai - ${elsewhere} manifest pom.xml:4',
    ],
  ],
  [
    'Gradle with variables, the map notation and a comment',
    {
      'build.gradle':
        "def v = '1.0.0-beta.5'\ndependencies {\n  implementation \"com.azure:azure-ai-inference:$v\"\n  implementation group: 'com.openai', name: 'openai-java', version: '0.8.0'\n  // implementation 'com.azure:azure-ai-openai:1.0.0'\n}\n",
    },
    [
      'com.azure:azure-ai-inference 1.0.0-beta.5 - manifest build.gradle:3',
      'com.openai:openai-java 0.8.0 - manifest build.gradle:4',
    ],
  ],
  [
    'a version catalog of Gradle',
    {
      'gradle/libs.versions.toml':
        '[versions]\nai = "1.0.0-beta.4"\n[libraries]\ninference = { module = "com.azure:azure-ai-inference", version.ref = "ai" }\njava = { group = "com.openai", name = "openai-java", version = "1.1.0" }\nshort = "com.azure:azure-ai-openai:1.0.0-beta.16"\n',
    },
    [
      'com.azure:azure-ai-inference 1.0.0-beta.4 - manifest gradle/libs.versions.toml:4',
      'com.openai:openai-java 1.1.0 - manifest gradle/libs.versions.toml:5',
      'com.azure:azure-ai-openai 1.0.0-beta.16 - manifest gradle/libs.versions.toml:6',
    ],
  ],
  [
    'go.mod with a replacement',
    {
      'go.mod':
        'module x\n\nrequire (\n\tgithub.com/openai/openai-go/v3 v3.1.0 // indirect\n\tgithub.com/Azure/azure-sdk-for-go/sdk/ai/azopenai v0.7.0\n)\nreplace github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai => github.com/me/azopenai v0.6.1\n',
    },
    [
      'github.com/openai/openai-go/v3 3.1.0 - manifest go.mod:4',
      'github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai 0.6.1 - manifest go.mod:5',
    ],
  ],
];

const LOCKS: readonly Row[] = [
  [
    'package-lock 1',
    {
      'package-lock.json':
        '{\n  "lockfileVersion": 1,\n  "dependencies": {\n    "x": {\n      "version": "1.0.0",\n      "requires": {\n        "openai": "^4.0.0"\n      }\n    },\n    "openai": {\n      "version": "4.1.0",\n      "integrity": "sha512-a"\n    }\n  }\n}',
    },
    ['openai 4.1.0 - lock-file package-lock.json'],
  ],
  [
    'package-lock 3 with a nested copy, which is not the one that the project imports',
    {
      'package-lock.json':
        '{\n  "packages": {\n    "": {\n      "dependencies": {\n        "openai": "^5.0.0"\n      }\n    },\n    "node_modules/foo/node_modules/openai": {\n      "version": "3.0.0"\n    },\n    "node_modules/openai": {\n      "version": "5.3.0",\n      "license": "x"\n    }\n  }\n}',
    },
    ['openai 5.3.0 - lock-file package-lock.json'],
  ],
  [
    'npm-shrinkwrap without blanks',
    { 'npm-shrinkwrap.json': '{"packages":{"node_modules/@azure/openai":{"version":"1.0.0-beta.13"}}}' },
    ['@azure/openai 1.0.0-beta.13 - lock-file npm-shrinkwrap.json'],
  ],
  [
    'pnpm 5',
    {
      'pnpm-lock.yaml':
        'lockfileVersion: 5.4\nspecifiers:\n  openai: ^4.0.0\ndependencies:\n  openai: 4.20.0\npackages:\n\n  /@azure/openai/1.0.0-beta.5:\n    resolution: {integrity: a}\n\n  /openai/4.20.0_zod@3.22.0:\n    resolution: {integrity: b}\n',
    },
    ['openai 4.20.0 - lock-file pnpm-lock.yaml', '@azure/openai 1.0.0-beta.5 - lock-file pnpm-lock.yaml'],
  ],
  [
    'pnpm 6',
    {
      'pnpm-lock.yaml':
        "lockfileVersion: '6.0'\n\ndependencies:\n  '@azure-rest/ai-inference':\n    specifier: 1.0.0-beta.2\n    version: 1.0.0-beta.2\n\npackages:\n\n  /@langchain/openai@0.0.11:\n    resolution: {integrity: a}\n    dependencies:\n      openai: 4.52.0\n\n  /openai@4.52.0:\n    resolution: {integrity: b}\n",
    },
    [
      '@azure-rest/ai-inference 1.0.0-beta.2 - lock-file pnpm-lock.yaml',
      'openai 4.52.0 - lock-file pnpm-lock.yaml',
      '@langchain/openai 0.0.11 - lock-file pnpm-lock.yaml',
    ],
  ],
  [
    'pnpm 9',
    {
      'pnpm-lock.yaml':
        "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      openai:\n        specifier: ^4.67.0\n        version: 4.104.0(zod@3.23.8)\n\npackages:\n\n  openai@3.3.0:\n    resolution: {integrity: a}\n\n  openai@4.104.0:\n    resolution: {integrity: b}\n",
    },
    ['openai 4.104.0 - lock-file pnpm-lock.yaml'],
  ],
  [
    'yarn 1',
    {
      'yarn.lock':
        '# yarn lockfile v1\n\n\n"@azure-rest/ai-inference@1.0.0-beta.2":\n  version "1.0.0-beta.2"\n\n"@langchain/openai@^0.3.0":\n  version "0.3.1"\n  dependencies:\n    openai "^4.0.0"\n\nopenai@^4.0.0, openai@^4.2.0:\n  version "4.104.0"\n',
    },
    [
      '@azure-rest/ai-inference 1.0.0-beta.2 - lock-file yarn.lock',
      'openai 4.104.0 - lock-file yarn.lock',
      '@langchain/openai 0.3.1 - lock-file yarn.lock',
    ],
  ],
  [
    'yarn 4',
    {
      'yarn.lock':
        '__metadata:\n  version: 8\n\n"openai@npm:^4.0.0, openai@npm:^4.2.0":\n  version: 4.104.0\n  resolution: "openai@npm:4.104.0"\n',
    },
    ['openai 4.104.0 - lock-file yarn.lock'],
  ],
  [
    'bun',
    {
      'bun.lock':
        '{\n  "packages": {\n    "@azure/openai": ["@azure/openai@2.0.0", "", {}, "sha512-a"],\n    "openai": ["openai@4.104.0", "", { "bin": "x" }, "sha512-b"],\n  }\n}',
    },
    ['openai 4.104.0 - lock-file bun.lock', '@azure/openai 2.0.0 - lock-file bun.lock'],
  ],
  [
    'Poetry',
    {
      'poetry.lock':
        '[[package]]\nname = "azure-ai-inference"\nversion = "1.0.0b4"\ndescription = "x"\n\n[package.dependencies]\nopenai = ">=1.0"\n',
    },
    ['azure-ai-inference 1.0.0b4 - lock-file poetry.lock'],
  ],
  [
    'uv with an editable package of that name in a list',
    {
      'uv.lock':
        'version = 1\n\n[[package]]\nname = "openai"\nversion = "1.55.0"\nsource = { registry = "x" }\ndependencies = [\n    { name = "litellm" },\n]\n',
    },
    ['openai 1.55.0 - lock-file uv.lock'],
  ],
  [
    'PDM with Windows line ends',
    { 'pdm.lock': '[[package]]\r\nname = "openai"\r\nversion = "1.1.1"\r\n' },
    ['openai 1.1.1 - lock-file pdm.lock'],
  ],
  [
    'Pipfile.lock',
    {
      'Pipfile.lock':
        '{\n  "default": {\n    "openai": {\n      "hashes": [\n        "sha256:a",\n        "sha256:b"\n      ],\n      "index": "pypi",\n      "version": "==0.28.1"\n    }\n  }\n}',
    },
    ['openai 0.28.1 - lock-file Pipfile.lock'],
  ],
  [
    'restored packages of .NET',
    {
      'a.csproj': '<Project/>',
      'obj/project.assets.json':
        '{\n  "targets": {\n    "net8.0": {\n      "Azure.AI.OpenAI/2.1.0": {\n        "type": "package"\n      }\n    }\n  }\n}',
    },
    ['Azure.AI.OpenAI 2.1.0 - lock-file obj/project.assets.json'],
  ],
  [
    'Gradle',
    {
      'gradle.lockfile':
        '# do not edit\ncom.azure:azure-ai-inference:1.0.0-beta.5=compileClasspath,runtimeClasspath\nempty=\n',
    },
    ['com.azure:azure-ai-inference 1.0.0-beta.5 - lock-file gradle.lockfile'],
  ],
  [
    'go.sum',
    {
      'go.sum':
        'github.com/openai/openai-go/v3 v3.1.0 h1:a=\ngithub.com/openai/openai-go/v3 v3.1.0/go.mod h1:b=\ngithub.com/openai/openai-go/v3 v3.0.0/go.mod h1:c=\n',
    },
    ['github.com/openai/openai-go/v3 3.1.0 - lock-file go.sum'],
  ],
];

const ORDER: readonly Row[] = [
  [
    'a lock file goes before what is installed, and keeps the range of the manifest',
    {
      'package.json': '{"dependencies":{"openai":"^4.0.0"}}',
      'package-lock.json': '{"packages":{"node_modules/openai":{"version":"4.5.0"}}}',
      'node_modules/openai/package.json': '{"version":"4.6.0"}',
    },
    ['openai 4.5.0 ^4.0.0 lock-file package-lock.json'],
  ],
  [
    'what is installed goes before a range',
    {
      'package.json': '{"dependencies":{"openai":"^4.0.0"}}',
      'node_modules/openai/package.json': '{"version":"4.6.0"}',
    },
    ['openai 4.6.0 ^4.0.0 installed node_modules/openai/package.json'],
  ],
  [
    'a virtual environment is read by its folders',
    {
      'requirements.txt': 'azure-ai-inference\n',
      '.venv/lib/python3.12/site-packages/azure_ai_inference-1.0.0b4.dist-info/METADATA': '',
    },
    [
      'azure-ai-inference 1.0.0b4 - installed .venv/lib/python3.12/site-packages/azure_ai_inference-1.0.0b4.dist-info',
    ],
  ],
  [
    'two projects with two versions stay two facts',
    {
      'a/poetry.lock': '[[package]]\nname = "openai"\nversion = "0.28.0"\n',
      'b/poetry.lock': '[[package]]\nname = "openai"\nversion = "1.3.0"\n',
    },
    ['openai 0.28.0 - lock-file a/poetry.lock', 'openai 1.3.0 - lock-file b/poetry.lock'],
  ],
];

describe('packages of a project', () => {
  it.each(MANIFESTS)('are read from %s', async (_name, files, packages) => {
    expect(await packagesOf(files)).toEqual(packages);
  });

  it.each(LOCKS)('have the version of %s', async (_name, files, packages) => {
    expect(await packagesOf(files)).toEqual(packages);
  });

  it.each(ORDER)('%s', async (_name, files, packages) => {
    expect(await packagesOf(files)).toEqual(packages);
  });

  it('are found in a lock file of many pieces, also where two pieces meet', async () => {
    for (const shift of [-200, -60, -30, -10, 0, 10]) {
      const head = `{"packages":{"x":"${'y'.repeat(1024 * 1024 + shift)}",`;
      const text = `${head}\n"node_modules/openai": {\n"version": "4.5.0"\n},"z":"${'y'.repeat(2 * 1024 * 1024)}"}}`;
      expect(await packagesOf({ 'package-lock.json': text })).toEqual([
        'openai 4.5.0 - lock-file package-lock.json',
      ]);
    }
  });

  it.each([
    ['package.json', '{"dependencies":', 'it is not valid JSON'],
    ['pyproject.toml', '[project', 'it is not valid TOML'],
    ['requirements.txt', 'openai\0', 'it is not text'],
  ])('leave a gap when %s is broken', async (name, text, reason) => {
    const facts = await readProject('/p', memoryFiles({ [`/p/${name}`]: text }), PROJECT_BUDGET);
    expect(facts.packages).toEqual([]);
    expect(facts.gaps).toEqual([{ source: name, reason }]);
  });

  it('leave a gap when a lock file is longer than its bound', async () => {
    const files = memoryFiles({
      '/p/uv.lock': `${'#'.repeat(3 * 1024 * 1024)}\n[[package]]\nname = "openai"\nversion = "1.0.0"\n`,
    });
    const facts = await readProject('/p', files, { ...PROJECT_BUDGET, lockBytes: 2 * 1024 * 1024 });
    expect(facts.packages).toEqual([]);
    expect(facts.gaps).toEqual([{ source: 'uv.lock', reason: 'only its first 2 MiB were read' }]);
  });
});
