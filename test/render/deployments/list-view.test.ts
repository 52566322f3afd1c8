import { describe, expect, it } from 'vitest';
import type { DeploymentRow } from '../../../src/core/deployments/row.js';
import { noPortal, portalAddress } from '../../../src/core/portal.js';
import { createColorStyle } from '../../../src/io/chalk-style.js';
import { deploymentsListView } from '../../../src/render/deployments/list-view.js';
import { PLAIN_THEME, type Theme } from '../../../src/render/theme.js';
import { displayWidth } from '../../../src/render/width.js';

const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-ai';
const ACCOUNT = `${GROUP}/providers/Microsoft.CognitiveServices/accounts/contoso-ai`;
const row = (values: Partial<DeploymentRow>): DeploymentRow => ({
  name: 'chat',
  account: 'contoso-ai',
  resourceGroup: 'rg-ai',
  location: 'eastus2',
  model: 'gpt-4.1-mini',
  version: '2025-04-14',
  format: 'OpenAI',
  sku: 'GlobalStandard',
  capacity: 1200,
  tokensPerMinute: 1_200_000,
  requestsPerMinute: 1200,
  state: 'Succeeded',
  retires: '2027-04-14',
  raiPolicy: null,
  versionUpgrade: null,
  createdAt: null,
  id: `${ACCOUNT}/deployments/${values.name ?? 'chat'}`,
  ...values,
});
const ROWS = [
  row({}),
  row({ name: 'search', model: 'text-embedding-3-large', version: '1', retires: null, state: 'Creating' }),
];
const view = (width: number | null, rows = ROWS, theme: Partial<Theme> = {}, today = '2026-11-22'): string =>
  deploymentsListView(rows, { ...PLAIN_THEME, width, ...theme }, { today, portal: noPortal });

describe('the list of deployments', () => {
  it('says model, SKU, capacity with its tokens, retirement and state', () => {
    expect(view(null)).toBe(
      [
        'NAME    MODEL                   VERSION     SKU             CAPACITY   TPM  RETIRES     STATE',
        'chat    gpt-4.1-mini            2025-04-14  GlobalStandard     1,200  1.2M  2027-04-14  Succeeded',
        'search  text-embedding-3-large  1           GlobalStandard     1,200  1.2M              Creating',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [90, 'NAME    MODEL                   VERSION     SKU     CAPACITY   TPM  RETIRES     STATE'],
    [80, 'NAME    MODEL          VERSION     SKU     CAPACITY   TPM  RETIRES     STATE'],
    [65, 'NAME    MODEL       SKU     CAPACITY   TPM  RETIRES     STATE'],
  ])(
    'gives up the word of the SKU, then of long models, then the version, in %i columns',
    (width, header) => {
      const lines = view(width).trimEnd().split('\n');
      expect(lines[0]).toBe(header);
      expect(lines.filter((line) => line.length > width)).toEqual([]);
      expect(lines[1]).toContain('  Global  ');
    },
  );

  it('becomes a block with everything in 40 columns', () => {
    expect(view(40, ROWS.slice(0, 1))).toBe(
      [
        'NAME:     chat',
        'MODEL:    gpt-4.1-mini',
        'VERSION:  2025-04-14',
        'SKU:      GlobalStandard',
        'CAPACITY: 1,200',
        'TPM:      1.2M',
        'RETIRES:  2027-04-14',
        'STATE:    Succeeded',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['2027-02-12', '2027-04-14\u0020\u0020'],
    ['2027-02-13', '2027-04-14 (60 d)'],
    ['2027-04-13', '2027-04-14 (1 d)'],
    ['2027-04-14', '2027-04-14 (past)'],
  ])('on %s it says %s', (today, expected) => {
    expect(view(null, ROWS, {}, today)).toContain(expected);
  });

  it('colours what is near, what is past and how it is', () => {
    const style = createColorStyle();
    expect(view(null, ROWS, { style }, '2027-04-01')).toContain(style.yellow('2027-04-14 (13 d)'));
    expect(view(null, ROWS, { style }, '2027-05-01')).toContain(style.red('2027-04-14 (past)'));
    expect(view(null, ROWS, { style })).toContain(style.green('Succeeded'));
    expect(view(40, ROWS, { style })).toContain(style.yellow('Creating'));
  });

  it('names the accounts when there are several, lined up behind wide characters', () => {
    const other = `${GROUP}/providers/Microsoft.CognitiveServices/accounts/b/deployments/chat`;
    const lines = view(null, [row({}), row({ account: '契約-ai🚀', id: other })])
      .trimEnd()
      .split('\n');
    expect(lines[0]).toContain('NAME  ACCOUNT     MODEL');
    const places = lines.map((line) => displayWidth(line.slice(0, line.search(/MODEL|gpt-4\.1-mini/))));
    expect(new Set(places).size).toBe(1);
  });

  it('leads each name to the portal, but not to one of a stand-in', () => {
    const link: Theme['link'] = (text, address) => `[${text}](${address})`;
    const settings = { cloud: 'public', sandbox: false, armEndpoint: null } as const;
    const text = (portal = portalAddress(settings)): string =>
      deploymentsListView(ROWS, { ...PLAIN_THEME, link }, { today: '2026-11-22', portal });
    expect(text()).toContain(`[chat](https://ai.azure.com/resource/deployments?wsid=${ACCOUNT})`);
    expect(text(portalAddress({ ...settings, sandbox: true }))).not.toContain('https:');
  });
});
