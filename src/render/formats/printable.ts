// DEL, C1 and the characters that reorder text or break lines; C0 is escaped by JSON itself.
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Writes characters that steer a terminal as JSON escapes; the text means the same to a parser. */
export function escapeUnprintable(json: string): string {
  return json.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0 || /[\x00-\x08\x0b-\x1f]/.test(text);
}
