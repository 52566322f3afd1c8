// yaml is loaded only when a project has a compose file.
import { parse } from 'yaml';

/** Throws on what is not YAML, and on documents that repeat themselves through aliases beyond reason. */
export function parseYaml(text: string): unknown {
  return parse(text, { prettyErrors: false, maxAliasCount: 100, logLevel: 'error' });
}
