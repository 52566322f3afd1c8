import type { Cause } from '../../doctor/diagnosis.js';

/** A file of the project and a line in it. */
export interface FindingPlace {
  /** Relative, with slashes. */
  readonly file: string;
  readonly line: number | null;
}

const LABEL =
  /^([^\n:*?"<>|]{1,400}\.[A-Za-z0-9]{1,12}|(?:[^\n:*?"<>|]{1,400}\/)?\.env[\w.-]{0,40})(?::(\d{1,7}))?$/;

/** Where a cause is to be mended: the place of its fix, else the first evidence that is in a file. */
export function placeOf({ fix, evidence }: Cause): FindingPlace | null {
  if (fix.file !== undefined) return { file: slashes(fix.file), line: fix.line ?? null };
  for (const { where } of evidence) {
    const place = where === null ? null : placeOfLabel(where);
    if (place !== null) return place;
  }
  return null;
}

/** `app.py:12` and `.env:3` are places; `response body` and `stdin:4` are not. */
export function placeOfLabel(label: string): FindingPlace | null {
  const match = LABEL.exec(label);
  const file = match?.[1];
  if (file === undefined) return null;
  return { file: slashes(file), line: match?.[2] === undefined ? null : Number(match[2]) };
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
