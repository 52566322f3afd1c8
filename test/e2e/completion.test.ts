import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAME_FILES } from '../../src/completion/known-names.js';
import { ROOT } from './paths.js';
import { createPlace, type TestPlace } from './place.js';
import { hasShell, openShell, type RealShell } from './shell-line.js';

const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';

interface Row {
  readonly typed: string;
  /** The line after Tab; the same in every shell unless they write it differently. */
  readonly line: string | Readonly<Record<RealShell, string>>;
}

const unchanged = (typed: string): Row => ({ typed, line: typed });

const rows: Readonly<Record<string, readonly Row[]>> = {
  // First in the list: the first Tab of a shell also loads the script.
  'closed values': [
    { typed: 'aimi cost estimate --mode=b', line: 'aimi cost estimate --mode=batch ' },
    { typed: 'aimi cost estimate --mode b', line: 'aimi cost estimate --mode batch ' },
    { typed: 'aimi --cloud us', line: 'aimi --cloud usgov ' },
    { typed: 'aimi -oyam', line: 'aimi -oyaml ' },
    { typed: 'aimi -o yam', line: 'aimi -o yaml ' },
    { typed: 'aimi snippet x --sdk=python-op', line: 'aimi snippet x --sdk=python-openai ' },
    { typed: 'aimi completion po', line: 'aimi completion powershell ' },
  ],
  commands: [
    { typed: 'aimi mod', line: 'aimi models ' },
    { typed: 'aimi deployments l', line: 'aimi deployments list ' },
    { typed: 'aimi deployments ls', line: 'aimi deployments ls ' },
    { typed: 'aimi cost budget cr', line: 'aimi cost budget create ' },
    { typed: 'aimi help cost est', line: 'aimi help cost estimate ' },
    unchanged('aimi zzz'),
  ],
  'options that stand before the command': [
    { typed: 'aimi -g rg deployments sh', line: 'aimi -g rg deployments show ' },
    {
      typed: 'aimi --output=json --sandbox deployments sh',
      line: 'aimi --output=json --sandbox deployments show ',
    },
    // The argument of an option is not a command.
    {
      typed: 'aimi -a models dep',
      line: { bash: 'aimi -a models deploy', zsh: 'aimi -a models deploy', fish: 'aimi -a models deploy' },
    },
    { typed: 'aimi -qs x models sh', line: 'aimi -qs x models show ' },
  ],
  flags: [
    { typed: 'aimi deployments delete --y', line: 'aimi deployments delete --yes ' },
    { typed: 'aimi deployments delete --reso', line: 'aimi deployments delete --resource-group ' },
    { typed: 'aimi --verb', line: 'aimi --verbose ' },
    // Given once, however it was written, it is not offered again.
    unchanged('aimi deployments delete --yes --y'),
    unchanged('aimi deployments delete -y --y'),
    unchanged('aimi -g x deployments delete --reso'),
    unchanged('aimi models list --publisher=x --publ'),
    // Unless it may be repeated.
    { typed: 'aimi doctor --sdk a --sd', line: 'aimi doctor --sdk a --sdk ' },
    {
      typed: 'aimi cost budget create ai --alert 80 --al',
      line: 'aimi cost budget create ai --alert 80 --alert ',
    },
    // No flag after --, and none of another command.
    unchanged('aimi deployments delete -- --y'),
    unchanged('aimi models list --yes'),
  ],
  'values from the catalog': [
    { typed: 'aimi models show Llama-3.3-70', line: 'aimi models show Llama-3.3-70B-Instruct ' },
    { typed: 'aimi models show llama-3.3-70', line: 'aimi models show Llama-3.3-70B-Instruct ' },
    {
      typed: 'aimi deploy gpt-4.1-mini --model-version 2',
      line: 'aimi deploy gpt-4.1-mini --model-version 2025-04-14 ',
    },
    { typed: 'aimi models list -l swedenc', line: 'aimi models list -l swedencentral ' },
    { typed: 'aimi explain deployment.not-f', line: 'aimi explain deployment.not-found ' },
    { typed: 'aimi explain unknown_', line: 'aimi explain unknown_model ' },
    {
      typed: 'aimi sandbox scenario set policy-denies-',
      line: 'aimi sandbox scenario set policy-denies-builtin ',
    },
    // With a blank in it.
    { typed: 'aimi models list --publisher Mis', line: 'aimi models list --publisher Mistral\\ AI ' },
    { typed: 'aimi models list --publisher=Mis', line: 'aimi models list --publisher=Mistral\\ AI ' },
    { typed: 'aimi models list --publisher "Mis', line: 'aimi models list --publisher "Mistral AI" ' },
    { typed: 'aimi models list --publisher Mistral\\ ', line: 'aimi models list --publisher Mistral\\ AI ' },
    {
      typed: 'aimi models list --publisher "Mistral AI" --sk',
      line: 'aimi models list --publisher "Mistral AI" --sku ',
    },
  ],
  'names of the sandbox': [
    {
      typed: 'aimi accounts show --sandbox -a contoso-o',
      line: 'aimi accounts show --sandbox -a contoso-openai ',
    },
    {
      typed: 'aimi --sandbox -a contoso-ai-sweden deployments show em',
      line: 'aimi --sandbox -a contoso-ai-sweden deployments show embeddings ',
    },
    unchanged('aimi --sandbox -a contoso-openai deployments show em'),
  ],
  'names that Azure listed': [
    { typed: 'aimi deployments show cha', line: 'aimi deployments show chat ' },
    // Given already. (fish would also look into the middle of the others.)
    unchanged('aimi deployments delete blue:one\\ two blue:o'),
    { typed: 'aimi deployments show blue', line: 'aimi deployments show blue:one\\ two ' },
    { typed: 'aimi deployments show blue:o', line: 'aimi deployments show blue:one\\ two ' },
    {
      typed: 'aimi cost estimate --deployment=blue:o',
      line: 'aimi cost estimate --deployment=blue:one\\ two ',
    },
    { typed: 'aimi deployments show "blue:o', line: 'aimi deployments show "blue:one two" ' },
    {
      typed: 'aimi deployments show evil',
      line: {
        bash: 'aimi deployments show evil\\$\\(touch\\ pwned\\)\\;x ',
        zsh: 'aimi deployments show evil\\$\\(touch\\ pwned\\)\\;x ',
        fish: 'aimi deployments show evil\\$\\(touch\\ pwned\\)\\;x ',
      },
    },
  ],
  files: [
    { typed: 'aimi cost estimate --usage usa', line: 'aimi cost estimate --usage usage\\ log.jsonl ' },
    { typed: 'aimi cost estimate --usage=usa', line: 'aimi cost estimate --usage=usage\\ log.jsonl ' },
    { typed: 'aimi doctor pro', line: 'aimi doctor project/' },
    { typed: 'aimi doctor --har project/ca', line: 'aimi doctor --har project/call.har ' },
    unchanged('aimi deployments list usa'),
  ],
};

/** What `aimi deployments list` would have left behind. */
function putNames(place: TestPlace): void {
  const ref = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'contoso' };
  const path = join(place.cache, ...NAME_FILES.deployments(ref));
  mkdirSync(join(path, '..'), { recursive: true });
  const names = ['chat', 'blue:one two', 'evil$(touch pwned);x', 'red\u001b[31m'];
  const deployments = names.map((name) => ({ name, model: 'gpt-4.1-mini', version: '1', sku: 'Standard' }));
  writeFileSync(path, JSON.stringify({ account: 'contoso', resourceGroup: 'rg', deployments }));
}

for (const shell of ['bash', 'zsh', 'fish'] as const) {
  const isThere = hasShell(shell);
  describe.skipIf(!isThere)(`Tab in ${shell}${isThere ? '' : ', which is not installed'}`, () => {
    const place = createPlace();
    let opened: Awaited<ReturnType<typeof openShell>>;
    beforeAll(async () => {
      putNames(place);
      writeFileSync(join(place.home, 'usage log.jsonl'), '');
      mkdirSync(join(place.home, 'project'));
      writeFileSync(join(place.home, 'project', 'call.har'), '');
      opened = await openShell(shell, place);
    }, 60_000);
    afterAll(() => opened.close());

    for (const [story, list] of Object.entries(rows)) {
      it.each(list)(`completes ${story}: $typed`, async ({ typed, line }) => {
        expect(await opened.complete(typed)).toBe(typeof line === 'string' ? line : line[shell]);
      });
    }

    it('ran nothing that stood in a name', () => {
      expect(existsSync(join(place.home, 'pwned'))).toBe(false);
    });

    it('offers flags where nothing else can stand, and those of the command with the global ones', async () => {
      const screen = await opened.list('aimi deployments delete --');
      for (const flag of ['--yes', '--no-wait', '--subscription', '--help']) expect(screen).toContain(flag);
      expect(screen).not.toContain('--capacity');
      if (shell !== 'bash') expect(screen).toContain('do not ask for the name');
      // By its own convention (the style prefix-needed) zsh lists flags after a dash only.
      if (shell !== 'zsh') expect(await opened.list('aimi deployments list ')).toContain('--resource-group');
    });

    it('says what a command is for, where the shell shows that', async () => {
      const screen = await opened.list('aimi ');
      for (const name of ['models', 'doctor', 'completion', 'help']) expect(screen).toContain(name);
      if (shell !== 'bash') expect(screen).toContain('find the cause of a failing call');
    });

    it('shows nothing of a program that fails', async () => {
      writeFileSync(join(place.config, 'config.yaml'), 'profiles: [');
      expect(await opened.complete('aimi deployments show cha')).toBe('aimi deployments show chat ');
      await opened.run(`export AIMI_CACHE_DIR=${place.home}/nothing`);
      expect(await opened.complete('aimi deployments show cha')).toBe('aimi deployments show cha');
    });
  });
}

describe('aimi completion --install', () => {
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const isThere = hasShell(shell);
    it.skipIf(!isThere)(
      `makes Tab work in a new ${shell}${isThere ? '' : ', which is not installed'}`,
      async () => {
        const place = createPlace();
        writeFileSync(join(place.home, shell === 'zsh' ? '.zshrc' : '.bashrc'), '# mine');
        for (const expected of ['Wrote', 'As it should be already']) {
          const { exit, stdout } = await place.run(`completion ${shell} --install`);
          expect(exit).toBe(0);
          expect(stdout).toContain(expected);
          expect(stdout).toContain(place.home);
        }
        const opened = await openShell(shell, place, { isInstalled: true });
        try {
          expect(await opened.complete('aimi explain deployment.not-f')).toBe(
            'aimi explain deployment.not-found ',
          );
        } finally {
          opened.close();
        }
        expect(await place.run(`completion ${shell} --uninstall`)).toMatchObject({ exit: 0 });
        const again = await openShell(shell, place, { isInstalled: true });
        try {
          expect(await again.complete('aimi explain deployment.not-f')).toBe('aimi explain deployment.not-f');
        } finally {
          again.close();
        }
      },
    );
  }

  it.skipIf(!hasShell('bash'))(
    'prints what a running shell can read, whatever format is configured',
    async () => {
      const place = createPlace();
      const { stdout, exit } = await place.run('completion bash', { env: { AIMI_OUTPUT: 'json' } });
      expect(exit).toBe(0);
      expect(stdout).toBe(readFileSync(join(ROOT, 'completions', 'aimi.bash'), 'utf8'));
      const json = await place.run('completion bash -o json');
      expect(JSON.parse(json.stdout)).toEqual({ shell: 'bash', script: stdout });
    },
  );
});

describe.skipIf(!hasShell('pwsh'))(
  `completions/aimi.ps1${hasShell('pwsh') ? '' : ', and PowerShell is not installed'}`,
  () => {
    it('is understood by the parser of PowerShell', () => {
      const path = join(ROOT, 'completions', 'aimi.ps1');
      const script = `$e = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('${path}', [ref]$null, [ref]$e); $e | Out-String; exit $e.Count`;
      const { status, stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', script], { encoding: 'utf8' });
      expect(stdout.trim()).toBe('');
      expect(status).toBe(0);
    });
  },
);

describe('aimi __complete', () => {
  it('knows what Azure has listed before, and asks nobody', async () => {
    const place = createPlace();
    const server = place.start('sandbox start -o json');
    const { http }: { http: string } = JSON.parse(await server.said(/^\}\n/m));
    const env = { AIMI_ARM_ENDPOINT: http };
    const target = `-s ${SUBSCRIPTION} -g rg-sandbox -a contoso-ai`;
    expect(await place.run(`accounts list -s ${SUBSCRIPTION}`, { env })).toMatchObject({ exit: 0 });
    const line = `deploy gpt-4.1-mini --name chat --yes ${target}`;
    expect(await place.run(line, { env })).toMatchObject({ exit: 0 });
    server.child.kill('SIGINT');
    await server.ended;

    const accounts = await place.run('__complete account -- -g rg-sandbox');
    expect(accounts.stdout.split('\n')).toContain('contoso-ai\teastus2, rg-sandbox');
    const deployments = await place.run('__complete deployment -- deployments show');
    expect(deployments.stdout).toBe('chat\tgpt-4.1-mini 2025-04-14, GlobalStandard, in contoso-ai\n');
    const other = await place.run('__complete deployment -- deployments show -a contoso-openai');
    expect(other.stdout).toBe('');
    const path = join(
      place.cache,
      ...NAME_FILES.deployments({
        subscriptionId: SUBSCRIPTION,
        resourceGroup: 'rg-sandbox',
        name: 'contoso-ai',
      }),
    );
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ account: 'contoso-ai' });
  });

  it.each([
    ['no kind', '__complete'],
    ['a kind that nobody knows', '__complete wine -- deploy'],
    ['a kind that an object has by itself', '__complete constructor --'],
    ['a cache that is no folder', '__complete deployment --'],
  ])('says nothing and ends well: %s', async (_story, line) => {
    const place = createPlace();
    writeFileSync(join(place.cache, 'completion'), 'not a folder');
    expect(await place.run(line)).toMatchObject({ exit: 0, stdout: '', stderr: '' });
  });

  it('says nothing when the installation is damaged', async () => {
    const place = createPlace();
    const script = `cp -r '${ROOT}bin' '${ROOT}package.json' '${place.home}/' && "$NODE" '${place.home}/bin/aimi.js' __complete model --`;
    expect(await place.shell(script)).toMatchObject({ exit: 0, stdout: '', stderr: '' });
  });
});
