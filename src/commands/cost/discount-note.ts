/** What --discount does to an estimate and to each row of a comparison. */
export function discountNote(percent: string): string {
  return `A discount of ${percent} % on every line, marketplace models included.`;
}
