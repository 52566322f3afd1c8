import { describe, expect, it } from 'vitest';
import { modelRow } from '../../../src/core/catalog/rows.js';
import { modelsListView } from '../../../src/render/models/list-view.js';
import { PLAIN_THEME } from '../../../src/render/theme.js';
import { offer, sku } from '../../core/catalog/offers.js';

const DAY = '2026-08-22';
const rows = [
  offer({ name: 'Kimi-K2.6', publisher: 'MoonshotAI', format: 'MoonshotAI', lifecycle: 'Preview' }),
  offer({
    name: 'gpt-4.1',
    version: '2025-04-14',
    isDefault: true,
    lifecycle: 'Legacy',
    retires: '2027-04-14',
    skus: ['GlobalStandard', 'DataZoneStandard', 'Standard'].map((name) => sku(name)),
    capabilities: { maxContextToken: '128000' },
  }),
  offer({
    name: 'going',
    lifecycle: 'Deprecating',
    skus: [sku('GlobalStandard', { retires: '2026-12-31' })],
  }),
].map((row) => modelRow(row, DAY));

const at = (width: number | null) => modelsListView(rows, { ...PLAIN_THEME, width });

describe('the list of models', () => {
  it('has a line per version with every column under its publisher when it goes into a pipe', () => {
    expect(at(null)).toBe(
      [
        '  MODEL      VERSION       SKUS                        CONTEXT  RETIRES     STATUS',
        'MoonshotAI (1)',
        '  Kimi-K2.6  1             Global                                           preview',
        '',
        'OpenAI (2)',
        '  gpt-4.1    2025-04-14 *  Global, DataZone, Standard     128k  2027-04-14  legacy',
        '  going      1             Global                               2026-12-31  retiring',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [85, '  MODEL      VERSION       SKUS                        CONTEXT  RETIRES     STATUS'],
    [80, '  MODEL      VERSION       SKUS                    CONTEXT  RETIRES     STATUS'],
    [70, '  MODEL      VERSION       SKUS                   RETIRES     STATUS'],
    [60, '  MODEL      VERSION       RETIRES     STATUS'],
    [40, '  MODEL      VERSION       RETIRES'],
    [27, '  MODEL      VERSION'],
  ])('gives up columns on a terminal of %i columns, the least missed first', (width, header) => {
    const lines = at(width).trimEnd().split('\n');
    expect(lines[0]).toBe(header);
    expect(lines.every((line) => line.length <= width)).toBe(true);
    expect(lines[4]).toBe('OpenAI (2)');
    expect(lines[5]).toContain('  gpt-4.1 ');
  });

  it('leaves out a column that is empty, so that the others have its room', () => {
    const plain = offer({
      name: 'embed',
      skus: ['GlobalStandard', 'DataZoneStandard'].map((name) => sku(name)),
    });
    expect(modelsListView([modelRow(plain, DAY)], { ...PLAIN_THEME, width: 80 }).split('\n')[0]).toBe(
      '  MODEL  VERSION  SKUS',
    );
  });

  it('says everything in lines to a screen reader', () => {
    expect(modelsListView(rows.slice(2), { ...PLAIN_THEME, isLinear: true })).toBe(
      'OpenAI (1)\n\nModel: going\nVersion: 1\nSkus: Global\nRetires: 2026-12-31\nStatus: retiring\n',
    );
  });

  it('removes control characters that a service sent', () => {
    const row = modelRow(offer({ name: 'bad\u001b[31mname\u0007' }), DAY);
    expect(modelsListView([row], PLAIN_THEME)).toContain('badname');
    expect(modelsListView([row], PLAIN_THEME)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('is empty for no rows', () => {
    expect(modelsListView([], PLAIN_THEME)).toBe('');
  });
});
