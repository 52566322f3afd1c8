/** `1,000,000` and `0.25`: grouped for reading, at most two decimals; JSON keeps plain numbers. */
export function grouped(value: number): string {
  // By hand: the first toLocaleString of a process costs more than printing a whole table.
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
