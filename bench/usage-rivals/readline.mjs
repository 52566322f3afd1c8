// The same sum with Node's readline and JSON.parse.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const groups = new Map();
createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Number.POSITIVE_INFINITY })
  .on('line', (line) => {
    const { model, usage } = JSON.parse(line);
    let sums = groups.get(model);
    if (sums === undefined) {
      sums = [0, 0, 0, 0];
      groups.set(model, sums);
    }
    sums[0] += 1;
    sums[1] += usage.prompt_tokens;
    sums[2] += usage.prompt_tokens_details.cached_tokens;
    sums[3] += usage.completion_tokens;
  })
  .on('close', () => {
    const totals = [0, 1, 2, 3].map((kind) =>
      String([...groups.values()].reduce((sum, group) => sum + group[kind], 0)),
    );
    console.log(JSON.stringify({ totals, peakKb: process.resourceUsage().maxRSS }));
  });
