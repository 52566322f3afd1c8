import { isLoopbackHost } from '../azure/endpoint-policy.js';
import { AimiError } from '../errors.js';

/** https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices; no sign-in. */
export const RETAIL_PRICES_URL = 'https://prices.azure.com/api/retail/prices';

/**
 * Reads the address to pull prices from: https, or plain http on loopback; no user, query or fragment, because
 * the query is aimi's. Throws `prices-source-refused`.
 */
export function parsePriceSource(text: string): URL {
  if (!URL.canParse(text)) throw refused(text, 'it is not an address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw refused(`${url.origin}${url.pathname}`, 'it holds a user name or password');
  }
  const isHttp = url.protocol === 'http:';
  if (!isHttp && url.protocol !== 'https:') throw refused(text, `${url.protocol}// cannot be used`);
  if (isHttp && !isLoopbackHost(url.hostname)) throw refused(text, 'plain http is for loopback only');
  if (url.search !== '' || url.hash !== '') throw refused(text, 'it holds a query or fragment');
  return url;
}

function refused(source: string, reason: string): AimiError {
  return new AimiError('prices-source-refused', {
    message: `Prices are not pulled from ${source}: ${reason}`,
    hint: `Give a whole https address, or leave --source out for ${RETAIL_PRICES_URL}`,
    details: { source, reason },
  });
}
