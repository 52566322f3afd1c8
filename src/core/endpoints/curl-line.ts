import type { CallRoute } from './call-route.js';
import { classifyEndpoint } from './classify.js';
import { INFERENCE_CLOUDS } from './clouds.js';

/** The lines are meant for a shell or a source file, and values come from outside: nothing that would act there. */
const SAFE_URL = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])[A-Za-z0-9./:_-]{1,500}$/;
const SAFE_NAME = /^[A-Za-z0-9._-]{1,200}$/;

export function isSafeForCode(url: string, deployment: string): boolean {
  return SAFE_URL.test(url) && SAFE_NAME.test(deployment);
}

/** Audience of the resource endpoints in the cloud of a URL, without `/.default`. */
export function audienceOf(url: string): string {
  const { cloud } = classifyEndpoint(url);
  const row = INFERENCE_CLOUDS.find(({ id }) => id === cloud);
  return (row?.scopes[0] ?? 'https://cognitiveservices.azure.com/.default').replace(/\/\.default$/, '');
}

/** One curl command (POSIX quoting); the key comes from $AZURE_AI_KEY, the token from az. */
export function curlLine(route: CallRoute, deployment: string, auth: 'key' | 'entra'): string {
  const headers = [authHeader(route, auth), 'Content-Type: application/json', ...route.headers];
  const body = JSON.stringify({ model: deployment, ...route.body });
  return [`curl -sS ${route.url}`, ...headers.map((line) => `-H "${line}"`), `-d '${body}'`].join(' \\\n  ');
}

function authHeader(route: CallRoute, auth: 'key' | 'entra'): string {
  if (auth === 'entra') {
    const audience = audienceOf(route.url);
    return `Authorization: Bearer $(az account get-access-token --resource ${audience} --query accessToken -o tsv)`;
  }
  switch (route.style) {
    case 'foundry-anthropic':
      return 'x-api-key: $AZURE_AI_KEY';
    case 'serverless':
      return 'Authorization: Bearer $AZURE_AI_KEY';
    default:
      return 'api-key: $AZURE_AI_KEY';
  }
}
