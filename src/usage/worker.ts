import { parentPort, workerData } from 'node:worker_threads';
import { readUsageParts } from './read-usage-parts.js';

// The entry of dist/usage-worker.cjs; nothing imports this file.
readUsageParts(workerData, (message) => parentPort?.postMessage(message));
