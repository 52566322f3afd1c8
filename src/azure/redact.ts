/** Query parameters that say what was asked; every other value is hidden (`sig`, `t`, `c`, `s`, `h`, ...). */
const PLAIN_PARAMETERS = new Set([
  'api-version',
  '$filter',
  '$top',
  '$select',
  'modelformat',
  'modelname',
  'modelversion',
]);

const SECRET_HEADER = /auth|api-?key|subscription-key|token|secret|cookie|password|credential|signature/i;
const URL_HEADERS = new Set(['location', 'azure-asyncoperation', 'operation-location', 'content-location']);

/** The address without user part and with unknown query values as `***`; what is no address is hidden. */
export function redactUrl(text: string): string {
  if (!URL.canParse(text)) return '***';
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  const query = [...url.searchParams]
    .map(([name, value]) => `${name}=${PLAIN_PARAMETERS.has(name.toLowerCase()) ? value : '***'}`)
    .join('&');
  return `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
}

/** `name: value` pairs, in lower case and sorted, without the headers that can carry a secret. */
export function redactHeaders(headers: Iterable<readonly [string, string]>): readonly string[] {
  return [...headers]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name === 'www-authenticate' || !SECRET_HEADER.test(name))
    .map(([name, value]) => `${name}: ${URL_HEADERS.has(name) ? redactUrl(value) : value}`)
    .sort();
}
