import { AimiError } from '../errors.js';
import type { Layout } from './layout.js';
import { planTable, readHeader, type TableHeader } from './table-header.js';

export type Format =
  | { readonly kind: 'empty' | 'json-lines' | 'json' }
  /** `skip`: bytes of the header line. */
  | { readonly kind: 'table'; readonly header: TableHeader; readonly skip: number };

/** As much of a file as decides its format. */
export const SNIFF_BYTES = 64 * 1024;

/** Tells the format from the first bytes, byte order mark removed. */
export function sniffFormat(layout: Layout, name: string, head: Uint8Array): Format {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    throw new AimiError('invalid-value', {
      message: `${name} is UTF-16; usage files are UTF-8`,
      hint: 'iconv -f UTF-16 -t UTF-8 FILE, or in PowerShell: Get-Content FILE | Set-Content -Encoding utf8 NEW',
      details: { file: name },
    });
  }
  const text = new TextDecoder().decode(head);
  const start = text.trimStart();
  if (start === '') return { kind: 'empty' };
  if (start.startsWith('[')) return { kind: 'json' };
  const [line = '', next = ''] = start.split('\n', 2);
  const first = line.trimEnd();
  // The first line of a pretty-printed object ends where a line of its own cannot.
  if (start.startsWith('{')) return { kind: /[{[,]$/.test(first) ? 'json' : 'json-lines' };
  const header = readHeader(first);
  if (planTable(layout, header).plan.hasUsage) {
    const newline = head.indexOf(10, text.length - start.length);
    return { kind: 'table', header, skip: newline < 0 ? head.length : newline + 1 };
  }
  if (header.columns.length === 1 || next.trimStart().startsWith('{')) return { kind: 'json-lines' };
  throw new AimiError('invalid-value', {
    message: `${name}: no column holds token counts`,
    hint: `Name them with --map input=COLUMN --map output=COLUMN; columns: ${header.columns.slice(0, 30).join(', ')}`,
    details: { file: name, columns: header.columns },
  });
}
