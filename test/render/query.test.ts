import { describe, expect, it } from 'vitest';
import { isAimiError } from '../../src/errors.js';
import { applyQuery, checkQuery } from '../../src/render/query.js';

const DATA = [
  { name: 'gpt-4o', tpm: 10, retires: undefined },
  { name: 'o3', tpm: 5 },
];

function failure(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return isAimiError(error)
      ? { code: error.code, position: error.details?.position, message: error.message }
      : error;
  }
  return 'no failure';
}

describe('applyQuery', () => {
  it.each([
    ['[].name', ['gpt-4o', 'o3']],
    ['[?tpm > `5`].{model:name}', [{ model: 'gpt-4o' }]],
    ['sort_by(@, &tpm)[0].name', 'o3'],
    ['[0].retires', null],
    ['[9]', null],
    ['length(@)', 2],
  ])('selects %s', (query, expected) => {
    expect(applyQuery(DATA, query)).toEqual(expected);
  });

  it.each([
    ['[].', 3, 'a name must follow'],
    ['[].  | name', 3, 'a name must follow'],
    ["[?name == 'a.'].name.", 21, 'a name must follow'],
    ['', 1, 'ends too early'],
    ['[?tpm > %]', 9, 'unknown character %'],
    ['a ) b', 3, 'Rparen'],
    ['[0', 3, 'ends too early'],
  ])('refuses %j and says where', (query, position, words) => {
    expect(failure(() => checkQuery(query))).toMatchObject({ code: 'query-invalid', position });
    expect(failure(() => applyQuery(DATA, query))).toMatchObject({
      code: 'query-invalid',
      position,
      message: expect.stringContaining(words),
    });
  });

  it('knows a wrong type only with the data at hand', () => {
    expect(failure(() => checkQuery('length([0].tpm)'))).toBe('no failure');
    expect(failure(() => applyQuery(DATA, 'length([0].tpm)'))).toMatchObject({ code: 'query-invalid' });
  });

  it.each(['nosuch(@)', 'length()'])('refuses %s before there is data', (query) => {
    expect(failure(() => checkQuery(query))).toMatchObject({ code: 'query-invalid' });
  });
});
