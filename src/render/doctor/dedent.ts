/** The lines of a piece of code, moved left by the indent of the first one. */
export function dedent(code: string): string[] {
  const indent = /^[ \t]*/.exec(code)?.[0] ?? '';
  return code
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd());
}
