import type { Session } from '../session.js';
import { formatCsv } from './formats/csv.js';
import { formatJson } from './formats/json.js';
import { formatJsonLines } from './formats/jsonl.js';
import { formatTsv } from './formats/tsv.js';

type OutputFormat = Session['settings']['output'];

/** Data in a format for programs. The table is a view's affair. */
export async function formatData(
  data: unknown,
  format: Exclude<OutputFormat, 'table' | 'sarif' | 'github' | 'markdown' | 'junit'>,
  columns?: readonly string[],
): Promise<string> {
  switch (format) {
    case 'json':
      return formatJson(data);
    case 'jsonl':
      return formatJsonLines(data);
    case 'yaml':
      return (await import('./formats/yaml.js')).formatYaml(data);
    case 'tsv':
      return formatTsv(data, columns);
    case 'csv':
      return formatCsv(data, columns);
    case 'none':
      return '';
  }
}
