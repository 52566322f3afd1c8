/** Where the keys are data and not names: every key counts as `*`. */
const OPEN_MAPS = new Set(['capabilities', 'finetuneCapabilities', 'endpoints', 'tags']);

export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** Paths of a JSON value (list positions as `[]`) with the JSON types seen there. */
export function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>();
  walk(value, '$', shape);
  return shape;
}

export function mergeShapes(shapes: readonly Shape[]): Shape {
  const merged = new Map<string, Set<string>>();
  for (const shape of shapes) {
    for (const [path, types] of shape) merged.set(path, new Set([...(merged.get(path) ?? []), ...types]));
  }
  return merged;
}

/** Sentences on what `actual` has beyond `allowed`: paths, or types at a path. */
export function surplus(actual: Shape, allowed: Shape): readonly string[] {
  return [...actual].flatMap(([path, types]) => {
    const known = allowed.get(path);
    if (known === undefined) return [`${path} is not there`];
    return [...types].filter((type) => !known.has(type)).map((type) => `${path} is never ${type}`);
  });
}

function walk(value: unknown, path: string, shape: Map<string, Set<string>>): void {
  shape.set(path, (shape.get(path) ?? new Set()).add(typeName(value)));
  if (Array.isArray(value)) {
    for (const item of value) walk(item, `${path}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    const isOpen = OPEN_MAPS.has(path.split('.').at(-1) ?? '');
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${isOpen ? '*' : key}`, shape);
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
