// smol-toml is loaded only when a project has a TOML file.
import { parse } from 'smol-toml';

/** Throws on what is not TOML. */
export function parseToml(text: string): unknown {
  return parse(text);
}
