/** As much of JSON Schema 2020-12 as the published schemas use; gives `path: what is wrong`. */
export function schemaViolations(schema: unknown, value: unknown): readonly string[] {
  const root = record(schema);
  const definitions = record(root.$defs ?? {});
  return check(root, value, '$');

  function check(rule: Record<string, unknown>, part: unknown, path: string): string[] {
    if (typeof rule.$ref === 'string') {
      return check(record(definitions[rule.$ref.replace('#/$defs/', '')]), part, path);
    }
    const wrong: string[] = [];
    const types = rule.type === undefined ? [] : [rule.type].flat();
    if (types.length > 0 && !types.some((type) => isOfType(part, type))) {
      return [`${path}: ${JSON.stringify(part)} is not ${types.join(' or ')}`];
    }
    if ('const' in rule && part !== rule.const) wrong.push(`${path}: is not ${JSON.stringify(rule.const)}`);
    if (Array.isArray(rule.enum) && !rule.enum.includes(part))
      wrong.push(`${path}: ${String(part)} is not allowed`);
    if (typeof part === 'number') {
      if (typeof rule.minimum === 'number' && part < rule.minimum)
        wrong.push(`${path}: below ${rule.minimum}`);
      if (typeof rule.maximum === 'number' && part > rule.maximum)
        wrong.push(`${path}: above ${rule.maximum}`);
    }
    if (Array.isArray(part) && rule.items !== undefined) {
      const items = record(rule.items);
      wrong.push(...part.flatMap((item, index) => check(items, item, `${path}[${index}]`)));
    }
    if (isOfType(part, 'object')) wrong.push(...checkObject(rule, record(part), path));
    return wrong;
  }

  function checkObject(rule: Record<string, unknown>, part: Record<string, unknown>, path: string): string[] {
    const required: unknown[] = Array.isArray(rule.required) ? rule.required : [];
    const missing = required.filter((name) => part[String(name)] === undefined);
    const properties = record(rule.properties ?? {});
    const others = typeof rule.additionalProperties === 'object' ? rule.additionalProperties : undefined;
    // A published schema names every field: one that it does not know is one that it lacks.
    return [
      ...missing.map((name) => `${path}: lacks ${String(name)}`),
      ...Object.entries(part).flatMap(([name, entry]) => {
        const known = properties[name] ?? others;
        return known === undefined
          ? [`${path}: does not know ${name}`]
          : check(record(known), entry, `${path}.${name}`);
      }),
    ];
  }
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('The schema is not as expected');
  return Object.fromEntries(Object.entries(value));
}
