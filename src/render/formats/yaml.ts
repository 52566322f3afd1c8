// yaml is loaded only for `-o yaml`.
import { Document, isScalar, visit } from 'yaml';
import { escapeUnprintable, hasUnprintable } from './printable.js';

/**
 * YAML that 1.1 readers (PyYAML) and 1.2 readers understand alike: words such as `yes` and dates are quoted.
 * Text that would steer a terminal is double-quoted with escapes.
 */
export function formatYaml(data: unknown): string {
  const document = new Document(JSON.parse(JSON.stringify(data ?? null)), {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar(_key, node) {
      if (isScalar(node) && typeof node.value === 'string' && hasUnprintable(node.value)) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return escapeUnprintable(document.toString({ lineWidth: 0 }));
}
