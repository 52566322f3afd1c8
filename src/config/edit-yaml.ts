// yaml is loaded only when a configuration file is written.
import { type Document, isMap, parseDocument } from 'yaml';

/** A change of one key; `value` null takes it away, and the maps above it that are empty then. */
export interface ConfigEdit {
  /** `['account']`, `['profiles', 'work', 'account']` */
  readonly path: readonly string[];
  readonly value: string | null;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The text with the changes made; comments, order, quotes and line ends stay. The text must be valid YAML. */
export function editYaml(text: string, edits: readonly ConfigEdit[]): string {
  const document: Document = parseDocument(text, { schema: 'failsafe' });
  // A file of comments alone has no map yet, and a new one would lose them.
  if (!isMap(document.contents)) document.contents = document.createNode({});
  for (const { path, value } of edits) {
    if (value === null) removeIn(document, path);
    else setIn(document, path, value);
  }
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  if (isEmpty && !/#/.test(text)) return '';
  const written = document.toString({ lineWidth: 0 });
  const withEnds = text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
  return text.startsWith(BYTE_ORDER_MARK) ? `${BYTE_ORDER_MARK}${withEnds}` : withEnds;
}

function setIn(document: Document, path: readonly string[], value: string): void {
  for (const depth of path.keys()) {
    const above = document.getIn(path.slice(0, depth));
    if (isMap(above)) {
      // `{}` was written by somebody who had nothing to say yet.
      if (above.items.length === 0) above.flow = false;
    } else document.setIn(path.slice(0, depth), document.createNode({}));
  }
  document.setIn(path, value);
}

function removeIn(document: Document, path: readonly string[]): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const above = path.slice(0, -1);
  const rest = above.length === 0 ? undefined : document.getIn(above);
  if (isMap(rest) && rest.items.length === 0) removeIn(document, above);
}
