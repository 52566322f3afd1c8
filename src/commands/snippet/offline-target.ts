import { readCatalog } from '../../core/catalog/read.js';
import { type Task, taskOf } from '../../core/catalog/task.js';
import { type CallHosts, trimSlashes } from '../../core/endpoints/call-route.js';
import { classifyEndpoint } from '../../core/endpoints/classify.js';
import { rootOf } from '../../core/endpoints/repair.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';

/** Hosts that an endpoint URL, in whatever form it was copied, leads to. Throws `invalid-value`. */
export function hostsOfEndpoint(url: string): CallHosts {
  const reading = classifyEndpoint(url);
  const root = rootOf(reading);
  const none = { foundry: null, openai: null, serverless: null };
  if (root !== null && !reading.isRedacted) {
    const trimmed = trimSlashes(root);
    switch (reading.hostKind) {
      case 'foundry':
      case 'loopback':
        return { ...none, foundry: trimmed };
      case 'aoai':
      case 'cognitive':
      case 'none':
        return { ...none, openai: trimmed };
      case 'typo':
        return /\.services\.ai\./.test(trimmed)
          ? { ...none, foundry: trimmed }
          : { ...none, openai: trimmed };
      case 'serverless':
      case 'serverless-old':
        return { ...none, serverless: trimmed };
      default:
        break;
    }
  }
  throw new AimiError('invalid-value', {
    message: `'${url.slice(0, 200)}' is not the endpoint of a resource`,
    hint: 'Give https://NAME.services.ai.azure.com, https://NAME.openai.azure.com or a serverless endpoint',
    details: { endpoint: url.slice(0, 200), hostKind: reading.hostKind },
  });
}

/** Format and task by the bundled catalog, for a deployment that is named after its model; otherwise chat. */
export function guessModel(
  session: Pick<Session, 'ctx'>,
  deployment: string,
): { readonly format: string; readonly task: Task; readonly isKnown: boolean } {
  const catalog = readCatalog(session.ctx.readData('catalog'));
  const name = deployment.toLowerCase();
  const entry = catalog.entries.find((each) => each.name.toLowerCase() === name);
  if (entry !== undefined) return { format: entry.format, task: taskOf(entry), isKnown: true };
  if (name.includes('claude')) return { format: 'Anthropic', task: 'chat', isKnown: false };
  return { format: 'OpenAI', task: name.includes('embed') ? 'embeddings' : 'chat', isKnown: false };
}
