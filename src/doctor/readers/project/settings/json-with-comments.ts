/** JSON with comments and trailing commas, as .NET and editors write it; throws on what is not even that. */
export function parseJsonWithComments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(withoutTrailingCommas(withoutComments(text)));
  }
}

function withoutComments(text: string): string {
  let plain = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') {
      at += 1;
      while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
      at += 1;
    } else if (character === '/' && (text.charAt(at + 1) === '/' || text.charAt(at + 1) === '*')) {
      plain += text.slice(from, at);
      const isBlock = text.charAt(at + 1) === '*';
      const end = text.indexOf(isBlock ? '*/' : '\n', at + 2);
      at = end === -1 ? text.length : end + (isBlock ? 2 : 0);
      from = at;
    } else at += 1;
  }
  return plain + text.slice(from);
}

/** Only outside of strings: a string is passed over as a whole. */
function withoutTrailingCommas(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (piece) => (piece === ',' ? '' : piece));
}
