import { choiceText } from '../choice-text.js';
import { displayWidth, truncate } from '../width.js';

export interface ModelLine {
  readonly name: string;
  readonly publisher: string;
  /** The empty string where none is known. */
  readonly price: string;
  readonly retires: string | null;
  readonly task: string;
  readonly skus: readonly string[];
  /** No SKU has quota left in the region. */
  readonly isUsedUp: boolean;
}

const CURSOR = 2;
const GAP = '  ';
/** With less room for the name everything else goes under it. */
const LEAST_NAME = 26;
const MOST_PUBLISHER = 12;
const INDENT = 4;

/** Models to choose from: one line each in columns, on a narrow terminal two. Cells of all rows are aligned; what is too long ends in `ellipsis`. */
export function modelChoices(lines: readonly ModelLine[], columns: number, ellipsis: string) {
  const widest = (cell: (line: ModelLine) => string): number =>
    Math.max(0, ...lines.map((line) => displayWidth(cell(line))));
  const publisher = Math.min(
    MOST_PUBLISHER,
    widest((line) => line.publisher),
  );
  const price = widest((line) => line.price);
  const date = widest((line) => line.retires ?? '');
  const rest = publisher + price + date + 3 * GAP.length;
  const name = Math.min(
    widest((line) => line.name),
    columns - CURSOR - rest,
  );
  return lines.map((line) => {
    const isNarrow = name < LEAST_NAME;
    const columnsOf = [
      cell(line.publisher, publisher, ellipsis),
      line.price.padStart(price),
      line.retires ?? '',
    ];
    return {
      value: line.name,
      name: isNarrow
        ? choiceText(line.name, narrowFacts(line, columns - INDENT, ellipsis), columns)
        : [cell(line.name, name, ellipsis), ...columnsOf].join(GAP).trimEnd(),
      short: line.name,
      description: [
        line.name,
        line.task,
        line.skus.join(' '),
        ...(line.isUsedUp ? ['no quota left in this region'] : []),
      ].join(', '),
    };
  });
}

function narrowFacts({ publisher, price, retires }: ModelLine, room: number, ellipsis: string): string {
  const rest = [price, retires ?? ''].filter(Boolean).join(GAP);
  return [truncate(publisher, Math.max(4, room - rest.length - GAP.length), ellipsis), rest]
    .join(GAP)
    .trimEnd();
}

function cell(text: string, width: number, ellipsis: string): string {
  const cut = truncate(text, width, ellipsis);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
}
