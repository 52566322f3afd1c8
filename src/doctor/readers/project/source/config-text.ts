import { roleOfSetting, type Setting } from './settings.js';

const LINE =
  /^([ \t]{0,60})(?:- )?(?:export\s{1,4}|set\s{1,4}|\$env:|--)?["']?([A-Za-z_][\w.:-]{0,100}?)["']?\s{0,8}(?:=>|[:=])(?:\s{1,8}|(?=["'<\w{*$[(]))(.{1,2000})$/;
const MOST_LINES = 8000;

/** `key: value` and `key = value` lines of YAML, TOML, INI, properties and one-a-line JSON. */
export function readConfigLines(text: string): readonly Setting[] {
  const settings: Setting[] = [];
  const blocks: { indent: number; group: number }[] = [];
  text.split('\n', MOST_LINES).forEach((rawLine, index) => {
    const line = rawLine.slice(0, 2200).trimEnd();
    const indent = line.length - line.trimStart().length + (/^\s*- /.test(line) ? 2 : 0);
    if (line.trim() === '' || /^\s*(?:#|\/\/|;)/.test(line)) return;
    while ((blocks.at(-1)?.indent ?? -1) > indent) blocks.pop();
    if (blocks.at(-1)?.indent !== indent || /^\s*- /.test(line) || /^\s*\[/.test(line)) {
      if (blocks.at(-1)?.indent === indent) blocks.pop();
      blocks.push({ indent, group: index + 1 });
    }
    const match = LINE.exec(line);
    const name = match?.[2];
    const role = name === undefined ? null : roleOfSetting(name);
    if (match === null || name === undefined || role === null) return;
    const value = plainValue(match[3] ?? '');
    if (value === null) return;
    settings.push({ name, role, ...value, line: index + 1, group: blocks.at(-1)?.group ?? 0 });
  });
  return settings;
}

function plainValue(written: string): { text: string | null; variable: string | null } | null {
  const trimmed = written.trim().replace(/,$/, '').trim();
  const quoted = /^"((?:[^"\\]|\\.){0,2000})"|^'([^']{0,2000})'/.exec(trimmed);
  const text =
    quoted === null ? trimmed.replace(/\s+(?:#|\/\/).*$/, '').trim() : (quoted[1] ?? quoted[2] ?? '');
  if (quoted === null && (text === '' || /^[[{(|>]/.test(text) || /^(?:null|~|true|false)$/i.test(text)))
    return null;
  const variable =
    /^\$\{?(?:env:|env\.)?([A-Za-z_]\w{0,100})(?::-?([^}]{0,500}))?\}?$/.exec(text) ??
    /^os\.environ\/(\w{1,100})$/.exec(text);
  if (/^(?:\.{2,}|…|\*{2,}|-{1,})$/.test(text)) return { text: null, variable: null };
  if (variable !== null) return { text: variable[2] ?? null, variable: variable[1] ?? null };
  return { text, variable: null };
}
