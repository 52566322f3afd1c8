/** Equal values share one place in `values`; `place` returns it. */
export function createValueTable() {
  const values = [];
  const places = new Map();
  return {
    values,
    place(value) {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
