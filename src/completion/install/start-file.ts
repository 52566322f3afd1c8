import { AimiError } from '../../errors.js';
import { LINE_MARK } from './place.js';

/** The file with the line in it once; the same text when nothing is to be done. */
export function withLine(text: string, line: string): string {
  const lines = text.split('\n');
  const ours = lines.filter((each) => each.includes(LINE_MARK));
  if (ours.length === 1 && ours[0]?.trimEnd() === line) return text;
  const rest = withoutLine(text);
  return `${rest}${rest === '' || rest.endsWith('\n') ? '' : '\n'}${line}\n`;
}

export function withoutLine(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes(LINE_MARK))
    .join('\n');
}

/** `file-unwritable` for text that is not UTF-8: written back it would be spoiled. */
export function checkEncoding(path: string, text: string, line: string): void {
  if (!text.includes('\ufffd') && !text.includes('\0')) return;
  throw new AimiError('file-unwritable', {
    message: `${path} is not in UTF-8, so it was left alone`,
    hint: `Add this line to it: ${line}`,
    details: { path, reason: 'encoding' },
  });
}
