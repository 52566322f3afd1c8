import { MARKS } from './marks.js';
import { DEPLOYMENT_PATHS, MODEL_PATHS, TIME_PATHS, USAGE_PLACES, type UsageName } from './places.js';
import { COUNT_KINDS, type CountKind } from './types.js';

export type SlotType = 'count' | 'text' | 'time' | 'mark';

/** A place in a record whose value may matter. */
export interface Slot {
  readonly id: number;
  readonly path: readonly string[];
  readonly type: SlotType;
  /** Only that the value is there matters. */
  readonly isPresence: boolean;
}

/** One key on the way to slots. `slot` is set where a value matters, `children` where an object matters. */
export interface PathNode {
  readonly id: number;
  readonly children: Map<string, PathNode>;
  slot: Slot | null;
}

interface Place {
  /** The usage of a response within a line of its own, as in the output of a batch. */
  readonly isBatch: boolean;
  readonly names: readonly { readonly use: UsageName; readonly slot: Slot }[];
}

export interface Layout {
  readonly root: PathNode;
  readonly slots: readonly Slot[];
  readonly places: readonly Place[];
  readonly model: readonly Slot[];
  readonly deployment: readonly Slot[];
  /** In the order of `by`. */
  readonly dims: readonly { readonly isDay: boolean; readonly slots: readonly Slot[] }[];
  readonly thresholds: readonly number[];
  /** Slots of MARKS, in its order. */
  readonly marks: readonly Slot[];
}

/** What a layout is made of; plain data, so that it can be sent to a worker. */
export interface LayoutInput {
  readonly by: readonly string[];
  readonly map: Readonly<Record<string, string>>;
  readonly thresholds: readonly number[];
}

/** Lays out where to look: the known places, or those that `map` names. */
export function createLayout(input: LayoutInput): Layout {
  const slots: Slot[] = [];
  let nodes = 0;
  const newNode = (): PathNode => ({ id: nodes++, children: new Map(), slot: null });
  const root = newNode();
  const slotAt = (path: readonly string[], type: SlotType, isPresence = false): Slot => {
    let node = root;
    for (const key of path) {
      const next = node.children.get(key) ?? newNode();
      node.children.set(key, next);
      node = next;
    }
    if (node.slot !== null) return node.slot;
    const slot: Slot = { id: slots.length, path, type, isPresence };
    slots.push(slot);
    node.slot = slot;
    return slot;
  };
  const mapped = (name: string, type: SlotType): readonly Slot[] | null => {
    const column = Object.hasOwn(input.map, name) ? input.map[name] : undefined;
    if (column === undefined) return null;
    const flat = slotAt([column], type);
    return column.includes('.') ? [flat, slotAt(column.split('.'), type)] : [flat];
  };
  const all = (paths: readonly (readonly string[])[], type: SlotType) => paths.map((p) => slotAt(p, type));

  const model = mapped('model', 'text') ?? all(MODEL_PATHS, 'text');
  const deployment = mapped('deployment', 'text') ?? all(DEPLOYMENT_PATHS, 'text');
  const dims = input.by.map((name) =>
    name === 'day'
      ? { isDay: true, slots: mapped('time', 'time') ?? all(TIME_PATHS, 'time') }
      : { isDay: false, slots: mapped(name, 'text') ?? all([[name]], 'text') },
  );
  const own = new Map<CountKind, readonly Slot[]>();
  for (const kind of COUNT_KINDS) {
    const found = mapped(kind, 'count');
    if (found !== null) own.set(kind, found);
  }
  const ownNames = [...own].flatMap(([kind, list]) =>
    list.map((slot) => ({ use: { name: slot.path, kind }, slot })),
  );
  // A mapped input or output means that the caller knows the record: then no known place joins in.
  const hasOwnCounts = own.has('input') || own.has('output');
  const places = hasOwnCounts
    ? [{ isBatch: false, names: ownNames }]
    : USAGE_PLACES.map(({ path, names }) => ({
        isBatch: path.join('.') === 'response.body.usage',
        names: [
          ...ownNames,
          ...names
            .filter((use) => !own.has(use.kind))
            .map((use) => ({ use, slot: slotAt([...path, ...use.name], 'count') })),
        ],
      }));
  const marks = MARKS.map(({ path, isPresence }) => slotAt(path, 'mark', isPresence));
  return {
    root,
    slots,
    places,
    model,
    deployment,
    dims,
    thresholds: [...input.thresholds].sort((a, b) => a - b),
    marks,
  };
}
