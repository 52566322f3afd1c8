import { curlRequest } from '../../curl.js';
import { splitCommand } from '../../curl-words.js';
import { type RequestAt, withoutSecrets } from './requests.js';

const REQUEST_LINE =
  /^[ \t]{0,20}(?:>\s)?(GET|POST|PUT|PATCH|DELETE)\s{1,4}(https?:\/\/[^\s"'<>]{1,1000}|\/[^\s"']{1,1000})/;

/** `POST https://...` lines and `curl` commands of scripts, notes and reports. */
export function readRequestLines(text: string): readonly RequestAt[] {
  const found: RequestAt[] = [];
  const lines = text.split('\n', 8000);
  for (let index = 0; index < lines.length && found.length < 100; index += 1) {
    const line = (lines[index] ?? '').slice(0, 4000);
    const match = REQUEST_LINE.exec(line);
    if (match !== null) {
      found.push({
        request: {
          method: match[1] ?? null,
          url: withoutSecrets(match[2] ?? ''),
          headers: [],
          bodyModel: null,
          userAgent: null,
        },
        line: index + 1,
      });
      continue;
    }
    const start = /(?:^|[\s$;&|(])curl\s/.exec(line);
    if (start === null || /^\s*#/.test(line)) continue;
    const command = lines
      .slice(index, index + 40)
      .join('\n')
      .slice(start.index + start[0].indexOf('curl'));
    const request = curlRequest(splitCommand(command.slice(0, 8000)));
    if (request === null || !/:\/\/|^[\w-]+\.[\w.-]+|^\$/.test(request.url)) continue;
    found.push({ request, line: index + 1 });
  }
  return found;
}
