import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createClock } from '../../src/io/clock.js';
import { createFiles } from '../../src/io/files.js';
import { createSandboxTransport } from '../../src/sandbox/in-process.js';

/** Bundled and run as a process of its own: creates deployments one after another, then prints how many. */
const [statePath = '', dataFolder = '', prefix = '', count = '0'] = process.argv.slice(2);
const clock = createClock();
const transport = createSandboxTransport({
  files: createFiles({ clock, pid: process.pid, hostName: hostname(), isAlive: () => true }),
  clock,
  statePath,
  readData: (name) => JSON.parse(readFileSync(`${dataFolder}/${name}.json`, 'utf8')),
});
const account =
  'https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-sandbox/providers/Microsoft.CognitiveServices/accounts/contoso-ai';
let created = 0;
for (let index = 0; index < Number(count); index += 1) {
  const outcome = await transport.send({
    method: 'PUT',
    url: `${account}/deployments/${prefix}-${index}?api-version=2025-09-01`,
    headers: {},
    body: {
      sku: { name: 'GlobalStandard', capacity: 1 },
      properties: { model: { format: 'OpenAI', name: 'gpt-5-mini', version: '2025-08-07' } },
    },
  });
  if (outcome.kind === 'response' && outcome.response.status === 201) created += 1;
}
process.stdout.write(String(created));
