// Measures how meter names are read: node bench/meter-names.mjs --names FILE [--misses 20]
// FILE: { meterNames: [{ productName, meterName, unitOfMeasure, category, model, version, sku, mode, context,
// kind, modality }] }, the expected reading; model null means that the model is not judged.
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: { names: { type: 'string' }, misses: { type: 'string', default: '20' } },
});
if (options.names === undefined) throw new Error('--names FILE is missing');

const { readMeterName, indexModels, knownModels } = await bundle(`
  export { readMeterName } from './core/pricing/grammar/read-meter-name.js';
  export { indexModels } from './core/pricing/grammar/model-index.js';
  export { knownModels } from './core/pricing/known-models.js';
`);
const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));
const data = (name) => readJson(join(root, 'src', 'data', `${name}.json`));
const index = indexModels(
  knownModels(await data('catalog'), await data('catalog-retired'), await data('prices')),
);

const ATTRIBUTES = ['sku', 'mode', 'context', 'kind', 'modality'];
const count = { names: 0, right: 0, unknown: 0, wrongSku: 0, wrongKind: 0, category: 0 };
const models = { judged: 0, right: 0, unnamed: 0, wrong: 0, versionWrong: 0 };
const misses = [];
const { meterNames } = await readJson(options.names);
for (const expected of meterNames) {
  count.names += 1;
  const reading = readMeterName(expected, index);
  if ('unknown' in reading) {
    count.unknown += 1;
    misses.push(`unknown (${reading.unknown}): ${expected.productName} | ${expected.meterName}`);
    continue;
  }
  const differing = ATTRIBUTES.filter((name) => reading[name] !== (expected[name] ?? null));
  if (reading.category === expected.category) count.category += 1;
  else misses.push(`category ${reading.category}: ${expected.meterName} is ${expected.category}`);
  if (differing.length === 0) count.right += 1;
  else
    misses.push(`${differing.map((name) => `${name} ${reading[name]}`).join(', ')}: ${expected.meterName}`);
  // Saying nothing is not wrong; saying another thing is.
  if (reading.sku !== null && differing.includes('sku')) count.wrongSku += 1;
  if (reading.kind !== null && differing.includes('kind')) count.wrongKind += 1;
  if ((expected.model ?? null) === null) continue;
  models.judged += 1;
  if (reading.model === null) models.unnamed += 1;
  else if (reading.model.toLowerCase() !== expected.model.toLowerCase()) models.wrong += 1;
  else if (reading.version !== null && expected.version !== null && reading.version !== expected.version)
    models.versionWrong += 1;
  else models.right += 1;
  if (reading.model?.toLowerCase() !== expected.model.toLowerCase())
    misses.push(`model ${reading.model}: ${expected.meterName} is ${expected.model}`);
}
for (const line of misses.slice(0, Number(options.misses))) console.log(line);
const share = (part, all) => `${part}/${all} = ${((100 * part) / all).toFixed(1)} %`;
console.log(`attributes right ${share(count.right, count.names)}, unknown ${count.unknown}`);
console.log(`wrong SKU ${count.wrongSku}, wrong kind ${count.wrongKind}`);
console.log(`category right ${share(count.category, count.names)}`);
console.log(
  `model right ${share(models.right, models.judged)}, unnamed ${models.unnamed}, wrong ${models.wrong}, wrong version ${models.versionWrong}`,
);

/** The TypeScript of src/ as a module in memory. */
async function bundle(contents) {
  const result = await build({
    stdin: { contents, resolveDir: join(root, 'src'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const text = Buffer.from(result.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${text}`);
}
