import { describe, expect, it } from 'vitest';
import { type Block, parseBlocks } from '../../../src/core/topics/blocks.js';

const rows: readonly (readonly [name: string, markdown: string, blocks: readonly Block[]])[] = [
  ['nothing', '\n\n', []],
  ['a heading', '## Two words', [{ kind: 'heading', level: 2, text: 'Two words' }]],
  ['lines of a paragraph are joined', 'one\n  two\n', [{ kind: 'paragraph', text: 'one two' }]],
  [
    'a paragraph ends where something else begins',
    'one\n- two\n# three',
    [
      { kind: 'paragraph', text: 'one' },
      { kind: 'list', items: [{ number: null, text: 'two' }] },
      { kind: 'heading', level: 1, text: 'three' },
    ],
  ],
  [
    'numbers, and lines that go on',
    '1. one\n   more\n2. two',
    [
      {
        kind: 'list',
        items: [
          { number: '1.', text: 'one more' },
          { number: '2.', text: 'two' },
        ],
      },
    ],
  ],
  [
    'a table with a bar in a cell and an empty one',
    '| a | b |\n| --- | ---: |\n| `x\\|y` | |\n',
    [{ kind: 'table', head: ['a', 'b'], rows: [['`x|y`', '']] }],
  ],
  [
    'code keeps its lines',
    '```sh\n# no heading\n\n- no list\n```\n',
    [{ kind: 'code', lines: ['# no heading', '', '- no list'] }],
  ],
  ['code that is not closed ends with the page', '```\nx', [{ kind: 'code', lines: ['x'] }]],
];

describe('the Markdown of the documentation', () => {
  it.each(rows)('%s', (_name, markdown, blocks) => {
    expect(parseBlocks(markdown)).toEqual(blocks);
  });
});
