import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerJob } from './jobs.js';
import { readUsageParts } from './read-usage-parts.js';

export { openSources } from './open-sources.js';
export { sumUsage } from './read-usage.js';

// The entry of dist/usage-worker.cjs: the main thread takes the readers from it, so that they are in the package
// once; a thread that was started with a job does it.
if (isJob(workerData)) readUsageParts(workerData, (message) => parentPort?.postMessage(message));

function isJob(data: unknown): data is WorkerJob {
  return typeof data === 'object' && data !== null && 'partBytes' in data && 'next' in data;
}
