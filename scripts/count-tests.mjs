// Adds up the JSON reports that the test runners wrote into a folder: `passed failed skipped`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.json')) continue;
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded fails without a test of its own.
  total.failed += report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
}
console.log(`${total.passed} ${total.failed} ${total.skipped}`);
