import type { VariableFact } from '../facts.js';
import { scrub } from './error-text-clean.js';
import { secretKindOf } from './secret-kind.js';

const MATTERS =
  /^(?:AZURE_|AZUREAI_|AZURE_?OPENAI|OPENAI_|ANTHROPIC_|LITELLM_|AOAI_|FOUNDRY_|AI_FOUNDRY_|LLM_|CHAT_|EMBEDDING_|COHERE_|MISTRAL_|REACT_APP_AZURE|VITE_AZURE|NEXT_PUBLIC_AZURE|IDENTITY_ENDPOINT$|MSI_ENDPOINT$)|^(?:https?_proxy|all_proxy|no_proxy|NODE_EXTRA_CA_CERTS|NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$|^(?=[A-Z0-9_]{1,80}$)[A-Z0-9_]*(?:ENDPOINT|API_BASE|BASE_URL|API_VERSION|DEPLOYMENT|API_KEY|API_TYPE)/i;
const SECRET =
  /(?:KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|CONNECTION_STRING|CERTIFICATE_PASSWORD|SAS)\d?$/i;
const ENDPOINT = /(?:ENDPOINT|API_BASE|BASE_?URL|_HOST|_URL|_URI)$/i;

/** Variables that say how a call is made; all others are nobody's business. */
export function variableMatters(name: string): boolean {
  return name.length <= 80 && MATTERS.test(name);
}

export function namesEndpoint(name: string): boolean {
  return ENDPOINT.test(name) && !/PROXY|IDENTITY|MSI|AUTHORITY|TOKEN/i.test(name);
}

/** A variable as a fact: of a secret the kind, of everything else the value with secrets masked. */
export function variableFact(name: string, value: string): VariableFact {
  const kind = secretKindOf(value);
  const isSecret = SECRET.test(name) || kind !== null;
  const isWithheld = /^(?:\*{2,}|<[^<>]{0,80}>|x{3,})$/i.test(value);
  return {
    name,
    value: isSecret ? null : scrub(value.slice(0, 2000)),
    isSecret,
    secretKind: isSecret && value !== '' && !isWithheld ? (kind ?? 'other') : null,
  };
}
