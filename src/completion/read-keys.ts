/** `key: value` lines of a configuration file, two levels deep: `account`, `profiles.work.account`. */
export type ConfigKeys = ReadonlyMap<string, string>;

const LINE = /^( *)(?:"([^"]*)"|'([^']*)'|([^\s#:'"][^:#]*?)) *:(?:\s+(.*))?$/;

/**
 * Reads what completion needs of a configuration file without the YAML reader, which costs more than the rest
 * of `aimi __complete`. Block style only; what it cannot read is left out, and refused by the command itself.
 */
export function readConfigKeys(text: string): ConfigKeys {
  const keys = new Map<string, string>();
  const levels: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = LINE.exec(line.replace(/\s+$/, ''));
    if (match === null) continue;
    const [, blanks = '', double, single, bare, value = ''] = match;
    while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) >= blanks.length) levels.pop();
    levels.push({ indent: blanks.length, key: double ?? single ?? bare ?? '' });
    keys.set(levels.map(({ key }) => key).join('\n'), scalar(value));
  }
  return keys;
}

/** The keys below one: the names of the profiles. */
export function keysBelow(keys: ConfigKeys, parent: string): readonly string[] {
  const prefix = `${parent}\n`;
  return [...keys.keys()]
    .filter((key) => key.startsWith(prefix) && !key.includes('\n', prefix.length))
    .map((key) => key.slice(prefix.length));
}

function scalar(text: string): string {
  const quoted = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(text);
  return quoted?.[2] ?? text.replace(/(?:^|\s+)#.*$/, '').trim();
}
