import { describe, expect, it } from 'vitest';
import { completionScripts } from '../../src/completion/scripts/all.js';
import { completionSpec, type OptionSpec } from '../../src/completion/spec.js';
import { KINDS_BY_PLACE, REPEATABLE_PLACES } from '../../src/completion/value-kinds.js';
import { TARGETS } from '../../src/completion/where.js';
import { completionWords } from '../../src/completion/words.js';
import { SETTING_RULES } from '../../src/config/rules.js';
import { explainArmCode } from '../../src/core/explain/control-plane-code.js';
import { explainTerm } from '../../src/core/explain/explain-term.js';
import { describeTree } from '../../src/describe-tree.js';
import { readProjectFile } from './documents.js';

const tree = await describeTree();
const spec = completionSpec(tree);
const scripts = await completionScripts();

function command(path: string) {
  const found = spec.commands.find((each) => each.path === path);
  if (found === undefined) throw new Error(`No command '${path}'`);
  return found;
}

function option(path: string, name: string): OptionSpec | undefined {
  return [...command(path).options, ...spec.globals].find(({ names }) => names.includes(name));
}

describe('the completion scripts', () => {
  it.each(scripts)(
    '$file is what the command tree gives (node scripts/build-completions.mjs)',
    ({ file, text }) => {
      expect(readProjectFile(`completions/${file}`)).toBe(text);
    },
  );

  it('use nothing that bash 3.2 lacks', () => {
    const script = readProjectFile('completions/aimi.bash').replace(/^\s*#.*$/gm, '');
    const newer =
      /\b(?:declare|local|typeset) -[A-Za-z]*[An]\b|\bmapfile\b|\breadarray\b|\bcoproc\b|\$\{[^}]*(?:\^|,,|@[QEPAa])|&>>|\|&|;;?&|\[\[ -v|\$\{\w+:\d+:-|\$\{\w+\[-1\]|< <\(/;
    expect(newer.exec(script)?.[0]).toBeUndefined();
    expect(newer.test('local -A map')).toBe(true);
    // Only where it was asked for before.
    expect(script.match(/compopt -/g)).toHaveLength(1);
  });
});

describe('the values of flags and arguments', () => {
  const ROWS: readonly (readonly [path: string, flag: string, kind: OptionSpec['value']])[] = [
    ['deploy', '--sku', 'sku'],
    ['deploy', '--model-version', 'version'],
    ['deploy', '--account', 'account'],
    ['deploy', '--yes', 'none'],
    ['deploy', '--name', 'text'],
    [
      'deploy',
      '--version-upgrade',
      ['OnceNewDefaultVersionAvailable', 'OnceCurrentVersionExpired', 'NoAutoUpgrade'],
    ],
    ['cost estimate', '--usage', 'file'],
    ['cost estimate', '--by', ['model', 'deployment', 'day']],
    ['cost actual', '--by', ['day']],
    ['cost compare', '--region', 'region'],
    ['doctor', '--har', 'file'],
  ];
  it.each(ROWS)('%s %s', (path, flag, kind) => {
    expect(option(path, flag)?.value).toEqual(kind);
  });

  it('are given for arguments too', () => {
    expect(command('deployments delete').arguments).toEqual([{ value: 'deployment', isVariadic: true }]);
    expect(command('doctor').arguments).toEqual([{ value: 'directory', isVariadic: false }]);
    expect(command('cost budget delete').arguments).toEqual([{ value: 'text', isVariadic: false }]);
  });

  it('say of a flag that may be repeated, and of no other', () => {
    expect(option('doctor', '--sdk')?.isRepeatable).toBe(true);
    expect(option('cost compare', '--sku')?.isRepeatable).toBe(true);
    expect(option('cost budget create', '--alert')?.isRepeatable).toBe(true);
    expect(option('cost estimate', '--sku')?.isRepeatable).toBe(false);
  });

  it('are ruled for places that exist', () => {
    const places = new Set(
      spec.commands.flatMap(({ path, options }) =>
        options.flatMap(({ names }) => names.map((name) => `${path} ${name}`)),
      ),
    );
    const visit = (node: typeof tree): readonly string[] => [
      ...node.arguments.map(({ name }) => `${node.path.join(' ')} ${name}`),
      ...node.commands.flatMap(visit),
    ];
    for (const place of visit(tree)) places.add(place);
    const ruled = [...Object.keys(KINDS_BY_PLACE), ...REPEATABLE_PLACES];
    expect(ruled.filter((place) => !places.has(place))).toEqual([]);
  });
});

describe('aimi __complete', () => {
  it('looks at the flags and variables of the settings, in their order', () => {
    for (const name of ['subscription', 'resourceGroup', 'account'] as const) {
      const { flag, environment } = SETTING_RULES[name];
      expect(TARGETS[name].flags).toContain(flag);
      expect(TARGETS[name].variables).toEqual(environment.map((each) => each.name));
      const short = spec.globals.find(({ names }) => names.includes(flag ?? ''))?.names;
      expect(TARGETS[name].flags.toSorted()).toEqual(short?.toSorted());
    }
  });

  it('offers aimi explain nothing that it does not know', () => {
    const { terms } = completionWords();
    expect(terms.length).toBeGreaterThan(80);
    const unknown = terms.filter(([term]) => explainTerm(term) === null && explainArmCode(term) === null);
    expect(unknown).toEqual([]);
  });
});
